"""A package, model or dataset: what is on record, what it resolves to, what came down from its ancestors."""

from collections.abc import Iterator
from pathlib import Path

from rail.catalogue import models
from rail.catalogue.load import Catalogue
from rail.config.schema import Config, Loaded
from rail.domain.component import Relation
from rail.domain.evidence import Resolution
from rail.domain.known import KnownModel
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.purl import model_purl, split
from rail.report.explained import Entry, Explanation, group

_HUB = "huggingface"


def explain_model(name: str, catalogue: Catalogue, *, dataset: bool) -> Explanation:
    """Return what is on record for a model or dataset and what follows from it."""
    rows = models.lookup(name, dataset=dataset)
    if rows:
        return explain_component(model_purl(name, dataset=dataset), catalogue)
    rows = models.lookup_ollama(name) or models.lookup_docker(name)
    return Explanation(
        kind="model", id=name, title="", groups=(group("on record", *(_row(each, catalogue) for each in rows)),)
    )


def explain_component(purl: Purl, catalogue: Catalogue) -> Explanation:
    """Return the proof for a component: scanned as an input of its own, without the network."""
    from rail import pipeline  # noqa: PLC0415 -- a licence, a use or a mode needs no scan

    scan = pipeline.scan([purl], loaded=Loaded(config=Config()), catalogue=catalogue, cwd=Path.cwd())
    report = pipeline.report_scan(scan, catalogue=catalogue)
    resolution = next((each for each in report.resolutions if each.component == purl), None)
    kind, name, _ = split(purl)
    dataset = "repository_type=dataset" in purl
    rows = models.lookup(name, dataset=dataset) if kind == _HUB else ()
    return Explanation(
        kind="dataset" if dataset else "model" if kind == _HUB else "package",
        id=purl,
        title="",
        restricted=resolution.restricted.value if resolution else "unknown",
        groups=(
            group("on record", *(_row(each, catalogue) for each in rows)),
            group("said", *_evidence(report, purl)),
            group("lineage", *_lineage(report)),
            group("comes to", *(_resolution(resolution) if resolution else ("nothing is known of it",))),
            group("restricts", *(_restrictions(resolution, catalogue) if resolution else ())),
            group("could not be read", *(f"{each.location.path}: {each.message}" for each in report.problems)),
        ),
    )


def _row(row: KnownModel, catalogue: Catalogue) -> Entry:
    profile = catalogue.profiles.get(row.license)
    words = f"licence {row.license}" + (f" ({profile.name})" if profile else "")
    if row.base:
        words += f"; {row.relation or 'derived-from'} {', '.join(row.base)}"
    if row.since or row.until:
        words += f"; from {row.since or 'the start'} until {row.until or 'now'}"
    if row.depends:
        words += "; depends on the file, size or version"
    if row.note:
        words += f"; {row.note}"
    if row.pattern:
        words = f"{row.id}: {words}"
    return Entry(says=words, license=None, source=row.source or None, confidence=row.confidence.value)


def _evidence(report: Report, purl: Purl) -> Iterator[Entry]:
    for each in report.evidence:
        if each.component == purl:
            place = f" ({each.location.path})" if each.location else ""
            yield Entry(says=f'{each.role.value} as {each.form.value}: "{each.statement}"{place}', source=each.source)


def _lineage(report: Report) -> Iterator[str]:
    for each in report.edges:
        if each.relation is not Relation.DEPENDS_ON:
            yield f"{each.source} -{each.relation.value}-> {each.target}"


def _resolution(resolution: Resolution) -> Iterator[str]:
    yield f"{resolution.status.value}: {resolution.expression or 'no licence expression'}"
    if resolution.reason:
        yield resolution.reason
    if resolution.relied_on:
        yield f"relies on the free branch {resolution.relied_on}"
    for each in resolution.unread:
        yield f"not understood: {each}"
    if not resolution.complete:
        yield "there may be restrictions that are not listed here"


def _restrictions(resolution: Resolution, catalogue: Catalogue) -> Iterator[Entry]:
    for each in resolution.restrictions:
        use = catalogue.uses.get(each.use)
        whose = f"  (inherited from {each.from_})" if each.from_ else ""
        yield Entry(
            says=f"{use.label if use else ''}{whose}",
            use=each.use,
            mode=each.mode,
            section=each.section,
            license=each.license,
        )

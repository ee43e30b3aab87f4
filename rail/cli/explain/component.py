"""A package, model or dataset: what is on record, what it resolves to, what came down from its ancestors."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rail.catalogue import models
from rail.catalogue.load import Catalogue
from rail.cli.explain.project import meant, why_here
from rail.config.schema import Config, Loaded
from rail.domain.component import Edge, Relation
from rail.domain.evidence import Reach, Resolution
from rail.domain.known import KnownModel
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.purl import model_purl, split
from rail.report._once import once
from rail.report.explained import Entry, Explanation, group

_HUB = "huggingface"


def explain_model(name: str, catalogue: Catalogue, *, dataset: bool, project: Report | None = None) -> Explanation:
    """Return what is on record for a model or dataset, what follows from it, and why it is in a project."""
    rows = models.lookup(name, dataset=dataset)
    if rows:
        return explain_component(model_purl(name, dataset=dataset), catalogue, project)
    rows = models.lookup_ollama(name) or models.lookup_docker(name)
    return Explanation(
        kind="model", id=name, title="", groups=(group("on record", *(_row(each, catalogue) for each in rows)),)
    )


def explain_component(purl: Purl, catalogue: Catalogue, project: Report | None = None) -> Explanation:
    """Return the proof for a component: as a project's files tell it, else as an input of its own; no network."""
    here = meant(purl, project) if project else []
    if project and len(here) == 1:
        purl, report = here[0], project
    else:
        report = _alone(purl, catalogue)
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
            group("lineage", *_lineage(report, purl)),
            group("comes to", *(_resolution(resolution) if resolution else ("nothing is known of it",))),
            group("comes down", *(_inherits(resolution) if resolution else ())),
            group("restricts", *(_restrictions(resolution, catalogue) if resolution else ())),
            *(why_here(here, project) if project else ()),
            group("could not be read", *(f"{each.location.path}: {each.message}" for each in report.problems)),
        ),
    )


def _alone(purl: Purl, catalogue: Catalogue) -> Report:
    from rail import pipeline  # noqa: PLC0415 -- a licence, a use or a mode needs no scan

    scan = pipeline.scan([purl], loaded=Loaded(config=Config()), catalogue=catalogue, cwd=Path.cwd())
    return pipeline.report_scan(scan, catalogue=catalogue)


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


def _lineage(report: Report, purl: Purl) -> Iterator[str]:
    """Yield what it contains, fetches and descends from, and what those do."""
    edges: dict[Purl, list[Edge]] = defaultdict(list)
    for each in report.edges:
        if each.relation is not Relation.DEPENDS_ON:
            edges[each.source].append(each)
    reached, told = [purl], {purl}
    for source in reached:
        for each in once(edges[source]):
            yield f"{each.source} -{each.relation.value}-> {each.target}"
            if each.target not in told:
                told.add(each.target)
                reached.append(each.target)


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


def _inherits(resolution: Resolution) -> Iterator[Entry]:
    """Yield what comes down from ancestors: whose terms, how sure it is that they bind, and by which way."""
    for each in resolution.inherits:
        way = " ".join(f"-{hop.relation.value}-> {split(hop.target)[1]}" for hop in each.path)
        sure = each.reach.value + (f" by {each.section}" if each.section else "")
        whose = each.license or ("unknown terms" if each.reach is Reach.UNKNOWN else "terms")
        why = f"; {each.reason}" if each.reason else ""
        yield Entry(says=f"{whose} of {split(each.from_)[1]} ({sure}): this {way}{why}")


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

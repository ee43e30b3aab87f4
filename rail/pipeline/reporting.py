"""A scan becomes the report: sorted, counted, without a clock."""

from collections import Counter
from collections.abc import Iterable

from rail import __version__
from rail.catalogue.load import Catalogue
from rail.domain.component import Location, Relation
from rail.domain.evidence import Restricted
from rail.domain.finding import Finding
from rail.domain.record import Purl
from rail.domain.report import CatalogueStamp, Report, Summary, Tool
from rail.domain.verdict import Determination, Verdict
from rail.pipeline.rooting import roots
from rail.pipeline.scanning import Scan


class _Place:
    """Orders by how a place is spelled; that is found out only where all before it is the same."""

    __slots__ = ("_location",)

    def __init__(self, location: Location | None) -> None:
        self._location = location

    def __lt__(self, other: "_Place") -> bool:
        return str(self._location) < str(other._location)


def report_scan(scan: Scan, *, catalogue: Catalogue) -> Report:
    """Return the report of a scan without any judgement."""
    return report(scan, catalogue, (), (), use_cases=0)


def report(
    scan: Scan,
    catalogue: Catalogue,
    determinations: Iterable[Determination],
    findings: Iterable[Finding],
    *,
    use_cases: int,
) -> Report:
    """Return the report of a scan with what was determined and found about it."""
    determined = tuple(sorted(determinations, key=lambda d: (d.component, d.use_case, d.use)))
    found = tuple(findings)
    order = sorted(scan.components)
    words = {each: each.value for each in Relation}
    return Report(
        tool=Tool(name="rail", version=__version__),
        catalogue=CatalogueStamp(version=catalogue.version, digest=catalogue.digest),
        inputs=scan.inputs,
        components=tuple(scan.components[each] for each in order),
        edges=tuple(sorted(set(scan.edges), key=lambda e: (e.source, words[e.relation], e.target, _Place(e.location)))),
        evidence=tuple(
            sorted(scan.evidence, key=lambda e: (e.component, e.form.value, e.statement, e.source, _Place(e.location)))
        ),
        resolutions=tuple(scan.resolutions[each] for each in order),
        determinations=determined,
        findings=found,
        problems=tuple(sorted(scan.problems, key=lambda p: (p.location.path, p.location.line or 0, p.message))),
        summary=Summary(
            components=len(scan.components),
            files=scan.files,
            restricted=_count(
                (each.restricted.value for each in scan.resolutions.values()), [each.value for each in Restricted]
            ),
            verdicts=_count(_strictest(determined), [each.value for each in Verdict]),
            findings=_count(
                (each.level.value for each in found if each.suppressed is None), ["error", "warning", "note"]
            ),
            ignored=sum(each.suppressed is not None for each in found),
            unread=len(scan.problems),
            use_cases=use_cases,
            roots=roots(scan.components, scan.edges, scan.resolutions),
        ),
    )


def _strictest(determinations: Iterable[Determination]) -> list[str]:
    """Return the strictest verdict of each component."""
    worst: dict[Purl, Verdict] = {}
    for each in determinations:
        old = worst.get(each.component)
        worst[each.component] = each.verdict if old is None else old & each.verdict
    return [each.value for each in worst.values()]


def _count(values: Iterable[str], order: list[str]) -> dict[str, int]:
    counted = Counter(values)
    return {key: counted[key] for key in order}

"""Several saved reports become one: what both have is joined, and where they differ the stricter answer holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from rail.domain.component import Component, Engagement, either_platform
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.report import CatalogueStamp, Report, Summary, Tool
from rail.domain.verdict import Determination, Verdict
from rail.pipeline.rooting import roots

_T = TypeVar("_T")
_ENGAGEMENTS = list(Engagement)
_ANSWERS = list(Restricted)


def merge(reports: Sequence[Report]) -> Report:
    """Return one report with everything that the reports say; a single one comes back as it is.

    Two reports may rest on different catalogues: the stamp then names all of them.
    """
    if len(reports) == 1:
        return reports[0]
    components = _fold((each for report in reports for each in report.components), lambda e: e.purl, _component)
    resolutions = _fold((each for report in reports for each in report.resolutions), lambda e: e.component, _resolution)
    judged = _fold(
        (each for report in reports for each in report.determinations),
        lambda each: f"{each.component}\n{each.use_case}\n{each.use}",
        lambda one, other: one if one.verdict >= other.verdict else other,
    )
    findings = _findings(each for report in reports for each in report.findings)
    problems = tuple(dict.fromkeys(each for report in reports for each in report.problems))
    determinations = sorted(judged.values(), key=lambda e: (e.component, e.use_case, e.use))
    edges = {each for report in reports for each in report.edges}
    evidence = {each for report in reports for each in report.evidence}
    return Report(
        tool=Tool(name=reports[0].tool.name, version=_joined(each.tool.version for each in reports)),
        catalogue=CatalogueStamp(
            version=_joined(each.catalogue.version for each in reports),
            digest=_joined(each.catalogue.digest for each in reports),
        ),
        inputs=tuple(dict.fromkeys(each for report in reports for each in report.inputs)),
        components=tuple(components[each] for each in sorted(components)),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.relation.value, e.target, str(e.location)))),
        evidence=tuple(
            sorted(evidence, key=lambda e: (e.component, e.form.value, e.statement, e.source, str(e.location)))
        ),
        resolutions=tuple(resolutions[each] for each in sorted(resolutions)),
        determinations=tuple(determinations),
        findings=findings,
        problems=problems,
        summary=Summary(
            components=len(components),
            files=sum(each.summary.files for each in reports),
            restricted=_count((each.restricted.value for each in resolutions.values()), Restricted),
            verdicts=_count(_strictest(determinations), Verdict),
            findings=_count((each.level.value for each in findings if each.suppressed is None), Level),
            ignored=sum(each.suppressed is not None for each in findings),
            unread=len(problems),
            use_cases=max(
                len({each.use_case for each in determinations}), *(each.summary.use_cases for each in reports)
            ),
            roots=roots(
                {each.purl: each for each in components.values()},
                edges,
                {each.component: each for each in resolutions.values()},
            ),
        ),
    )


def _component(one: Component, other: Component) -> Component:
    return replace(
        one,
        groups=_union(one.groups, other.groups) if one.groups and other.groups else (),
        platforms=either_platform((one.platforms, other.platforms)),
        engagement=max(one.engagement, other.engagement, key=_ENGAGEMENTS.index),
        locations=_union(one.locations, other.locations),
        found_by=_union(one.found_by, other.found_by),
        root=one.root or other.root,
    )


def _resolution(one: Resolution, other: Resolution) -> Resolution:
    """Return what both come to; two that differ are a conflict, and no free branch may be relied on."""
    if one == other:
        return one
    first, second = sorted((one, other), key=lambda each: _ANSWERS.index(each.restricted), reverse=True)
    differ = first.expression != second.expression
    reason = f"the reports differ: {_said(first)} and {_said(second)}" if differ else first.reason or second.reason
    return replace(
        first,
        status=Status.CONFLICT if differ else first.status,
        licenses=_union(first.licenses, second.licenses),
        restrictions=_union(first.restrictions, second.restrictions),
        relied_on=first.relied_on if first.relied_on == second.relied_on else None,
        complete=first.complete and second.complete,
        unread=_union(first.unread, second.unread),
        reason=reason,
    )


def _said(resolution: Resolution) -> str:
    return resolution.expression or resolution.reason or resolution.status.value


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once; one that counts in any report counts."""
    kept: dict[Finding, Finding] = {}
    for each in findings:
        bare = replace(each, suppressed=None)
        if bare not in kept or each.suppressed is None:
            kept[bare] = each
    return tuple(kept.values())


def _fold(values: Iterable[_T], key: Callable[[_T], str], join: Callable[[_T, _T], _T]) -> dict[str, _T]:
    folded: dict[str, _T] = {}
    for each in values:
        name = key(each)
        folded[name] = join(folded[name], each) if name in folded else each
    return folded


def _union(one: tuple[_T, ...], other: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _joined(words: Iterable[str]) -> str:
    return " + ".join(dict.fromkeys(words))


def _strictest(determinations: Iterable[Determination]) -> list[str]:
    worst: dict[Purl, Verdict] = {}
    for each in determinations:
        worst[each.component] = worst.get(each.component, each.verdict) & each.verdict
    return [each.value for each in worst.values()]


def _count(values: Iterable[str], words: "type[Restricted | Verdict | Level]") -> dict[str, int]:
    counted = Counter(values)
    return {each.value: counted[each.value] for each in words}

"""What each project of a monorepo leads to, counted by itself: a component of two projects counts for both."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rail.domain.component import Component, Edge, Kind
from rail.domain.evidence import Resolution, Restricted
from rail.domain.record import Purl
from rail.domain.report import RootSummary

MAX_ROOTS = 500
"""How many projects are counted by themselves."""


def roots(
    components: Mapping[Purl, Component], edges: Iterable[Edge], resolutions: Mapping[Purl, Resolution]
) -> tuple[RootSummary, ...]:
    """Return the projects that lead to something, by package URL; nothing where there is only one."""
    projects = {each for each, component in components.items() if component.kind is Kind.CODE}
    if len(projects) < 2:  # noqa: PLR2004 -- one project is the whole report
        return ()
    ways: dict[Purl, list[Purl]] = {}
    for edge in edges:
        if edge.source in components and edge.target in components:
            ways.setdefault(edge.source, []).append(edge.target)
    found = sorted(projects & ways.keys())
    if len(found) < 2:  # noqa: PLR2004 -- same
        return ()
    return tuple(_summary(components[each], ways, resolutions) for each in found[:MAX_ROOTS])


def _summary(root: Component, ways: Mapping[Purl, list[Purl]], resolutions: Mapping[Purl, Resolution]) -> RootSummary:
    reached = {root.purl}
    pending = [root.purl]
    while pending:
        for target in ways.get(pending.pop(), ()):
            if target not in reached:
                reached.add(target)
                pending.append(target)
    answers = Counter(resolutions[each].restricted for each in reached - {root.purl} if each in resolutions)
    return RootSummary(
        component=root.purl,
        path=max((each.path for each in root.locations), key=lambda path: path.count("/"), default=None),
        components=len(reached) - 1,
        restricted={each.value: answers[each] for each in Restricted},
    )

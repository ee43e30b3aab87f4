"""How one comes from the project to a component: what leads to what, and the ways, the shortest first."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from rail.domain.component import Edge, Kind
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.report._index import roots_of
from rail.report._once import once

MAX_STEPS = 20_000
"""How many beginnings of ways are looked at: packages that need one another in a tangle have ways without number."""


class Ways(NamedTuple):
    """Ways to a component, each from a root down to it; `more` counts those left out, at least where not `exact`."""

    shown: tuple[tuple[Purl, ...], ...]
    more: int
    exact: bool


class Paths:
    """The graph of a report, up and down; `tops` are its roots, and then whatever nothing leads to."""

    def __init__(self, report: Report) -> None:
        self.down: dict[Purl, list[Edge]] = {each.purl: [] for each in report.components}
        self.up: dict[Purl, list[Purl]] = {each.purl: [] for each in report.components}
        for edge in report.edges:
            if edge.source in self.down and edge.target in self.down and edge.source != edge.target:
                self.down[edge.source].append(edge)
                if edge.source not in self.up[edge.target]:
                    self.up[edge.target].append(edge.source)
        for source, edges in self.down.items():
            self.down[source] = once(edges)
        self.roots = [each.purl for each in roots_of(report)]
        known = set(self.roots)
        loose = [each for each in report.components if each.purl not in known and not self.up[each.purl]]
        loose.sort(key=lambda each: each.kind is not Kind.CODE)
        self.tops = [*self.roots, *(each.purl for each in loose)]
        self._nearer: dict[Purl, Purl | None] | None = None

    def reached(self, starts: Iterable[Purl]) -> set[Purl]:
        """Return the starts and everything that they lead to."""
        found = set(starts)
        queue = list(found)
        while queue:
            for edge in self.down[queue.pop()]:
                if edge.target not in found:
                    found.add(edge.target)
                    queue.append(edge.target)
        return found

    def shortest(self, purl: Purl) -> tuple[Purl, ...]:
        """Return the shortest way from a root to a component; one of its own where no root leads to it."""
        if self._nearer is None:
            self._nearer = dict.fromkeys(self.tops)
            queue = deque(self.tops)
            while queue:
                at = queue.popleft()
                for edge in self.down[at]:
                    if edge.target not in self._nearer:
                        self._nearer[edge.target] = at
                        queue.append(edge.target)
        way = [purl]
        while (nearer := self._nearer.get(way[-1])) is not None:
            way.append(nearer)
        return tuple(reversed(way))

    def all(self, purl: Purl, most: int) -> Ways:
        """Return the ways to a component on which nothing comes twice: from roots first, the shortest first."""
        ends, roots = set(self.tops), set(self.roots)
        shown: list[tuple[Purl, ...]] = []
        loose: list[tuple[Purl, ...]] = []
        count = steps = 0
        queue: deque[tuple[Purl, ...]] = deque([(purl,)])
        while queue and steps < MAX_STEPS:
            way = queue.popleft()
            steps += 1
            if way[0] in ends:
                count += 1
                ways = shown if way[0] in roots else loose
                if len(ways) < most:
                    ways.append(way)
                continue
            queue.extend((source, *way) for source in self.up.get(way[0], ()) if source not in way)
        shown = (shown + loose)[:most]
        if not shown and purl in self.down:
            shown.append(self.shortest(purl))
            count = 1
        return Ways(tuple(shown), count - len(shown), not queue)

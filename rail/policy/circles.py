"""Circles in a lineage: groups of components each of which is said to descend from all the others."""

from collections import defaultdict
from collections.abc import Iterable

from rail.domain.component import LINEAGE, Edge
from rail.domain.record import Purl


def circles(edges: Iterable[Edge]) -> list[tuple[Purl, ...]]:
    """Return each circle once, sorted; without recursion, in time proportional to the edges (Tarjan).

    https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
    """
    parents: dict[Purl, list[Purl]] = defaultdict(list)
    for edge in edges:
        if edge.relation in LINEAGE:
            parents[edge.source].append(edge.target)
    walk = _Walk(parents)
    for each in sorted(parents):
        walk.visit(each)
    return sorted(walk.found)


class _Walk:
    def __init__(self, parents: dict[Purl, list[Purl]]) -> None:
        self._parents = parents
        self._number: dict[Purl, int] = {}
        self._lowest: dict[Purl, int] = {}
        self._open: dict[Purl, None] = {}
        self.found: list[tuple[Purl, ...]] = []

    def visit(self, start: Purl) -> None:
        """Walk up from a component that was not met yet."""
        if start in self._number:
            return
        self._enter(start)
        todo = [(start, iter(self._parents.get(start, ())))]
        while todo:
            at, rest = todo[-1]
            above = next(rest, None)
            if above is None:
                todo.pop()
                self._leave(at)
                if todo:
                    below = todo[-1][0]
                    self._lowest[below] = min(self._lowest[below], self._lowest[at])
            elif above not in self._number:
                self._enter(above)
                todo.append((above, iter(self._parents.get(above, ()))))
            elif above in self._open:
                self._lowest[at] = min(self._lowest[at], self._number[above])

    def _enter(self, at: Purl) -> None:
        self._number[at] = self._lowest[at] = len(self._number)
        self._open[at] = None

    def _leave(self, at: Purl) -> None:
        if self._lowest[at] != self._number[at]:
            return
        group: list[Purl] = []
        while not group or group[-1] != at:
            group.append(self._open.popitem()[0])
        if len(group) > 1:
            self.found.append(tuple(sorted(group)))

"""Who descends from given ancestors, and by which way: walks down the lineage that meet each descendant once.

So cycles end where they close, and a walk takes time in proportion to the edges it meets.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rail.domain.component import LINEAGE, Edge
from rail.domain.record import Purl

MAX_PATH = 32
"""How many steps of a way are kept."""


class Step(NamedTuple):
    """The step up from a descendant, and the ancestor at the end of the way."""

    edge: Edge
    origin: Purl


class Descent:
    """The lineage of all components, laid out from the ancestors down."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._down: dict[Purl, list[Edge]] = defaultdict(list)
        for edge in edges:
            if edge.relation in LINEAGE and edge.source != edge.target:
                self._down[edge.target].append(edge)

    def __iter__(self) -> Iterator[Purl]:
        """Yield everything that something descends from."""
        return iter(self._down)

    def below(
        self, starts: Iterable[Purl], counts: Callable[[Edge], bool], met: Mapping[Purl, Step] | None = None
    ) -> dict[Purl, Step]:
        """Return the step up of each descendant of `starts`, and of those `met` already, along the edges that count."""
        origins = {start: start for start in starts}
        for descendant, step in (met or {}).items():
            origins.setdefault(descendant, step.origin)
        steps: dict[Purl, Step] = {}
        queue = deque(origins)
        while queue:
            at = queue.popleft()
            for edge in self._down.get(at, ()):
                if edge.source not in origins and counts(edge):
                    origins[edge.source] = origins[at]
                    steps[edge.source] = Step(edge, origins[at])
                    queue.append(edge.source)
        return steps


def way(component: Purl, steps: Mapping[Purl, Step]) -> tuple[Edge, ...]:
    """Return the edges from a component up to its ancestor, of a very long way only the first."""
    edges: list[Edge] = []
    while component in steps and len(edges) < MAX_PATH:
        edges.append(steps[component].edge)
        component = edges[-1].target
    return tuple(edges)

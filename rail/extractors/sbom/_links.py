"""How the things of a bill of materials hang together, and what of it is the project's own wish."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rail.domain.component import Edge, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.extractors.sbom._thing import Thing

_DOWN = frozenset({Relation.DEPENDS_ON, Relation.CONTAINS})


class Link(NamedTuple):
    """A relation between two keys of a document, and the group (`dev`, `optional`) that it holds for."""

    source: str
    relation: Relation
    target: str
    group: str | None = None


def grouped(things: dict[str, Thing], links: Iterable[Link]) -> dict[str, Thing]:
    """Return the things with the groups of the links that lead to them; one link without a group takes all away."""
    through: dict[str, set[str | None]] = {}
    for link in links:
        if link.relation in _DOWN:
            through.setdefault(link.target, set()).add(link.group)
    return {
        key: thing._replace(groups=tuple(sorted(group for group in groups if group)))
        if (groups := through.get(key)) and None not in groups
        else thing
        for key, thing in things.items()
    }


def edges(things: dict[str, Thing], links: Iterable[Link], subjects: Iterable[str]) -> Iterator[Edge]:
    """Yield the edges; the project, for which subjects that are no things stand, leads to all that nothing leads to."""
    subjects = tuple(subjects)
    ways: dict[str, list[str]] = {}
    lineage: set[str] = set()
    for link in dict.fromkeys(links):
        target = things.get(link.target)
        source = things.get(link.source)
        if target is None or (source is None and link.source not in subjects):
            continue
        if link.relation in _DOWN:
            ways.setdefault(link.source, []).append(link.target)
        else:
            lineage.add(link.target)
        owner = source or target
        yield from _edge(source.purl if source else OWNER, link.relation, target.purl, owner.where)
    for key in subjects:
        if key in things:
            yield from _edge(OWNER, Relation.DEPENDS_ON, things[key].purl, things[key].where)
    met = _reachable(subjects, ways)
    asked = lineage | {target for source, targets in ways.items() for target in targets if target != source}
    for in_circles in (False, True):
        for key, thing in things.items():
            if key not in met and key not in lineage and (in_circles or key not in asked):
                met |= _reachable([key], ways)
                yield from _edge(OWNER, Relation.DEPENDS_ON, thing.purl, thing.where)


def _edge(source: Purl, relation: Relation, target: Purl, where: Location) -> Iterator[Edge]:
    if source != target:
        yield Edge(source=source, relation=relation, target=target, location=where)


def _reachable(starts: Iterable[str], ways: dict[str, list[str]]) -> set[str]:
    seen: set[str] = set()
    pending = list(starts)
    while pending:
        key = pending.pop()
        if key not in seen:
            seen.add(key)
            pending += ways.get(key, ())
    return seen

"""What Poetry's and PDM's lockfiles have in common: entries that name each other by ranges, and a manifest beside."""

from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Kind
from rail.domain.record import Purl
from rail.extractors.lockgraph import MAX_ANSWERS, LockGraph
from rail.extractors.python._manifest import normal
from rail.extractors.python._wanted import manifest_beside, wanted
from rail.sources.spi import SourceFile


class Locked(NamedTuple):
    """One entry: what it is, whom it asks for (name, extras), and the groups that the lockfile says it is wanted for.

    `None` among the groups stands for the project itself; no groups at all mean that the lockfile does not tell.
    """

    purl: Purl
    kind: Kind
    name: str
    version: str | None
    line: int | None
    wants: tuple[tuple[str, str], ...]
    groups: tuple[str | None, ...] = ()
    extras: str = ""
    optional: bool = False
    platforms: tuple[str, ...] = ()


def graph(file: SourceFile, entries: list[Locked]) -> Iterator[Component | Edge]:
    """Yield one component per entry with its groups, and the edges, those of the project included.

    The project asks for what its manifest says, and for all whose groups no asking package explains.
    """
    locked = LockGraph(str(file.path))
    by_name: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        locked.add(
            str(index),
            entry.purl,
            entry.name,
            entry.version,
            line=entry.line,
            kind=entry.kind,
            platforms=entry.platforms,
        )
        by_name.setdefault(normal(entry.name), []).append(index)
    asked_by: dict[int, set[int]] = {}
    for index, entry in enumerate(entries):
        for name, extras in entry.wants:
            for target in _meant(name, extras, by_name, entries):
                locked.ask(str(index), str(target))
                asked_by.setdefault(target, set()).add(index)
    document = manifest_beside(file)
    for each in wanted(document) if document is not None else ():
        for target in _meant(normal(each.requirement.name), each.extras, by_name, entries):
            if each.group != "build":
                locked.ask("", str(target), each.group)
                asked_by.setdefault(target, set()).add(-1)
    for index, entry in enumerate(entries):
        askers = asked_by.get(index, set())
        for group in _own_wish(entry, askers, [entries[each] for each in askers if each >= 0]):
            locked.ask("", str(index), group)
    return locked.found()


def _own_wish(entry: Locked, askers: set[int], asking: list[Locked]) -> Iterator[str | None]:
    """Yield the groups for which the project itself must have asked, since nobody else did."""
    if not askers:
        yield from entry.groups or (("optional",) if entry.optional else (None,))
    elif -1 not in askers and all(each.groups for each in asking):
        explained = {group for each in asking for group in each.groups}
        yield from (group for group in entry.groups if group not in explained)


def _meant(name: str, extras: str, by_name: dict[str, list[int]], entries: list[Locked]) -> list[int]:
    """Return the entries that a dependency can mean: the one with just its extras, else all of that name."""
    named = by_name.get(name, [])[:MAX_ANSWERS]
    return [index for index in named if entries[index].extras == extras] or named

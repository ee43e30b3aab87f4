"""What most lockfiles tell: locked packages, who asks for whom, and through which groups each one is wanted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER, Purl

MAX_ANSWERS = 16
"""How many versions a name is linked to where the lockfile does not tell which one is meant."""


class _Package(NamedTuple):
    """One locked thing and the place of its entry."""

    purl: Purl
    kind: Kind
    name: str
    version: str | None
    place: Location


class _Wish(NamedTuple):
    """One dependency: the keys of both sides, the group it belongs to, and where it is written."""

    source: str
    target: str
    group: str | None
    line: int | None


class LockGraph:
    """The packages of one lockfile by its own keys; `""` is the project that owns the folder.

    A package is in the groups of the ways that lead to it; one that some way reaches without a group is in none.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._packages: dict[str, _Package] = {}
        self._wishes: list[_Wish] = []
        self._starts: set[str] = {""}
        self._by_name: dict[str, list[str]] = {}

    def add(
        self,
        key: str,
        purl: Purl,
        name: str,
        version: str | None,
        *,
        line: int | None = None,
        pointer: str | None = None,
        kind: Kind = Kind.PACKAGE,
    ) -> None:
        """Take a locked package; code of the house (`Kind.CODE`) is where the ways begin."""
        if key in self._packages:
            return
        place = Location(path=self._path, line=line, pointer=None if line else pointer)
        self._packages[key] = _Package(purl, kind, name, version, place)
        self._by_name.setdefault(name, []).append(key)
        if kind is Kind.CODE:
            self._starts.add(key)

    def alias(self, key: str, of: str) -> None:
        """Let a second key mean the same package."""
        if of in self._packages:
            self._packages.setdefault(key, self._packages[of])

    def ask(self, source: str, target: str, group: str | None = None, *, line: int | None = None) -> None:
        """Take a dependency of `source` on `target`; keys that nobody owns lead nowhere."""
        self._wishes.append(_Wish(source, target, group, line))

    def __contains__(self, key: object) -> bool:
        return key in self._packages

    def named(self, name: str) -> list[str]:
        """Return the keys of the packages called `name`, a handful at most."""
        return self._by_name.get(name, [])[:MAX_ANSWERS]

    def unwanted(self) -> list[str]:
        """Return the packages that no other package asks for: what a project must have asked for itself."""
        wanted = {wish.target for wish in self._wishes if wish.source}
        return [key for key, package in self._packages.items() if key not in wanted and package.kind is not Kind.CODE]

    def found(self) -> Iterator[Component | Edge]:
        """Yield one component per package, in the order of the file, then the edges."""
        groups = self._groups()
        components: dict[Purl, Component] = {}
        for key, package in self._packages.items():
            known = components.get(package.purl)
            through = groups.get(key, ())
            if known is not None:
                through = tuple(sorted({*known.groups, *through})) if known.groups and through else ()
            components[package.purl] = Component(
                purl=package.purl,
                kind=package.kind,
                name=package.name,
                version=package.version,
                groups=through,
                locations=known.locations if known is not None else (package.place,),
            )
        yield from components.values()
        yield from dict.fromkeys(self._edges())

    def _edges(self) -> Iterable[Edge]:
        for wish in self._wishes:
            target = self._packages.get(wish.target)
            source = self._packages.get(wish.source)
            if target is None or (source is None and wish.source) or (source and source.purl == target.purl):
                continue
            place = source.place if source is not None else Location(path=self._path)
            if wish.line is not None:
                place = Location(path=self._path, line=wish.line)
            elif source is None:
                place = target.place
            yield Edge(
                source=source.purl if source is not None else OWNER,
                relation=Relation.DEPENDS_ON,
                target=target.purl,
                location=place,
            )

    def _groups(self) -> dict[str, tuple[str, ...]]:
        """Return the groups of each package that the project reaches; walks every way once per set of groups."""
        ways: dict[str, list[_Wish]] = {}
        for wish in self._wishes:
            ways.setdefault(wish.source, []).append(wish)
        seen: dict[str, set[frozenset[str]]] = {}
        pending = [(start, frozenset[str]()) for start in self._starts]
        while pending:
            key, through = pending.pop()
            met = seen.setdefault(key, set())
            if any(other <= through for other in met) or len(met) >= MAX_ANSWERS:
                continue
            met.add(through)
            pending += [
                (wish.target, through if wish.group is None else through | {wish.group}) for wish in ways.get(key, ())
            ]
        return {
            key: () if frozenset() in met else tuple(sorted(frozenset().union(*met))) for key, met in seen.items()
        }

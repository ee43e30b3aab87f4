"""What most lockfiles tell: locked packages, who asks for whom, and through which groups each one is wanted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from rail.domain.component import Component, Edge, Kind, Location, Relation, either_platform
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
    platforms: tuple[str, ...]


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
        self._aliases: dict[str, str] = {}
        self._wishes: list[_Wish] = []
        self._own: set[str] = {""}
        self._starts: set[str] = set()
        self._by_name: dict[str, list[str]] = {}
        self._everywhere: frozenset[str] = frozenset()

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
        path: str | None = None,
        platforms: tuple[str, ...] = (),
    ) -> None:
        """Take a locked package; code of the house (`Kind.CODE`) is where the ways begin.

        `path` is the file that tells of it, where that is not the lockfile. `platforms` are those that alone need it.
        """
        if key in self._packages:
            return
        place = Location(path=path or self._path, line=line, pointer=None if line else pointer)
        self._packages[key] = _Package(purl, kind, name, version, place, platforms)
        self._by_name.setdefault(name, []).append(key)
        if kind is Kind.CODE:
            self._starts.add(key)

    def locked_for(self, platforms: Iterable[str]) -> None:
        """Let these be all platforms of the lockfile: a package that all of them need has none of its own."""
        self._everywhere = frozenset(platforms)

    def own(self, *keys: str) -> None:
        """Let these keys mean the project that owns the folder."""
        self._own.update(keys)

    def alias(self, key: str, of: str) -> None:
        """Let a second key mean the same package."""
        if key not in self._packages:
            self._aliases.setdefault(key, of)

    def ask(self, source: str, target: str, group: str | None = None, *, line: int | None = None) -> None:
        """Take a dependency of `source` on `target`; keys that nobody owns lead nowhere."""
        self._wishes.append(_Wish("" if source in self._own else source, target, group, line))

    def __contains__(self, key: object) -> bool:
        return key in self._packages or key in self._own or self._aliases.get(str(key)) in self._packages

    def named(self, name: str) -> list[str]:
        """Return the keys of the packages called `name`, a handful at most."""
        return self._by_name.get(name, [])[:MAX_ANSWERS]

    def unwanted(self) -> list[str]:
        """Return the packages that no other package asks for: what a project must have asked for itself."""
        wanted = {wish.target for wish in self._settled() if wish.source}
        return [key for key, package in self._packages.items() if key not in wanted and package.kind is not Kind.CODE]

    def found(self) -> Iterator[Component | Edge]:
        """Yield one component per package, in the order of the file, then the edges."""
        wishes = self._settled()
        groups = self._groups(wishes)
        components: dict[Purl, Component] = {}
        through: dict[Purl, tuple[str, ...]] = {}
        needed: dict[Purl, tuple[str, ...]] = {}
        for key, package in self._packages.items():
            if package.purl not in components:
                components[package.purl] = Component(
                    purl=package.purl,
                    kind=package.kind,
                    name=package.name,
                    version=package.version,
                    locations=(package.place,),
                )
            needed[package.purl] = either_platform((needed.get(package.purl, package.platforms), package.platforms))
            if key in groups:
                other = through.get(package.purl, groups[key])
                through[package.purl] = tuple(sorted({*other, *groups[key]})) if other and groups[key] else ()
        for identity, component in components.items():
            platforms = (
                needed[identity] if not self._everywhere or not self._everywhere <= set(needed[identity]) else ()
            )
            yield replace(component, groups=through.get(identity, ()), platforms=platforms)
        yield from dict.fromkeys(self._edges(wishes))

    def _settled(self) -> list[_Wish]:
        """Return the dependencies that lead somewhere, each key in its first spelling."""
        settled = []
        for wish in self._wishes:
            source, target = self._aliases.get(wish.source, wish.source), self._aliases.get(wish.target, wish.target)
            if target in self._packages and (not source or source in self._packages):
                settled.append(wish._replace(source=source, target=target))
        return settled

    def _edges(self, wishes: list[_Wish]) -> Iterator[Edge]:
        for wish in wishes:
            target = self._packages[wish.target]
            source = self._packages.get(wish.source)
            if source is not None and source.purl == target.purl:
                continue
            place = source.place if source is not None else target.place
            yield Edge(
                source=source.purl if source is not None else OWNER,
                relation=Relation.DEPENDS_ON,
                target=target.purl,
                location=place if wish.line is None else Location(path=self._path, line=wish.line),
            )

    def _groups(self, wishes: list[_Wish]) -> dict[str, tuple[str, ...]]:
        """Return the groups of each package that the project reaches; walks every way once per set of groups."""
        ways: dict[str, list[_Wish]] = {}
        for wish in wishes:
            ways.setdefault(wish.source, []).append(wish)
        seen: dict[str, set[frozenset[str]]] = {}
        pending = [(start, frozenset[str]()) for start in ("", *self._starts)]
        while pending:
            key, through = pending.pop()
            met = seen.setdefault(key, set())
            if any(other <= through for other in met) or len(met) >= MAX_ANSWERS:
                continue
            met.add(through)
            pending += [
                (wish.target, through if wish.group is None else through | {wish.group}) for wish in ways.get(key, ())
            ]
        return {key: () if frozenset() in met else tuple(sorted(frozenset().union(*met))) for key, met in seen.items()}

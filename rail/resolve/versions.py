"""Which version is meant where only a name is written: the one that the lock of the same project holds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rail.catalogue.versions import holds
from rail.domain.component import Component, Edge, Kind, Relation, Wish
from rail.domain.record import Purl
from rail.purl import split, without_version


class Spoken(NamedTuple):
    """An edge and who speaks in it."""

    edge: Edge
    source: Purl


class Versions:
    """The versions of every component, by what it is without one; `homes` are the folders of each component."""

    def __init__(
        self, components: Mapping[Purl, Component], homes: Mapping[Purl, set[str]], spoken: Iterable[Spoken]
    ) -> None:
        self._components = components
        self._homes = homes
        self._known: dict[Purl, list[Purl]] = {}
        for each, component in components.items():
            if component.version:
                self._known.setdefault(without_version(each), []).append(each)
        self._locked: dict[tuple[Purl, Purl], list[Purl]] = {}
        for edge, source in spoken:
            if edge.relation is Relation.DEPENDS_ON and edge.target in components:
                self._locked.setdefault((source, without_version(edge.target)), []).append(edge.target)

    def of(self, name: Purl) -> list[Purl]:
        """Return the versions of a component that is named without one."""
        return self._known.get(name, [])

    def meant(self, edge: Edge, source: Purl) -> list[Purl]:
        """Return what an edge leads to: for a package without a version those of its source's own lock.

        Else those that are locked or installed around the source, not in a project beside it; else itself, or what
        else there is of it. What lies outside the range of a wish is not meant: a lock that is out of date.
        """
        target = edge.target
        itself = [target] if target in self._components else []
        known = self.of(target)
        if not known or (itself and self._components[target].kind is not Kind.PACKAGE):
            return itself
        own = [each for each in self._locked.get((source, target), ()) if each != target and _fits(edge, each)]
        if own:
            return own
        known = [each for each in known if _fits(edge, each)]
        return [each for each in known if self._is_around(source, each)] or itself or known

    def giving_way(self, kept: set[Purl]) -> list[Purl]:
        """Return the packages without a version that stand for one that is known; `kept` are meant by themselves."""
        return [
            each
            for each in self._known
            if each not in kept and each in self._components and self._components[each].kind is Kind.PACKAGE
        ]

    def _is_around(self, source: Purl, package: Purl) -> bool:
        """Tell whether a package is named in a folder above or below that of its source, not beside it."""
        homes = self._homes.get(source)
        if not homes:
            return True
        folders = {_folder(each.path) for each in self._components[package].locations}
        return any(
            not folder or not home or f"{home}/".startswith(f"{folder}/") or folder.startswith(f"{home}/")
            for folder in folders
            for home in homes
        )


def _fits(edge: Edge, package: Purl) -> bool:
    """Tell whether a version may be what an edge leads to; not one that plainly lies outside the bounds of a wish."""
    if not isinstance(edge, Wish):
        return True
    version = split(package)[2]
    return version is None or any(holds(each.strip(), version) is not False for each in edge.wanted.split("||"))


def _folder(path: str) -> str:
    """Return the folder of a lockfile, or the one that holds the `node_modules` in which a package is installed."""
    above, mark, _ = path.partition("node_modules/")
    return (above if mark else path).rpartition("/")[0]

"""uv lockfiles: `uv.lock`, version 1.

Reads every locked package (all forks), the edges between them, and through which extras and groups of the project each
is wanted, and which platforms alone need it. The project itself and the members of its workspace are code of the house;
where they live, their own manifests tell. The format holds no licences.
https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile
"""

from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Kind, Location, Relation, either_platform
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.python._manifest import own_purl, own_version
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.python._toml import block_lines, read_lock, string, table, tables
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table
from rail.sources.spi import SourceFile

VERSION = 1
MAX_FORKS = 64
"""How many versions of one package its dependants are linked to: an honest lockfile holds a handful."""
MAX_GROUPS = 500
"""How many extras and groups of the project are told apart."""
_GROUPED = ("optional-dependencies", "dev-dependencies")


class _Package(NamedTuple):
    """A locked package: its entry, its identity, and whether it is code of the house."""

    entry: Table
    name: str
    version: str | None
    purl: Purl
    own: bool
    root: bool
    line: int | None


@extractor("uv.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    text = file.text()
    lock, fault = read_lock(text, str(file.path), "[[package]]")
    version = lock.get("version")
    packages = _packages(file, tables(lock.get("package")), block_lines(text, "[[package]]"))
    by_name: dict[str, list[int]] = {}
    for index, package in enumerate(packages):
        if len(forks := by_name.setdefault(package.name, [])) < MAX_FORKS:
            forks.append(index)
    links = [_links(package, packages, by_name) for package in packages]
    groups = _groups(packages, links)
    needed = _needed(packages, links)
    for index, package in enumerate(packages):
        where = Location(path=str(file.path), line=package.line)
        yield Component(
            purl=package.purl,
            kind=Kind.CODE if package.own else Kind.PACKAGE,
            name=package.name,
            version=package.version,
            groups=groups.get(index, ()),
            platforms=needed.get(index, ()),
            locations=(where,),
            root=package.root,
        )
        for target in sorted({packages[link.target].purl for link in links[index]} - {package.purl}):
            yield Edge(source=package.purl, relation=Relation.DEPENDS_ON, target=target, location=where)
    if fault is not None:
        raise fault
    if version != VERSION:
        raise ReadError(
            f"uv.lock of version {version!r}, expected {VERSION}", place=str(file.path), hint="entries may be missing"
        )
    if not isinstance(lock.get("package", []), list) or len(packages) < len(lock.get("package", [])):
        raise ReadError("a package without a valid name", place=str(file.path), hint="the others were read")


class _Link(NamedTuple):
    """A dependency: for which extra or group of its package (`None`: always), with which extras, on which platforms."""

    group: str | None
    target: int
    extras: tuple[str, ...]
    platforms: tuple[str, ...]


def _packages(file: SourceFile, entries: list[Table], lines: list[int]) -> list[_Package]:
    packages = []
    for number, entry in enumerate(entries):
        name = string(entry.get("name"))
        if name is None or not NAME.fullmatch(name):
            continue
        source = table(entry.get("source"))
        version = string(entry.get("version"))
        line = lines[number] if len(lines) >= len(entries) else None
        folder = string(source.get("editable")) or string(source.get("virtual")) or string(source.get("directory"))
        if folder is None:
            identity = located_purl(name, version, _url(source))
        else:
            version = own_version(file, folder) or version
            identity = own_purl(name, version)
        root = folder == "." and "directory" not in source and not is_copy(file.path)
        packages.append(_Package(entry, name, version, identity, folder is not None, root, line))
    return packages


def _url(source: Table) -> str | None:
    if git := string(source.get("git")):
        base, _, commit = git.partition("#")
        return f"git+{base.partition('?')[0]}" + (f"@{commit}" if commit else "")
    return string(source.get("url"))


def _links(package: _Package, packages: list[_Package], by_name: dict[str, list[int]]) -> list[_Link]:
    links = [
        link for entry in tables(package.entry.get("dependencies")) for link in _targets(None, entry, packages, by_name)
    ]
    for section in _GROUPED:
        for group, entries in table(package.entry.get(section)).items():
            for entry in tables(entries):
                links.extend(_targets(group, entry, packages, by_name))
    return links


def _targets(group: str | None, entry: Table, packages: list[_Package], by_name: dict[str, list[int]]) -> list[_Link]:
    name, version = string(entry.get("name")), string(entry.get("version"))
    candidates = by_name.get(name, []) if name else []
    exact = [index for index in candidates if version is None or packages[index].entry.get("version") == version]
    extras = entry.get("extra")
    wanted = tuple(each for each in extras if isinstance(each, str)) if isinstance(extras, list) else ()
    needed = platforms(string(entry.get("marker")))
    return [_Link(group, index, wanted, needed) for index in exact or candidates]


def _groups(packages: list[_Package], links: list[list[_Link]]) -> dict[int, tuple[str, ...]]:
    """Return for each package that is wanted only through extras and groups of the project their names."""
    roots = [index for index, package in enumerate(packages) if package.own]
    always = _reached(
        [(link.target, link.extras) for root in roots for link in links[root] if link.group is None], links
    )
    found: dict[int, set[str]] = {}
    names = sorted({link.group for root in roots for link in links[root] if link.group is not None})
    for group in names[:MAX_GROUPS]:
        start = [(link.target, link.extras) for root in roots for link in links[root] if link.group == group]
        for index in _reached(start, links) - always - set(roots):
            found.setdefault(index, set()).add(group)
    return {index: tuple(sorted(wanting)) for index, wanting in found.items()}


def _needed(packages: list[_Package], links: list[list[_Link]]) -> dict[int, tuple[str, ...]]:
    """Return the platforms that alone need a package: those of the ways to it, each of its last marker on the way."""
    found: dict[int, tuple[str, ...]] = {index: () for index, package in enumerate(packages) if package.own}
    pending = list(found)
    while pending:
        source = pending.pop()
        for link in links[source]:
            through = link.platforms or found[source]
            told = either_platform((found.get(link.target, through), through))
            if found.get(link.target) != told:
                found[link.target] = told
                pending.append(link.target)
    return found


def _reached(start: list[tuple[int, tuple[str, ...]]], links: list[list[_Link]]) -> set[int]:
    seen: set[tuple[int, str | None]] = set()
    pending: list[tuple[int, str | None]] = [(index, extra) for index, extras in start for extra in (None, *extras)]
    while pending:
        node = pending.pop()
        if node not in seen:
            seen.add(node)
            index, group = node
            pending += [
                (link.target, extra) for link in links[index] if link.group == group for extra in (None, *link.extras)
            ]
    return {index for index, _ in seen}

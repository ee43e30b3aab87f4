"""npm lockfiles, versions 1 to 3: `package-lock.json` and `npm-shrinkwrap.json`.

Reads every locked package with the licence that npm copied into the lock (not all versions of npm do), its groups and
platforms, and the edges, by the rule with which Node.js looks for a package: the nearest `node_modules` upwards.
Folders of the project (workspaces, links) come out as code. Version 1 has no licences and does not say which packages
the project itself asks for: `package.json` beside it does, else those that nobody else asks for.

Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Role
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import (
    decode,
    elsewhere,
    folder_of,
    is_name,
    license_statements,
    npm_purl,
    platforms,
)
from rail.extractors.jsondocument import entry_lines, escaped, pointer_lines
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_SOURCE = "javascript/packagelock"
_GROUPS = {"dev": ("dev",), "optional": ("optional",), "devOptional": ("dev", "optional"), "peer": ("peer",)}
_WANTED = ("dependencies", "optionalDependencies", "peerDependencies")
_MAX_KEY = 4096


class _Entry(NamedTuple):
    """One locked package: where it is installed (`key`), what it is, and the names it asks for."""

    key: str
    purl: Purl
    kind: Kind
    name: str
    version: str | None
    groups: tuple[str, ...]
    wants: tuple[str, ...]
    raw: dict[str, Any]


@extractor("package-lock.json", "npm-shrinkwrap.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, its licence, and the edges between them."""
    path = file.path.as_posix()
    if "node_modules/" in path:
        return  # what it locks is installed beside it and is read there
    data = file.read()
    lock = decode(data, path)
    faults: list[str] = []
    packages, nested = lock.get("packages"), False
    table: dict[str, Any] = {}
    if isinstance(packages, dict):
        table = packages
    elif isinstance(lock.get("dependencies"), dict):
        table, nested = _flattened(lock["dependencies"], faults), True
        table[""] = {"dependencies": dict.fromkeys(_asked_for(file, table))}
    elif packages or lock.get("dependencies") or not {"lockfileVersion", "name"} & lock.keys():
        faults.append("no `packages` and no `dependencies` object")
    places = _Places(path, data, nested=nested)
    entries = {entry.key: entry for entry in _entries(table, faults)}
    yield from _root(file, lock, table.get(""))
    for entry in entries.values():
        yield from _described(entry, places.of(entry.key))
    links = {entry.key: entry.raw["resolved"] for entry in entries.values() if entry.raw.get("link") is True}
    for source, key, wants in _askers(table, entries):
        where = places.of(key)
        for name in wants:
            found = _resolved(entries, links, key, name)
            if found is not None:
                yield Edge(source=source, relation=Relation.DEPENDS_ON, target=found.purl, location=where)
    if faults:
        more = f" (and {len(faults) - 1} more like it)" if len(faults) > 1 else ""
        raise ReadError(faults[0] + more, place=path, hint="the rest was read; `npm install` writes the lock anew")


class _Places:
    """Where each entry stands: its line, or a JSON pointer when the document has no lines of its own."""

    def __init__(self, path: str, data: bytes, *, nested: bool) -> None:
        self._path, self._nested = path, nested
        self._lines = pointer_lines(data, objects=True) if nested else entry_lines(data, "packages")
        self._known: dict[str, Location] = {}

    def of(self, key: str) -> Location:
        """Return the place of the entry that is installed at `key`."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._of(key)
        return known

    def _of(self, key: str) -> Location:
        if self._nested:
            names = key.removeprefix("node_modules/").split("/node_modules/") if key else []
            pointer = "".join("/dependencies/" + escaped(name) for name in names)
            line = self._lines.get(pointer)
        else:
            line = self._lines.get(key)
            pointer = "" if line else "/packages/" + escaped(key)
        return Location(path=self._path, line=line, pointer=None if line or not pointer else pointer)


def _root(file: SourceFile, lock: dict[str, Any], entry: object) -> Iterator[Found]:
    """Yield the project itself where no package.json lies beside the lock to speak for it."""
    if file.beside("package.json") is not None:
        return
    about = {**lock, **(entry if isinstance(entry, dict) else {})}
    name, version = about.get("name"), about.get("version")
    if not is_name(name):
        return
    version = version if isinstance(version, str) and version else None
    folder = folder_of(file)
    itself = purl("generic", str(name), version)
    yield Component(
        purl=itself,
        kind=Kind.CODE,
        name=str(name),
        version=version,
        locations=(Location(path=file.path.as_posix(), line=1),),
        root=not folder,
    )
    yield Home(path=folder, component=itself)


def _entries(table: dict[str, Any], faults: list[str]) -> Iterator[_Entry]:
    for key, raw in table.items():
        if not key:
            continue
        if not isinstance(raw, dict):
            faults.append(f"{_pointer(key)}: expected an object, found {type(raw).__name__}")
            continue
        installed = "node_modules/" in key
        name = raw.get("name") or (key.rpartition("node_modules/")[2] if installed else key.rpartition("/")[2])
        version, resolved = raw.get("version"), raw.get("resolved")
        if not is_name(name) or len(key) > _MAX_KEY:
            faults.append(f"{_pointer(key)}: not a package name")
            continue
        if version is not None and not isinstance(version, str):
            faults.append(f"{_pointer(key)}/version: expected a string, found {type(version).__name__}")
            version = None
        link = raw.get("link") is True
        if link and not isinstance(resolved, str):
            faults.append(f"{_pointer(key)}/resolved: expected the path of a folder")
            continue
        kind = Kind.PACKAGE if installed and not link else Kind.CODE
        yield _Entry(
            key=key,
            purl=npm_purl(name, version, elsewhere(resolved))
            if kind is Kind.PACKAGE
            else purl("generic", name, version),
            kind=kind,
            name=name,
            version=version or None,
            groups=_groups(raw),
            wants=_names(raw, _WANTED),
            raw=raw,
        )


def _pointer(key: str) -> str:
    return f"/packages/{escaped(key[:200])}"


def _groups(raw: dict[str, Any]) -> tuple[str, ...]:
    if raw.keys().isdisjoint(_GROUPS):
        return ()
    return _grouped(tuple([flag for flag in _GROUPS if raw.get(flag) is True]))


@lru_cache(maxsize=16)
def _grouped(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({group for flag in flags for group in _GROUPS[flag]}))


def _described(entry: _Entry, where: Location) -> Iterator[Found]:
    if entry.raw.get("link") is True:
        return  # the folder that it points to has an entry of its own
    yield Component(
        purl=entry.purl,
        kind=entry.kind,
        name=entry.name,
        version=entry.version,
        groups=entry.groups,
        platforms=platforms(entry.raw.get("os"), entry.raw.get("cpu"), entry.raw.get("libc")),
        locations=(where,),
    )
    for form, statement, pointer in license_statements(entry.raw):
        yield Evidence(
            component=entry.purl,
            form=form,
            role=Role.DECLARED,
            statement=statement,
            source=_SOURCE,
            location=replace(where, pointer=pointer) if pointer else where,
        )


def _askers(table: dict[str, Any], entries: dict[str, _Entry]) -> Iterator[tuple[Purl, str, tuple[str, ...]]]:
    root = table.get("")
    if isinstance(root, dict):
        yield OWNER, "", _names(root, (*_WANTED, "devDependencies"))
    for entry in entries.values():
        own = entry.kind is Kind.CODE
        yield entry.purl, entry.key, (_names(entry.raw, (*_WANTED, "devDependencies")) if own else entry.wants)


def _names(raw: dict[str, Any], fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names asked for, each once, in the order written."""
    names: dict[str, None] = {}
    for field in fields:
        value = raw.get(field)
        if isinstance(value, dict):
            names.update(dict.fromkeys(filter(is_name, value)))
    return tuple(names)


def _resolved(entries: dict[str, _Entry], links: dict[str, str], key: str, name: str) -> _Entry | None:
    """Return what `name` means to the package at `key`: the nearest one upwards, links followed."""
    folder = key
    while True:
        candidate = f"{folder}/node_modules/{name}" if folder else f"node_modules/{name}"
        found = entries.get(candidate)
        if found is not None:
            return entries.get(links[candidate]) if candidate in links else found
        if not folder:
            return None
        folder = folder.rpartition("/")[0]


def _flattened(dependencies: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    """Turn the nested tree of version 1 into the flat table of version 3."""
    table: dict[str, Any] = {}
    pending = [("", dependencies)]
    while pending:
        above, level = pending.pop()
        for name, raw in level.items():
            key = f"{above}/node_modules/{name}" if above else f"node_modules/{name}"
            if not isinstance(raw, dict):
                faults.append(f"{escaped(key[:200])}: expected an object, found {type(raw).__name__}")
                continue
            table[key] = _modernised(raw)
            if isinstance(raw.get("dependencies"), dict) and len(key) <= _MAX_KEY:
                pending.append((key, raw["dependencies"]))
    return table


def _modernised(raw: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of version 1 with the fields of version 3: aliases and origins hide in its `version`."""
    entry: dict[str, Any] = {flag: True for flag in _GROUPS if raw.get(flag) is True}
    entry["resolved"] = raw.get("resolved")
    entry["dependencies"] = raw.get("requires")
    version = raw.get("version")
    if isinstance(version, str) and version.startswith("npm:"):
        entry["name"], _, version = version.removeprefix("npm:").rpartition("@")
    if isinstance(version, str) and (":" in version or "/" in version):
        entry["resolved"], version = version, None
    entry["version"] = version
    return entry


def _asked_for(file: SourceFile, table: dict[str, Any]) -> list[str]:
    """Return the names that the project itself asks for, which version 1 leaves to package.json."""
    beside = file.beside("package.json")
    if beside is not None:
        try:
            manifest = decode(beside.read(), beside.path.as_posix())
        except ReadError:
            pass  # its own extractor reports it
        else:
            return list(_names(manifest, (*_WANTED, "devDependencies")))
    wanted = {name for raw in table.values() for name in _names(raw, ("dependencies",))}
    top = [key.removeprefix("node_modules/") for key in table if key.count("node_modules/") == 1]
    return [name for name in top if name not in wanted]

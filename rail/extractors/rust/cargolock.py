"""Cargo lockfiles: `Cargo.lock`, versions 1 to 4.

Reads every locked crate and the edges. Crates without a source are those of the house. Which dependencies are for
development or building only, the manifests of these tell. The format holds no licences.

https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.lockgraph import LockGraph
from rail.extractors.rust._cargo import MAX_NAME, crate_purl, string, table, wishes, workspace_of
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table, read_blocks, read_toml
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "`cargo generate-lockfile` writes it anew"
_HEADER = "[[package]]"
_NAME = re.compile(r"[\w-]+\Z")
MAX_MANIFESTS = 500


class _Crate(NamedTuple):
    """A locked crate: the key that tells it from its other versions, and what it asks for."""

    key: str
    name: str
    wants: list[str]


class _Manifests(NamedTuple):
    """What the manifests below the lock tell: the group of each wish by crate, and which crates are vendored copies."""

    groups: dict[str, dict[str, str | None]]
    copies: set[str]


@extractor("Cargo.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked crate, and the edges."""
    if is_copy(file.path):
        return  # what a vendored crate was once developed with
    path = file.path.as_posix()
    text = file.text()
    lock, fault = read_blocks(text, path, _HEADER)
    graph = LockGraph(path)
    crates: list[_Crate] = []
    entries = lock.get("package")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip() == _HEADER]
    listed = entries if isinstance(entries, list) else []
    local = any("source" not in table(entry) for entry in listed)
    manifests = _manifests(file) if local else _Manifests({}, set())
    for index, entry in enumerate(listed):
        line = lines[index] + 1 if len(lines) >= len(listed) else None
        crate = _crate(graph, table(entry), line, manifests.copies)
        if crate is None:
            fault = fault or ReadError("a package without a valid name", place=path, line=line, hint=_HINT)
        else:
            crates.append(crate)
    for crate in crates:
        for wanted in crate.wants:
            name, _, version = wanted.partition(" ")
            key = f"{name} {version.partition(' ')[0]}"
            told = manifests.groups.get(crate.name, {})
            for target in [key] if key in graph else graph.named(name):
                graph.ask(crate.key, target, told.get(name))
    yield from graph.found()
    if fault is None and not isinstance(entries, list):
        fault = ReadError("no [[package]]", place=path, hint="is it a lockfile of Cargo?")
    if fault is not None:
        raise fault


def _crate(graph: LockGraph, entry: Table, line: int | None, copies: set[str]) -> _Crate | None:
    name, version = string(entry.get("name")), string(entry.get("version"))
    if name is None or version is None or not _NAME.match(name) or len(name) > MAX_NAME:
        return None
    source = string(entry.get("source"))
    key = f"{name} {version}"
    own = source is None and name not in copies
    identity = purl("generic", name, version) if own else crate_purl(name, version, source)
    if key in graph:
        key = f"{key} {source}"  # one version from two places
    graph.add(key, identity, name, version, line=line, kind=Kind.CODE if own else Kind.PACKAGE)
    wants = entry.get("dependencies")
    return _Crate(key, name, [each for each in wants if isinstance(each, str)] if isinstance(wants, list) else [])


def _manifests(file: SourceFile) -> _Manifests:
    """Read the manifests below the lock; for a crate that is wanted with and without a group, without wins."""
    found = _Manifests({}, set())
    names = [name for name in file.names_beside() if name.rpartition("/")[2] == "Cargo.toml"]
    for name in names[:MAX_MANIFESTS]:
        beside = file.beside(name)
        try:
            manifest = read_toml(beside.text(), name) if beside is not None else {}
        except ReadError:
            continue  # its own extractor reports it
        crate = string(table(manifest.get("package")).get("name"))
        if crate is None or beside is None:
            continue
        if is_copy(beside.path):
            found.copies.add(crate)
        groups = found.groups.setdefault(crate, {})
        for wish in wishes(manifest, shared=table(workspace_of(beside, manifest).get("dependencies"))):
            groups[wish.name] = wish.group if wish.name not in groups or wish.group is None else groups[wish.name]
    return found

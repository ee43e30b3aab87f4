"""Lockfiles of Bun: `bun.lock` (JSON with trailing commas), versions 0 to 2.

Reads every locked package, its platforms, the edges, by the rule with which Node.js looks for a package, and what the
project and its workspaces ask for, by group. The format holds no licences. The older binary `bun.lockb` cannot be read:
`bun install --save-text-lockfile` turns it into this one.

https://bun.sh/docs/install/lockfile
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.javascript._npm import elsewhere, is_name, npm_purl, platforms, tarball_version
from rail.extractors.javascript._project import wishes
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "`bun install` writes this file anew"
_STRING_OR_COMMENT = re.compile(rb'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
_STRING_OR_COMMA = re.compile(rb'"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])')
_MAX_KEY = 4096
_LEVELS = 64


@extractor("bun.lock", "bun.lockb")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package and workspace, and the edges."""
    path = file.path.as_posix()
    if "node_modules/" in path:
        return
    if path.endswith("b"):
        if file.beside("bun.lock") is None:
            hint = "`bun install --save-text-lockfile` writes bun.lock, which can be read"
            raise ReadError("a binary lockfile", place=path, hint=hint)
        return
    data = file.read()
    lock = decode(_plain(data), path, _HINT)
    lines = pointer_lines(data)
    graph = LockGraph(path)
    packages = _table(lock, "packages")
    members = {folder: entry for folder, entry in _table(lock, "workspaces").items() if isinstance(entry, dict)}
    fault = None
    for key, entry in packages.items():
        line = lines.get(f"/packages/{escaped(key)}")
        identity = entry[0] if isinstance(entry, list) and entry and isinstance(entry[0], str) else ""
        name, origin = _split(identity)
        if not is_name(name) or len(key) > _MAX_KEY:
            fault = fault or ReadError(f"not a package: {key[:100]}", place=path, line=line, hint=_HINT)
        elif origin.startswith("workspace:"):
            member = members.get(origin.removeprefix("workspace:"), {})
            stated = member.get("version")
            version = stated if isinstance(stated, str) else None
            graph.add(key, purl("generic", name, version), name, version, line=line, kind=Kind.CODE)
        else:
            version = tarball_version(origin) if ":" in origin or "/" in origin else origin
            about = _about(entry)
            needed = platforms(about.get("os"), about.get("cpu"), about.get("libc"))
            graph.add(key, npm_purl(name, version, elsewhere(origin)), name, version, line=line, platforms=needed)
    _link(graph, packages, members)
    yield from graph.found()
    if fault is None and not isinstance(lock.get("packages"), dict):
        fault = ReadError("no `packages` object", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _link(graph: LockGraph, packages: dict[str, Any], members: dict[str, dict[str, Any]]) -> None:
    """Enter what the packages, the project and its workspaces ask for."""
    for key, entry in packages.items():
        about = _about(entry)
        unneeded = about.get("optionalPeers")
        _ask(graph, key, about, unneeded if isinstance(unneeded, list) else [])
    for folder, entry in members.items():
        own = entry.get("name") if folder else ""
        _ask(graph, own if isinstance(own, str) and own in packages else "", entry, [])


def _about(entry: object) -> dict[str, Any]:
    return next((each for each in entry if isinstance(each, dict)), {}) if isinstance(entry, list) else {}


def _plain(data: bytes) -> bytes:
    """Return JSON without comments and trailing commas; every line stays where it is."""
    bare = _STRING_OR_COMMENT.sub(lambda found: found[0] if found[0][:1] == b'"' else b" ", data)
    return _STRING_OR_COMMA.sub(lambda found: found[0] if found[0] != b"," else b"", bare)


def _ask(graph: LockGraph, source: str, about: dict[str, Any], unneeded: list[Any]) -> None:
    """Enter what a package or workspace asks for, each name as the nearest package of it upwards."""
    for wish in wishes(about):
        if wish.name in unneeded:
            continue
        folder = source
        for _ in range(_LEVELS):
            candidate = f"{folder}/{wish.name}" if folder else wish.name
            if candidate in graph or not folder:
                break
            folder = _above(folder)
        if candidate in graph:
            graph.ask(source, candidate, wish.group)


def _above(key: str) -> str:
    """Return the key one level up: the last name, with its scope, taken off."""
    above, _, _ = key.rpartition("/")
    scope = above.rpartition("/")[2]
    return above.rpartition("/")[0] if scope.startswith("@") else above


def _split(identity: str) -> tuple[str, str]:
    at = identity.find("@", 1)
    return (identity, "") if at < 0 else (identity[:at], identity[at + 1 :])


def _table(lock: dict[str, Any], key: str) -> dict[str, Any]:
    value = lock.get(key)
    return value if isinstance(value, dict) else {}

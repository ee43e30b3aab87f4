"""Lockfiles of Deno: `deno.lock`, versions 2 to 5.

Reads the npm and JSR packages with their edges, what the project and its workspace members ask for, and the modules
fetched by URL, one component per package or repository that the URL names. The lock does not tell development
dependencies apart; a `package.json` beside it does. The format holds no licences.

https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import is_name, npm_purl, without_user
from rail.extractors.javascript._project import manifest_in
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "`deno install` writes this file anew"
_REMOTE = re.compile(r"(https?://[^/\s?#]+/(?:[^?#\s]*?/)??((?:@[\w.-]+/)?[\w.-]+)@([\w.+-]+))(?:[/?#]|\Z)")
_PLACE = re.compile(r"https?://[^/\s?#]+(?:/[^/\s?#]+){0,2}")
_SERVED = re.compile(
    r"https?://(?:esm\.sh|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net/npm)/(?:v\d+/)?\*?(?:@[^/]+/)?[^/]+@"
)
"""Hosts that serve the packages of npm."""
_MAX_URL = 2_000


class _Layout(NamedTuple):
    """Where a version of the format keeps its tables, as JSON pointers."""

    npm: str
    jsr: str
    specifiers: str


@extractor("deno.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per npm package, JSR package and remote origin, and the edges."""
    path = file.path.as_posix()
    if "node_modules/" in path:
        return
    data = file.read()
    lock = decode(data, path, _HINT)
    lines = pointer_lines(data)
    layout = _layout(lock)
    graph = LockGraph(path)
    odd = [
        name for name in ("npm", "jsr", "packages", "remote", "specifiers") if not isinstance(lock.get(name, {}), dict)
    ]
    fault = ReadError(f"`{odd[0]}` is no object", place=path, hint=_HINT) if odd else None
    for registry, pointer in (("npm", layout.npm), ("jsr", layout.jsr)):
        for key in _at(lock, pointer):
            line = lines.get(f"{pointer}/{escaped(key)}")
            name, version = _split(key)
            if not is_name(name) or not version:
                fault = fault or ReadError(f"not a package: {key[:100]}", place=path, line=line, hint=_HINT)
                continue
            graph.add(f"{registry}:{key}", _identity(registry, name, version), name, version, line=line)
            graph.alias(f"{registry}:{name}", f"{registry}:{key}")
            graph.alias(f"{registry}:{name}@{version}", f"{registry}:{key}")
    for registry, pointer in (("npm", layout.npm), ("jsr", layout.jsr)):
        for key, entry in _at(lock, pointer).items():
            for tries, group in _wanted(registry, entry):
                graph.ask(f"{registry}:{key}", next((each for each in tries if each in graph), ""), group)
    _ask(graph, file, lock, layout)
    for url in _table(lock, "remote"):
        _remote(graph, url, lines.get(f"/remote/{escaped(url)}"))
    yield from graph.found()
    if fault is not None:
        raise fault


def _ask(graph: LockGraph, file: SourceFile, lock: dict[str, Any], layout: _Layout) -> None:
    """Enter what the project asks for."""
    answers = {key: value for key, value in _at(lock, layout.specifiers).items() if isinstance(value, str)}
    manifest = manifest_in(file)
    dev = {wish.name for wish in manifest.wishes if wish.group == "dev"} if manifest is not None else set()
    for specifier in _asked(_table(lock, "workspace")) or answers:
        registry, _, rest = specifier.partition(":")
        name = _split(rest)[0].removeprefix("/")
        answer = answers.get(specifier, "").removeprefix(f"{registry}:").removeprefix(f"{name}@")
        graph.ask("", f"{registry}:{name}@{answer}" if answer else f"{registry}:{name}", "dev" if name in dev else None)


def _layout(lock: dict[str, Any]) -> _Layout:
    if "packages" in _table(lock, "npm"):  # version 2
        return _Layout("/npm/packages", "/jsr", "/npm/specifiers")
    if isinstance(lock.get("packages"), dict):  # version 3
        return _Layout("/packages/npm", "/packages/jsr", "/packages/specifiers")
    return _Layout("/npm", "/jsr", "/specifiers")


def _at(lock: dict[str, Any], pointer: str) -> dict[str, Any]:
    for step in pointer.split("/")[1:]:
        lock = _table(lock, step)
    return lock


def _identity(registry: str, name: str, version: str) -> Purl:
    return npm_purl(name, version) if registry == "npm" else purl(registry, name, version)


def _wanted(registry: str, entry: object) -> Iterator[tuple[tuple[str, str], str | None]]:
    """Yield what an entry asks for, as the keys that it may go by, and the group.

    It is a list of keys, in older versions a table; the version is left out where there is only one.
    """
    table = entry if isinstance(entry, dict) else {}
    for section, group in (("dependencies", None), ("optionalDependencies", "optional"), ("optionalPeers", "peer")):
        value = table.get(section)
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if isinstance(each, str):
                prefixed = each if each.startswith(("npm:", "jsr:")) else f"{registry}:{each}"
                kind, _, bare = prefixed.partition(":")
                yield (prefixed, f"{kind}:{_split(bare)[0]}"), group


def _asked(workspace: dict[str, Any]) -> list[str]:
    """Return the specifiers that the project and the members of its workspace ask for."""
    members = _table(workspace, "members").values()
    found: dict[str, None] = {}
    for each in (workspace, *(member for member in members if isinstance(member, dict))):
        for holder in (each, _table(each, "packageJson")):
            value = holder.get("dependencies")
            found.update(
                dict.fromkeys(text for text in value if isinstance(text, str)) if isinstance(value, list) else {}
            )
    return list(found)


def _remote(graph: LockGraph, url: str, line: int | None) -> None:
    """Take the package or repository that a module's URL belongs to."""
    if len(url) > _MAX_URL:
        return
    versioned = _REMOTE.match(url)
    place = versioned[1] if versioned else (_PLACE.match(url) or [""])[0]
    if not place:
        return
    name = versioned[2] if versioned else place.partition("://")[2]
    version = versioned[3] if versioned else None
    served = _SERVED.match(place)
    identity = npm_purl(name, version) if served else purl("generic", name, version, download_url=without_user(place))
    graph.add(place, identity, name, version, line=line)
    graph.ask("", place)


def _split(key: str) -> tuple[str, str]:
    """Split `name@1.0.0_peer@2` into name and version."""
    at = key.find("@", 1)
    return (key, "") if at < 0 else (key[:at], key[at + 1 :].partition("_")[0])


def _table(holder: dict[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}

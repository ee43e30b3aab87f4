"""Lockfiles of Yarn 2 and later (berry): `yarn.lock` with `__metadata`.

Reads every locked package, its platforms, the edges, and the workspaces, which are code of the house. Patched and
virtual packages are what they are made from. The lock joins all groups of a workspace; its `package.json` tells them
apart. Peer dependencies are linked by name, as the lock does not say who fills them. The format holds no licences.

https://yarnpkg.com/advanced/lockfile
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from rail.domain.component import Kind
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import elsewhere, is_name, npm_purl, platforms
from rail.extractors.javascript._project import Manifest, manifest_in
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.extractors.yamlblocks import Mapping, read_blocks
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "the rest was read; `yarn install` writes the lock anew"
_BERRY = re.compile(r"^__metadata:", re.MULTILINE)
_CONDITION = re.compile(r"\b(os|cpu|libc)=(!?[\w.]+)")
_OF_THE_HOUSE = ("workspace:", "link:", "portal:")


@extractor("yarn.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package and workspace, and the edges."""
    path = file.path.as_posix()
    text = file.text()
    if "node_modules/" in path or not _BERRY.search(text):
        return
    documents, fault = read_blocks(text, path)
    entries = {key: entry for document in documents for key, entry in document.items() if key != "__metadata"}
    graph = LockGraph(path)
    members: dict[str, Manifest | None] = {}
    for key, entry in entries.items():
        resolution = entry.string("resolution") if isinstance(entry, Mapping) else None
        name, origin = _split(resolution or "")
        if not isinstance(entry, Mapping) or not is_name(name):
            line = entry.line if isinstance(entry, Mapping) else None
            fault = fault or ReadError("an entry without its `resolution`", place=path, line=line, hint=_HINT)
            continue
        if origin.startswith(_OF_THE_HOUSE):
            members[key] = manifest_in(file, origin.partition(":")[2].partition("::")[0].removeprefix("."))
        _add(graph, key, entry, members.get(key))
    for key, entry in entries.items():
        if isinstance(entry, Mapping) and key in graph:
            _ask(graph, key, entry, members.get(key))
    yield from graph.found()
    if fault is not None:
        raise fault


def _add(graph: LockGraph, key: str, entry: Mapping, member: Manifest | None) -> None:
    name, origin = _split(entry.string("resolution") or "")
    patterns = key.split(", ")
    if origin == "workspace:.":
        graph.own(key, *patterns)
        return
    if origin.startswith(_OF_THE_HOUSE):
        identity = member.purl if member is not None and member.purl else purl("generic", name)
        graph.add(key, identity, name, member.version if member else None, line=entry.line, kind=Kind.CODE)
    else:
        version = entry.string("version")
        told = _CONDITION.findall(entry.string("conditions") or "")
        needed = platforms(*([value for field, value in told if field == each] for each in ("os", "cpu", "libc")))
        graph.add(key, _identity(name, version, origin), name, version, line=entry.line, platforms=needed)
    for pattern in patterns:
        graph.alias(pattern, key)


def _identity(name: str, version: str | None, origin: str) -> Purl:
    """Return the purl of what a resolution leads to: `npm:1.0.0`, `patch:…`, a URL."""
    if origin.startswith("patch:"):
        _, origin = _split(unquote(origin.removeprefix("patch:").partition("#")[0]))
    if origin.startswith("virtual:"):
        origin = origin.partition("#")[2]
    if origin.startswith(("npm:", "file:")):
        archive = origin.partition("__archiveUrl=")[2].partition("&")[0]
        return npm_purl(name, version, elsewhere(unquote(archive)))
    return npm_purl(name, version, elsewhere(origin.replace("#commit=", "#")))


def _ask(graph: LockGraph, key: str, entry: Mapping, member: Manifest | None) -> None:
    """Enter what one package asks for, a workspace with the groups that its manifest tells."""
    groups = {wish.name: wish.group for wish in member.wishes} if member is not None else {}
    optional = entry.mapping("dependenciesMeta")
    for name, wanted in entry.mapping("dependencies").items():
        group = "optional" if optional.mapping(name).get("optional") == "true" else groups.get(name)
        for target in _answers(graph, name, wanted if isinstance(wanted, str) else ""):
            graph.ask(key, target, group)
    unneeded = entry.mapping("peerDependenciesMeta")
    for name in entry.mapping("peerDependencies"):
        if unneeded.mapping(name).get("optional") != "true" and member is None:
            for target in graph.named(name):
                graph.ask(key, target, "peer")


def _answers(graph: LockGraph, name: str, wanted: str) -> list[str]:
    """Return the entry for a range; a builtin patch goes before it, and `resolutions` may have overruled it."""
    for key in (f"{name}@{wanted}", f"{name}@npm:{wanted}"):
        if key in graph:
            return [key]
    return [key for key in graph.named(name) if key.startswith(f"{name}@")]


def _split(resolution: str) -> tuple[str, str]:
    """Split `name@origin` at the first @ that does not open a scope."""
    at = resolution.find("@", 1)
    return (resolution, "") if at < 0 else (resolution[:at], resolution[at + 1 :])

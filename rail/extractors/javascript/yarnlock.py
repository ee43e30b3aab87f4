"""Lockfiles of Yarn 1 (classic): `yarn.lock` without `__metadata`.

Reads every locked package and the edges between them. The format holds no licences and does not say what the project
asks for: `package.json` beside it, and those of its workspaces, do. Without one, the packages that no other asks for
are taken to be wanted by the project.

https://classic.yarnpkg.com/lang/en/docs/yarn-lock/
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.javascript._npm import elsewhere, is_name, npm_purl
from rail.extractors.javascript._project import Manifest, manifest_in, workspaces
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "the rest was read; `yarn install` writes the lock anew"
_BERRY = re.compile(r"^__metadata:", re.MULTILINE)
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s",:][^\s",]*)')
_FOLDER = ("file:", "link:", "./", "../", "/")
_SECTIONS = {"dependencies:": None, "optionalDependencies:": "optional"}


class _Entry(NamedTuple):
    """One block: its patterns (`name@range`), line, fields, and wishes (name, range, group)."""

    patterns: list[str]
    line: int
    fields: dict[str, str]
    wishes: list[tuple[str, str, str | None]]


@extractor("yarn.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    path = file.path.as_posix()
    text = file.text()
    if "node_modules/" in path or _BERRY.search(text):
        return  # an installed package's own lock; a lock of a later Yarn
    entries, fault = _entries(text, path)
    graph = LockGraph(path)
    for entry in entries:
        fault = _add(graph, entry, path) or fault
    for entry in entries:
        for name, wanted, group in entry.wishes:
            for target in _answers(graph, name, wanted):
                graph.ask(entry.patterns[0], target, group)
    root = manifest_in(file)
    if root is None:
        for key in graph.unwanted():
            graph.ask("", key)
    else:
        manifests = (root, *workspaces(file, root))
        members = {each.name: _member(graph, each) for each in manifests if each.folder and each.name}
        for manifest in manifests:
            _ask(graph, manifest, members)
    yield from graph.found()
    if fault is not None:
        raise fault


def _add(graph: LockGraph, entry: _Entry, path: str) -> ReadError | None:
    name, wanted = _split(entry.patterns[0])
    version = entry.fields.get("version")
    if not is_name(name) or not version:
        return ReadError("an entry without a name or version", place=path, line=entry.line, hint=_HINT)
    resolved = entry.fields.get("resolved", "").partition("#")[0] or None
    kind, identity = Kind.PACKAGE, npm_purl(name, version, elsewhere(resolved))
    if resolved is None and wanted.startswith(_FOLDER):
        kind, identity = Kind.CODE, purl("generic", name, version)
    elif wanted.startswith("npm:"):
        name = _split(wanted.removeprefix("npm:"))[0]
        identity = npm_purl(name, version)
    graph.add(entry.patterns[0], identity, name, version, line=entry.line, kind=kind)
    for pattern in entry.patterns[1:]:
        graph.alias(pattern, entry.patterns[0])
    return None


def _member(graph: LockGraph, manifest: Manifest) -> str:
    """Enter a workspace and return its key."""
    key = f"{manifest.folder}/"
    if manifest.purl is not None and manifest.name is not None:
        graph.add(key, manifest.purl, manifest.name, manifest.version, kind=Kind.CODE, path=manifest.path)
    return key


def _ask(graph: LockGraph, manifest: Manifest, members: dict[str, str]) -> None:
    """Enter what the project, or a workspace of it, asks for: what the lock holds, else a workspace of that name."""
    source = f"{manifest.folder}/" if manifest.folder and manifest.name else ""
    for wish in manifest.wishes:
        answers = _answers(graph, wish.name, wish.specifier) if wish.group != "peer" else []
        if not answers and wish.name in members:
            answers = [members[wish.name]]
        for target in answers:
            graph.ask(source, target, wish.group)


def _answers(graph: LockGraph, name: str, wanted: str) -> list[str]:
    """Return the entry that a range leads to; all of the name where `resolutions` has overruled the range."""
    exact = f"{name}@{wanted}"
    return [exact] if exact in graph else [key for key in graph.named(name) if key.startswith(f"{name}@")]


def _entries(text: str, path: str) -> tuple[list[_Entry], ReadError | None]:
    entries: list[_Entry] = []
    fault = None
    section: str | None = None
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        body = line.strip()
        if not body or body[0] == "#":
            continue
        indent = len(line) - len(line.lstrip(" "))
        words = [found[1] if found[1] is not None else found[2] for found in _WORD.finditer(body.removesuffix(":"))]
        if indent == 0:
            inside = body.endswith(":") and bool(words)
            if inside:
                entries.append(_Entry(words, number, {}, []))
            else:
                fault = fault or ReadError("not a line of a yarn.lock", place=path, line=number, hint=_HINT)
        elif not inside:
            continue
        elif indent == 2:  # noqa: PLR2004 -- fields of an entry; four are their parts
            section = body if body.endswith(":") else None
            if section is None and len(words) > 1:
                entries[-1].fields.setdefault(words[0], words[1])
        elif section in _SECTIONS and words:
            entries[-1].wishes.append((words[0], words[1] if len(words) > 1 else "", _SECTIONS[section]))
    return entries, fault


def _split(pattern: str) -> tuple[str, str]:
    """Split `name@range` at the first @ that does not open a scope."""
    at = pattern.find("@", 1)
    return (pattern, "") if at < 0 else (pattern[:at], pattern[at + 1 :])

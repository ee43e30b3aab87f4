"""NuGet lockfiles: `packages.lock.json`, versions 1 and 2.

Reads every locked package of all target frameworks, the edges, what the project asks for itself, and which runtimes
alone need a package. Entries of the type `Project` are code of the house. The format holds no licences.

https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "`dotnet restore --force-evaluate` writes this file anew"
_MAX_RUNTIMES = 16
_NAME = re.compile(r"[\w.-]{1,200}\Z")


@extractor("packages.lock.json", "packages.*.lock.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    path = file.path.as_posix()
    data = file.read()
    lock = decode(data, path, _HINT)
    lines = pointer_lines(data, objects=True)
    graph = LockGraph(path)
    frameworks = lock.get("dependencies")
    places = _Places(frameworks)
    fault = None
    for framework, packages in frameworks.items() if isinstance(frameworks, dict) else ():
        if not isinstance(packages, dict):
            fault = ReadError(f"not a target framework: {framework[:100]}", place=path, hint=_HINT)
        for name, entry in packages.items() if isinstance(packages, dict) else ():
            about: dict[str, Any] = entry if isinstance(entry, dict) else {}
            line = lines.get(f"/dependencies/{escaped(framework)}/{escaped(name)}")
            version = about.get("resolved")
            own = about.get("type") == "Project"
            if not _NAME.match(name) or not (own or (isinstance(version, str) and version)):
                fault = fault or ReadError(f"not a package: {name[:100]}", place=path, line=line, hint=_HINT)
                continue
            _take(graph, places, (framework, name, about), line)
    yield from graph.found()
    if fault is None and not isinstance(frameworks, dict):
        fault = ReadError("no `dependencies` object", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _take(graph: LockGraph, places: "_Places", entry: tuple[str, str, dict[str, Any]], line: int | None) -> None:
    """Enter a package of a framework, with what it asks for."""
    framework, name, about = entry
    version = about.get("resolved")
    stated = version if isinstance(version, str) else None
    own = about.get("type") == "Project"
    runtime = framework.partition("/")[2]
    key = _key(framework, name)
    graph.add(
        key,
        purl("generic" if own else "nuget", name, stated),
        name,
        stated,
        line=line,
        kind=Kind.CODE if own else Kind.PACKAGE,
        platforms=(runtime,) if runtime else (),
    )
    if about.get("type") == "Direct" or own:
        for target in places.meant(framework, name):
            graph.ask("", target)
    wants = about.get("dependencies")
    for wanted in wants if isinstance(wants, dict) else ():
        for target in places.meant(framework, wanted):
            graph.ask(key, target)


class _Places:
    """Tells in which sections a package of a framework stands: `net8.0`, and what differs in `net8.0/linux-x64`."""

    def __init__(self, frameworks: object) -> None:
        self._names = {
            framework: {name.lower() for name in packages}
            for framework, packages in (frameworks.items() if isinstance(frameworks, dict) else ())
            if isinstance(packages, dict)
        }
        self._runtimes: dict[str, list[str]] = {}
        for framework in self._names:
            base, slash, _ = framework.partition("/")
            if slash and len(known := self._runtimes.setdefault(base, [])) < _MAX_RUNTIMES:
                known.append(framework)

    def meant(self, framework: str, name: str) -> list[str]:
        """Return the keys of a package that one of a section asks for: its own, and those of single runtimes."""
        low = name.lower()
        own = framework if low in self._names.get(framework, ()) else framework.partition("/")[0]
        return [
            _key(each, low) for each in (own, *self._runtimes.get(framework, ())) if low in self._names.get(each, ())
        ]


def _key(framework: str, name: str) -> str:
    return f"{framework}\n{name.lower()}"

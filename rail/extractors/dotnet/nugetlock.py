"""NuGet lockfiles: `packages.lock.json`, versions 1 and 2.

Reads every locked package of all target frameworks, the edges, and what the project asks for itself. Entries of the
type `Project` are code of the house. The format holds no licences.

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
            stated = version if isinstance(version, str) else None
            identity = purl("generic" if own else "nuget", name, stated)
            graph.add(_key(framework, name), identity, name, stated, line=line, kind=Kind.CODE if own else Kind.PACKAGE)
            if about.get("type") == "Direct" or own:
                graph.ask("", _key(framework, name))
            wants = about.get("dependencies")
            for wanted in wants if isinstance(wants, dict) else ():
                graph.ask(_key(framework, name), _key(framework, wanted))
    yield from graph.found()
    if fault is None and not isinstance(frameworks, dict):
        fault = ReadError("no `dependencies` object", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _key(framework: str, name: str) -> str:
    return f"{framework}\n{name.lower()}"

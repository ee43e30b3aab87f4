"""Pub lockfiles: `pubspec.lock` (Dart, Flutter).

Reads every locked package, and which ones the project asks for itself, for use or for development. Packages of the
SDK have the SDK's version and licence; packages at a path are code of the house. The format has neither edges between
packages nor licences.

https://dart.dev/tools/pub/package-layout#pubspec-lock
"""

import re
from collections.abc import Iterator

from rail.domain.component import Kind
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.extractors.yamlblocks import Mapping, read_blocks
from rail.purl import purl
from rail.sources.spi import SourceFile

_NAME = re.compile(r"\w{1,200}\Z")
_HOSTED = ("https://pub.dev", "https://pub.dartlang.org")
_GROUPS = {"direct main": None, "direct overridden": None, "direct dev": "dev"}


@extractor("pubspec.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and edges to those that the project asks for."""
    path = file.path.as_posix()
    documents, fault = read_blocks(file.text(), path)
    graph = LockGraph(path)
    packages = documents[0].mapping("packages")
    for name, entry in packages.items():
        if not isinstance(entry, Mapping) or not _NAME.match(name):
            fault = fault or ReadError(
                f"not a package: {name[:100]}", place=path, line=packages.line, hint="the rest was read"
            )
            continue
        version = entry.string("version") if entry.string("source") != "sdk" else None
        kind = Kind.CODE if entry.string("source") == "path" else Kind.PACKAGE
        graph.add(name, _identity(name, version, entry), name, version, line=entry.line, kind=kind)
        wanted = entry.string("dependency") or ""
        if wanted in _GROUPS:
            graph.ask("", name, _GROUPS[wanted])
    yield from graph.found()
    if fault is None and ("packages" not in documents[0] or documents[0].is_odd("packages")):
        fault = ReadError("no `packages`", place=path, hint="is it a lockfile of pub?")
    if fault is not None:
        raise fault


def _identity(name: str, version: str | None, entry: Mapping) -> Purl:
    """Return the purl by the package's source: hosted, git, sdk or path."""
    description = entry.mapping("description")
    url = description.string("url") or ""
    if entry.string("source") == "path":
        return purl("generic", name, version)
    if entry.string("source") == "git" and url:
        reference = description.string("resolved-ref")
        return purl("pub", name, version, vcs_url=f"git+{_without_user(url)}" + (f"@{reference}" if reference else ""))
    if url and not url.startswith(_HOSTED):
        return purl("pub", name, version, repository_url=_without_user(url))
    return purl("pub", name, version)


def _without_user(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    host, slash, place = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{place}" if mark else url

"""Bundler lockfiles: `Gemfile.lock`, `gems.locked`.

Reads every locked gem (once, whatever the platforms), the edges, and what the project itself asks for. Gems below a
`PATH` are code of the house. The lock does not tell groups, nor does the format hold licences.

https://bundler.io/guides/rationale.html#checking-your-code-into-version-control
"""

import re
from collections.abc import Iterator

from rail.domain.component import Kind
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_SECTION = re.compile(r"[A-Z][A-Z ]+\Z")
_SPEC = re.compile(r"([\w.-]{1,200})(?: \(([^()]{1,200})\))?!?\Z")
_SOURCES = ("GEM", "GIT", "PATH", "PLUGIN SOURCE")
_INDENT_OF_SPEC = 4
_RUBYGEMS = ("https://rubygems.org/", "http://rubygems.org/")


@extractor("gemfile.lock", "gems.locked")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked gem, and the edges."""
    if is_copy(file.path):
        return  # what a vendored gem was once developed with
    path = file.path.as_posix()
    graph = LockGraph(path)
    section, fields, current = "", dict[str, str](), ""
    fault = None
    for number, line in enumerate(file.text().split("\n"), 1):
        body = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if not body:
            continue
        if indent == 0:
            if not _SECTION.match(body):
                fault = fault or ReadError("not a line of a Gemfile.lock", place=path, line=number, hint="the rest was read")
            section, fields = body, {}
        elif section in _SOURCES and indent < _INDENT_OF_SPEC:
            key, _, value = body.partition(":")
            fields[key] = value.strip()
        elif section in (*_SOURCES, "DEPENDENCIES"):
            found = _SPEC.match(body)
            if found is None:
                fault = fault or ReadError("not a gem", place=path, line=number, hint="the rest was read")
            elif section == "DEPENDENCIES":
                graph.ask("", found[1], line=number)
            elif indent == _INDENT_OF_SPEC:
                current = found[1]
                _add(graph, section, fields, current, found[2], number)
            else:
                graph.ask(current, found[1])
    yield from graph.found()
    if fault is not None:
        raise fault


def _add(graph: LockGraph, section: str, fields: dict[str, str], name: str, stated: str | None, line: int) -> None:
    version = (stated or "").partition("-")[0] or None  # `1.16.0-x86_64-linux`: the same gem, built for a platform
    kind = Kind.CODE if section == "PATH" else Kind.PACKAGE
    graph.add(name, _identity(section, fields, name, version), name, version, line=line, kind=kind)


def _identity(section: str, fields: dict[str, str], name: str, version: str | None) -> Purl:
    remote = fields.get("remote", "")
    scheme, mark, rest = remote.partition("://")
    host, slash, place = rest.partition("/")
    remote = f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{place}" if mark else remote
    if section == "PATH":
        return purl("generic", name, version)
    if section == "GIT":
        revision = fields.get("revision", "")
        return purl("gem", name, version, vcs_url=f"git+{remote}" + (f"@{revision}" if revision else ""))
    if remote and not remote.startswith(_RUBYGEMS):
        return purl("gem", name, version, repository_url=remote)
    return purl("gem", name, version)

"""Bundler lockfiles: `Gemfile.lock`, `gems.locked`.

Reads every locked gem once, with the platforms that alone it is built for, the edges, and what the project itself asks
for. Gems below a `PATH` are code of the house. The lock does not tell groups, nor does the format hold licences.

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
    reader = _Reader(file.path.as_posix())
    for number, line in enumerate(file.text().split("\n"), 1):
        if line.strip():
            reader.take(number, len(line) - len(line.lstrip(" ")), line.strip())
    reader.graph.locked_for(reader.platforms)
    yield from reader.graph.found()
    if reader.fault is not None:
        raise reader.fault


class _Reader:
    """Takes the lines one by one; a section's fields (`remote`, `revision`) stand before its gems."""

    def __init__(self, path: str) -> None:
        self.graph = LockGraph(path)
        self.fault: ReadError | None = None
        self._path = path
        self._section = ""
        self._fields: dict[str, str] = {}
        self._gem = ""
        self.platforms: list[str] = []

    def take(self, number: int, indent: int, body: str) -> None:
        """Take a line that is not empty."""
        if indent == 0:
            if not _SECTION.match(body):
                self._complain("not a line of a Gemfile.lock", number)
            self._section, self._fields = body, {}
        elif self._section in _SOURCES and indent < _INDENT_OF_SPEC:
            key, _, value = body.partition(":")
            self._fields[key] = value.strip()
        elif self._section in (*_SOURCES, "DEPENDENCIES"):
            self._take_gem(number, indent, body)
        elif self._section == "PLATFORMS":
            self.platforms.append(body)

    def _take_gem(self, number: int, indent: int, body: str) -> None:
        found = _SPEC.match(body)
        if found is None:
            self._complain("not a gem", number)
        elif self._section == "DEPENDENCIES":
            self.graph.ask("", found[1], line=number)
        elif indent == _INDENT_OF_SPEC:
            self._gem = found[1]
            # `1.16.0-x86_64-linux`: the same gem, built for a platform
            version, _, platform = (found[2] or "").partition("-")
            version = version or None
            kind = Kind.CODE if self._section == "PATH" else Kind.PACKAGE
            identity = _identity(self._section, self._fields, self._gem, version)
            key = f"{self._gem} {platform}" if self._gem in self.graph else self._gem
            needed = (platform,) if platform else ()
            self.graph.add(key, identity, self._gem, version, line=number, kind=kind, platforms=needed)
        else:
            self.graph.ask(self._gem, found[1])

    def _complain(self, problem: str, line: int) -> None:
        self.fault = self.fault or ReadError(problem, place=self._path, line=line, hint="the rest was read")


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

"""Pipenv's manifest: `Pipfile`.

Reads the packages of every category, with exact pins. What `Pipfile.lock` beside it holds comes from there, with its
version; here only the edges to it are yielded. Markers are not evaluated: every entry counts.
https://pipenv.pypa.io/en/latest/pipfile.html
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.extractors.python._manifest import locked_names, normal
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.python._toml import string, table
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import read_toml
from rail.sources.spi import SourceFile

_GROUPS = {"packages": (), "dev-packages": ("dev",)}
_SETTINGS = frozenset({"source", "requires", "scripts", "pipenv"})
_PIN = re.compile(r"\s*={2,3}\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*\Z")
_KEY = re.compile(r"""[ \t]*["']?([A-Za-z0-9][\w.-]*)["']?[ \t]*=""")
_HEADER = re.compile(r"""[ \t]*\[[ \t]*["']?([\w-]+)["']?(?:\.["']?([\w.-]+)["']?)?[ \t]*\]""")


@extractor("Pipfile")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per package that no lockfile holds, and the project's edge to each."""
    text = file.text()
    document = read_toml(text, str(file.path))
    locked = locked_names(file)
    lines = _lines(text)
    for category, packages in document.items():
        if category in _SETTINGS:
            continue
        for name, value in table(packages).items():
            fields = table(value)
            if not NAME.fullmatch(name) or "path" in fields:
                continue
            pin = _PIN.match(string(value) or string(fields.get("version")) or "")
            version = pin[1] if pin else None
            where = Location(path=str(file.path), line=lines.get((category, name)))
            target = located_purl(name, version, _url(fields))
            if normal(name) not in locked:
                yield Component(
                    purl=target,
                    kind=Kind.PACKAGE,
                    name=name,
                    version=version,
                    groups=_GROUPS.get(category, (category,)),
                    locations=(where,),
                )
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)


def _url(fields: dict[str, object]) -> str | None:
    for tool in ("git", "hg", "svn", "bzr"):
        if url := string(fields.get(tool)):
            commit = string(fields.get("ref"))
            return f"{tool}+{url.removeprefix('git+')}" + (f"@{commit}" if commit else "")
    return string(fields.get("file"))


def _lines(text: str) -> dict[tuple[str, str], int]:
    """Return the line (from 1) of each key, by the category and the name."""
    lines: dict[tuple[str, str], int] = {}
    category = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            category = header[1]
            if header[2]:
                lines.setdefault((category, header[2]), number)
        elif key := _KEY.match(line):
            lines.setdefault((category, key[1]), number)
    return lines

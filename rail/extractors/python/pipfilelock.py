"""Pipenv's lockfiles: `Pipfile.lock`, specification 6.

Reads every locked package, its category (`default`, `develop`, or a name of the project's own) and its platforms. The
file does not say who asked for what: every package is the project's. The format holds no licences.
https://pipenv.pypa.io/en/latest/pipfile.html
"""

from collections.abc import Iterator
from typing import Any

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_HINT = "`pipenv lock` writes the file anew"
_GROUPS = {"default": (), "develop": ("dev",)}


@extractor("Pipfile.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and an edge to it from the project."""
    path, data = str(file.path), file.read()
    lock = decode(data, path, _HINT)
    lines = pointer_lines(data, objects=True)
    skipped = []
    for category, packages in lock.items():
        if category == "_meta":
            continue
        if not isinstance(packages, dict):
            skipped.append(f"/{escaped(category[:100])}")
            continue
        for name, entry in packages.items():
            pointer = f"/{escaped(category)}/{escaped(name)}"
            if not isinstance(entry, dict) or not NAME.fullmatch(name):
                skipped.append(pointer[:200])
                continue
            line = lines.get(pointer)
            where = Location(path=path, line=line, pointer=None if line else pointer)
            yield from _locked(name, entry, _GROUPS.get(category, (category,)), where)
    if skipped:
        more = f" (and {len(skipped) - 1} more like it)" if len(skipped) > 1 else ""
        raise ReadError(f"{skipped[0]}: not a locked package{more}", place=path, hint=f"the rest was read; {_HINT}")


def _locked(name: str, entry: dict[str, Any], groups: tuple[str, ...], where: Location) -> Iterator[Found]:
    if isinstance(entry.get("path"), str):
        return  # a folder of the project, which speaks through its own manifest
    pin = entry.get("version")
    version = pin.lstrip("= ").strip() or None if isinstance(pin, str) and pin.startswith("=") else None
    target = located_purl(name, version, _url(entry))
    markers = entry.get("markers")
    yield Component(
        purl=target,
        kind=Kind.PACKAGE,
        name=name,
        version=version,
        groups=groups,
        platforms=platforms(markers) if isinstance(markers, str) else (),
        locations=(where,),
    )
    yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)


def _url(entry: dict[str, Any]) -> str | None:
    for tool in ("git", "hg", "svn", "bzr"):
        url, commit = entry.get(tool), entry.get("ref")
        if isinstance(url, str):
            return f"{tool}+{url.removeprefix('git+')}" + (f"@{commit}" if isinstance(commit, str) and commit else "")
    file = entry.get("file")
    return file if isinstance(file, str) else None

"""Whose manifest is it: the project's own (code of the house) or that of a copy kept in the tree?"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rail.domain.component import Component, Home, Kind, Location
from rail.domain.record import Purl
from rail.purl import purl
from rail.sources.spi import SourceFile

VENDORED = frozenset({"vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty", "deps"})
"""Folders in which projects keep copies of packages."""

_INSTALLED = "node_modules/"
_KEPT = re.compile(r"(?:.*/)?_?(?:vendor(?:s|ed)?|third[_-]?party)/", re.IGNORECASE | re.DOTALL)


def is_copy(path: PurePosixPath) -> bool:
    """Answer whether a manifest lies where a project keeps copies of packages."""
    return any(part.lower() in VENDORED for part in path.parts[:-1])


def is_kept_copy(path: str) -> bool:
    """Answer whether a file is code of others that the project keeps: its licences count, what it may load does not."""
    if _INSTALLED in path:
        return True
    lower = path.lower()
    return ("vendor" in lower or "third" in lower) and _KEPT.match(path) is not None


def described(
    file: SourceFile, kind: str, name: str, version: str | None, *, line: int | None, own_name: str | None = None
) -> tuple[Purl, Iterator[Component | Home]]:
    """Return who a manifest describes, with the component and its home: a package of the type `kind`, or the project.

    `own_name` is what the project is called where that is shorter than the name in the registry.
    """
    copied = is_copy(file.path)
    folder = file.path.as_posix().rpartition("/")[0]
    shown = name if copied else own_name or name
    itself = purl(kind, name, version) if copied else purl("generic", shown, version)
    component = Component(
        purl=itself,
        kind=Kind.PACKAGE if copied else Kind.CODE,
        name=shown,
        version=version,
        locations=(Location(path=file.path.as_posix(), line=line),),
        root=not copied and not folder,
    )
    return itself, iter((component, Home(path=folder, component=itself)))

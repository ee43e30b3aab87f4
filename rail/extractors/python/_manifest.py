"""What manifests and lockfiles of one project have in common: who it is, and which names are locked."""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Home, Kind, Location
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.python._toml import string, table
from rail.extractors.tomldocument import read_toml
from rail.purl import purl
from rail.sources.spi import SourceFile

_RUN = re.compile(r"[-_.]+")


LOCKS = ("uv.lock", "pylock.toml", "poetry.lock", "pdm.lock", "Pipfile.lock")
_LOCKED = re.compile(
    r"""^(?:name = "([A-Za-z0-9][\w.-]*)"|[ \t]+"([A-Za-z0-9][\w.-]*)": \{)[ \t]*$""", re.MULTILINE | re.ASCII
)


def normal(name: str) -> str:
    """Return a name as the index compares it."""
    return _RUN.sub("-", name).lower()


def locked_names(file: SourceFile) -> frozenset[str]:
    """Return the names, as the index compares them, of all that the lockfiles beside a manifest hold.

    What a manifest asks for and no lockfile holds (a group that was not locked) is still the manifest's to tell.
    """
    names: frozenset[str] = frozenset()
    for lock in LOCKS:
        beside = file.beside(lock)
        if beside is not None:
            try:
                names |= names_in_lock(beside.text())
            except ReadError:
                continue  # the lockfile's own extractor says what is wrong with it
    return names


def names_in_lock(text: str) -> frozenset[str]:
    """Return the names, as the index compares them, of the packages that a lockfile lists."""
    return frozenset(normal(found[1] or found[2]) for found in _LOCKED.finditer(text))


def own_purl(name: str, version: str | None) -> Purl:
    """Return the identity of code of the house: a generic package URL with the name as the index would spell it."""
    return purl("generic", normal(name), version)


def whose(
    file: SourceFile, name: str, version: str | None, line: int | None
) -> tuple[Purl, Iterator[Component | Home]]:
    """Return who a manifest describes, with the component and its home: code of the house, or a copy of a package."""
    copied = is_copy(file.path)
    owner = purl("pypi", name, version) if copied else own_purl(name, version)
    component = Component(
        purl=owner,
        kind=Kind.PACKAGE if copied else Kind.CODE,
        name=name,
        version=version,
        locations=(Location(path=str(file.path), line=line),),
        root=not copied,
    )
    folder = file.path.as_posix().rpartition("/")[0]
    return owner, iter((component, Home(path=folder, component=owner)))


def own_version(file: SourceFile, folder: str) -> str | None:
    """Return the version that `pyproject.toml` in `folder` (relative to the file's own) states, as spelt there."""
    manifest = file.beside(f"{folder}/pyproject.toml")
    if manifest is None:
        return None
    try:
        return string(table(read_toml(manifest.text(), str(manifest.path)).get("project")).get("version"))
    except ReadError:
        return None  # the manifest's own extractor says what is wrong with it

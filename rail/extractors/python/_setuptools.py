"""What `setup.cfg` and `setup.py` both can say: who the project is, its licence, what it depends on."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.extractors.python._manifest import locked_names, normal, whose
from rail.extractors.python._requirement import NAME, asking, read_requirement
from rail.extractors.spi import Found
from rail.sources.spi import SourceFile

MAX_NAME = 2_000
"""How much of a `license` field is taken for a name."""
MAX_GLOBS = 50
"""How many patterns for licence files are followed."""


class Said(NamedTuple):
    """One value and the line (from 1) that it stands on."""

    text: str
    line: int | None


class Declared(NamedTuple):
    """What a build script declares; requirements by the extra or group that they are wanted for."""

    name: Said | None = None
    version: Said | None = None
    license: Said | None = None
    expression: Said | None = None
    classifiers: tuple[Said, ...] = ()
    license_files: tuple[Said, ...] = ()
    requirements: tuple[tuple[str | None, Said], ...] = ()


def project(file: SourceFile, declared: Declared, source: str) -> Iterator[Found]:
    """Yield the project, its home and declared licence, and what it depends on and no lockfile beside it holds."""
    path, owner, version = str(file.path), OWNER, declared.version.text if declared.version else None
    name = declared.name
    if name is not None and NAME.fullmatch(name.text):
        owner, described = whose(file, name.text, version, name.line)
        yield from described
    for form, said in _licenses(file, declared):
        where = Location(path=path, line=said.line)
        yield Evidence(
            component=owner, form=form, role=Role.DECLARED, statement=said.text, source=source, location=where
        )
    locked = locked_names(file)
    for group, said in declared.requirements:
        yield from _wanted(owner, group, said, locked, path)


def _wanted(owner: Purl, group: str | None, said: Said, locked: frozenset[str], path: str) -> Iterator[Found]:
    wanted = read_requirement(said.text)
    if wanted is None or normal(wanted.name) == owner.rpartition("/")[2].partition("@")[0]:
        return
    where = Location(path=path, line=said.line)
    if normal(wanted.name) not in locked:
        yield Component(
            purl=wanted.purl,
            kind=Kind.PACKAGE,
            name=wanted.name,
            version=wanted.version,
            wanted=wanted.wanted,
            groups=(group,) if group else (),
            locations=(where,),
        )
    yield asking(owner, wanted, wanted.purl, where, locked=normal(wanted.name) in locked)


def _licenses(file: SourceFile, declared: Declared) -> Iterator[tuple[Form, Said]]:
    if declared.expression:
        yield Form.EXPRESSION, declared.expression
    if declared.license:
        yield Form.NAME, declared.license._replace(text=declared.license.text[:MAX_NAME])
    for each in declared.classifiers:
        if each.text.startswith("License ::"):
            yield Form.CLASSIFIER, each
    below = file.names_beside() if any("*" in each.text for each in declared.license_files) else ()
    named: set[str] = set()
    for each in declared.license_files[:MAX_GLOBS]:
        for path in [name for name in below if fnmatchcase(name, each.text)] if "*" in each.text else [each.text]:
            shipped = file.beside(path)
            if shipped is not None and str(shipped.path) not in named:
                named.add(str(shipped.path))
                yield Form.TEXT, each._replace(text=str(shipped.path))

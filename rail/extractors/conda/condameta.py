"""Packages installed by conda: `conda-meta/<name>-<version>-<build>.json` of an environment.

Reads the package, the licence that its maker declared, and what it depends on. The family (`license_family`) is only
heard where no licence is given.
https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html
"""

from collections.abc import Iterator
from typing import Any

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.conda._spec import NAME, VIRTUAL, conda_purl, read_spec
from rail.extractors.jsondocument import decode, pointer_lines
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "conda/condameta"
_HINT = "`conda install --force-reinstall` writes it anew"
_SILENT = frozenset({"", "none", "other", "unknown"})


@extractor("conda-meta/*.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the package, its licence, and what it depends on."""
    path, data = str(file.path), file.read()
    record = decode(data, path, _HINT)
    name, version = record.get("name"), record.get("version")
    if not isinstance(name, str) or not NAME.match(name):
        raise ReadError("no package name", place=path, hint=_HINT)
    lines = pointer_lines(data)
    version = version if isinstance(version, str) and version else None
    owner = conda_purl(name, version)
    where = Location(path=path, line=lines.get("/name"))
    yield Component(purl=owner, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
    if record.get("requested_spec") not in (None, "", "None"):
        yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=owner, location=where)
    field, statement = _license(record)
    if statement:
        yield Evidence(
            component=owner,
            form=Form.NAME,
            role=Role.DECLARED,
            statement=statement,
            source=SOURCE,
            location=Location(path=path, line=lines.get(f"/{field}")),
        )
    depends = record.get("depends")
    for text in depends if isinstance(depends, list) else ():
        spec = read_spec(text) if isinstance(text, str) else None
        if spec is not None and not VIRTUAL.match(spec.name):
            target = conda_purl(spec.name, None)
            yield Edge(
                source=owner,
                relation=Relation.DEPENDS_ON,
                target=target,
                location=Location(path=path, line=lines.get("/depends")),
            )


def _license(record: dict[str, Any]) -> tuple[str, str]:
    for field in ("license", "license_family"):
        said = record.get(field)
        if isinstance(said, str) and said.strip().casefold() not in _SILENT:
            return field, said.strip()
    return "license", ""

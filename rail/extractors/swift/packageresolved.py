"""Swift Package Manager's lockfiles: `Package.resolved`, versions 1 to 3.

Reads every pinned package, named by where it comes from. The format has neither edges nor licences.

https://docs.swift.org/swiftpm/documentation/packagemanagerdocs/resolvingpackageversions
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, value_lines
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_HINT = "`swift package resolve` writes this file anew"
_SSH = re.compile(r"(?:ssh://)?(?:[\w.-]+@)([\w.-]+)[:/](.+)\Z")
_URL = re.compile(r"\w+://(?:[^/@]*@)?([\w.-]+)(?::\d+)?/(.+)\Z")
_MAX = 1_000


@extractor("package.resolved")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per pinned package."""
    path = file.path.as_posix()
    data = file.read()
    document = decode(data, path, _HINT)
    lines = value_lines(data, "identity", "package")
    old = document.get("object")
    pins = (old if isinstance(old, dict) else document).get("pins")
    fault = None
    for pin in pins if isinstance(pins, list) else []:
        about: dict[str, Any] = pin if isinstance(pin, dict) else {}
        name = about.get("identity") or about.get("package")
        location = about.get("location") or about.get("repositoryURL") or ""
        state = about.get("state")
        if not isinstance(name, str) or not isinstance(location, str) or not name or len(location) > _MAX:
            fault = fault or ReadError("a pin without a name", place=path, hint=_HINT)
            continue
        held: dict[str, Any] = state if isinstance(state, dict) else {}
        version = next((v for v in (held.get("version"), held.get("revision")) if isinstance(v, str) and v), None)
        identity = _identity(name, location, version)
        if identity is None:
            continue  # a folder of the project
        where = Location(path=path, line=lines.get(name))
        yield Component(purl=identity, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
        yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=identity, location=where)
    if fault is None and not isinstance(pins, list):
        fault = ReadError("no `pins` list", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _identity(name: str, location: str, version: str | None) -> Purl | None:
    """Return the purl: host and path of the repository, or scope and name in a registry."""
    remote = _URL.match(location) or _SSH.match(location)
    if remote is not None:
        place = remote[2].strip("/").removesuffix(".git")
        return purl("swift", f"{remote[1]}/{place}", version)
    if location:
        return None
    return purl("swift", name.replace(".", "/", 1), version)

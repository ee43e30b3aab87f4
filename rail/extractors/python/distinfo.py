"""Metadata of Python distributions: `METADATA` of an installed one or a wheel, `PKG-INFO` of an egg or an sdist.

Reads name, version, `License-Expression`, `License`, licence classifiers, `License-File` and `Requires-Dist`. A
`License` field that holds a whole text is evidence of form text whose statement is `<path>#License`; `license_field`
returns it. Licence files beside the metadata that are called so are the business of `files/licensefile`. The description is not read.
https://packaging.python.org/specifications/core-metadata/
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.python._requirement import NAME, read_requirement
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.decode import decode
from rail.sources.spi import SourceFile

SOURCE = "python/distinfo"
NAME_LENGTH = 200
"""A `License` field longer than this, or of several lines, is a text and no name."""
_HEAD = 32 * 1024
_MAX_HEADERS = 50_000
_BLANK = re.compile(rb"\n\r?\n|\r\r")
_CONTINUED = re.compile(r" {7}\||[ \t]{1,8}")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)")
_AFTER_LICENSE = re.compile(
    r"^(?:Classifier|Platform|Keywords|Requires-Dist|Requires-Python|Requires|Provides-Extra|Provides|Author|Author-email"
    r"|Maintainer|Maintainer-email|Home-page|Project-URL|Description-Content-Type|License-File|Dynamic|Description): ?",
    re.MULTILINE,
)
_CALLED_SO = re.compile(r"licen[cs]e|copying|notice|unlicense", re.IGNORECASE)
_BUILT_FROM = ("../pyproject.toml", "../setup.py", "../setup.cfg", "../../pyproject.toml", "../../setup.py")


class Header(NamedTuple):
    """One field: its name in lower case, its value unfolded, its line (from 1)."""

    key: str
    value: str
    line: int


@extractor("METADATA", "PKG-INFO", "*.egg-info")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the distribution, the home of its files, what it says of its licence, and what it requires."""
    path = file.path
    folder = path.parent.name.lower()
    if path.name.lower() == "metadata" and not folder.endswith(".dist-info"):
        return
    if folder.endswith(".egg-info") and any(file.beside(name) for name in _BUILT_FROM):
        return  # left by a build of the project itself, which speaks through its own manifest
    headers = read_headers(_header_text(file))
    fields = {header.key: header for header in reversed(headers)}
    name = fields.get("name")
    if name is None or not NAME.fullmatch(name.value):
        raise ReadError("no valid Name field", place=str(path), hint="core metadata starts with Name and Version")
    version = fields["version"].value[:200] if "version" in fields else None
    owner = purl("pypi", name.value, version)
    where = Location(path=str(path), line=name.line)
    yield Component(purl=owner, kind=Kind.PACKAGE, name=name.value, version=version or None, locations=(where,))
    if (home := _home(file)) is not None:
        yield Home(path=home, component=owner)
    for header in headers:
        yield from _statement(file, owner, header)


def read_headers(text: str) -> list[Header]:
    """Return the fields of core metadata; a `License` text with blank lines in it does not end them."""
    lines = text.split("\n")
    headers: list[Header] = []
    at = 0
    while at < len(lines) and len(headers) < _MAX_HEADERS:
        line = lines[at]
        at += 1
        if not line.strip():
            resumed = _resume(lines, at) if headers and headers[-1].key == "license" else None
            if resumed is None:
                break
            _extend(headers, lines[at - 1 : resumed])
            at = resumed
        elif line[0] in " \t":
            start = at - 1
            while at < len(lines) and lines[at][:1] in {" ", "\t"}:
                at += 1
            _extend(headers, lines[start:at])
        elif header := _HEADER.match(line):
            headers.append(Header(header[1].lower(), header[2].strip(), at))
        elif headers and headers[-1].key == "license":
            _extend(headers, [line])
    return headers


def license_field(metadata: str) -> str | None:
    """Return the `License` field of core metadata, unfolded; `None` when there is none or it says nothing."""
    for header in read_headers(metadata):
        if header.key == "license" and _says(header.value):
            return header.value
    return None


def _header_text(file: SourceFile) -> str:
    """Return enough of the document for its fields: mostly a small part, the description being the rest."""
    head = file.head(_HEAD)
    end = _BLANK.search(head)
    if end is None or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file.text() if len(head) == _HEAD or end is None else decode(head)
    start = head.rfind(b"\nLicense:", 0, end.start())
    return (
        file.text() if start >= 0 and not _other_field(head[start + 1 : end.start()]) else decode(head[: end.start()])
    )


def _other_field(block: bytes) -> bool:
    """Answer whether a field follows the first one of a block."""
    return re.search(rb"\n[A-Za-z][A-Za-z-]*:", block) is not None


def _resume(lines: list[str], at: int) -> int | None:
    """Return the line on which the fields go on after a blank line inside a `License` text."""
    for number in range(at, min(len(lines), at + 3_000)):
        if _AFTER_LICENSE.match(lines[number]):
            return number
    return None


def _extend(headers: list[Header], lines: list[str]) -> None:
    if headers:
        last = headers[-1]
        folded = "\n".join(_CONTINUED.sub("", line, count=1) for line in lines)
        headers[-1] = Header(last.key, f"{last.value}\n{folded}".strip("\n"), last.line)


def _home(file: SourceFile) -> str | None:
    """Return the folder that belongs to the distribution; a bare `name.egg-info` file has none."""
    path = file.path
    if path.name.lower() not in {"metadata", "pkg-info"}:
        return None
    folder = path.parent.parent if path.parent.name.lower() == "egg-info" else path.parent
    return "" if str(folder) == "." else str(folder)


def _statement(file: SourceFile, owner: Purl, header: Header) -> Iterator[Found]:
    where = Location(path=str(file.path), line=header.line)
    match header.key:
        case "license-expression" if _says(header.value):
            yield _declared(owner, Form.EXPRESSION, header.value, where)
        case "license" if _says(header.value):
            yield _license(owner, header.value, where)
        case "classifier" if header.value.startswith("License ::"):
            yield _declared(owner, Form.CLASSIFIER, header.value, where)
        case "license-file" if header.value and not _CALLED_SO.search(header.value.rpartition("/")[2]):
            shipped = file.beside(f"licenses/{header.value}") or file.beside(header.value)
            if shipped is not None:
                yield _declared(owner, Form.TEXT, str(shipped.path), where)
        case "requires-dist":
            requirement = read_requirement(header.value)
            if requirement is not None and requirement.extra is None:
                target = purl("pypi", requirement.name)
                yield Edge(source=owner, relation=Relation.DEPENDS_ON, target=target, location=where)


def _license(owner: Purl, value: str, where: Location) -> Evidence:
    if "\n" in value or len(value) > NAME_LENGTH:
        place = Location(path=where.path, line=where.line, pointer="/License")
        return _declared(owner, Form.TEXT, f"{where.path}#License", place)
    link = re.fullmatch(r"https?://\S+", value)
    return _declared(owner, Form.URL if link else Form.NAME, value, where)


def _declared(owner: Purl, form: Form, statement: str, where: Location) -> Evidence:
    return Evidence(component=owner, form=form, role=Role.DECLARED, statement=statement, source=SOURCE, location=where)


def _says(value: str) -> bool:
    return bool(value) and value.upper() not in {"UNKNOWN", "NONE"}

"""Metadata of Python distributions: `METADATA` of an installed one or a wheel, `PKG-INFO` of an egg or an sdist.

Reads name, version, `License-Expression`, `License`, licence classifiers, `License-File` and `Requires-Dist`. A
`License` field that holds a whole text is evidence of form text whose statement is `<path>#License`; `license_field`
returns it. Licence files beside the metadata that are called so are the business of `files/licensefile`. The
description is not read.
https://packaging.python.org/specifications/core-metadata/
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.python._requirement import NAME, asking, read_requirement
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.decode import decode
from rail.sources.spi import SourceFile

SOURCE = "python/distinfo"
NAME_LENGTH = 200
"""A `License` field longer than this, or of several lines, is a text and no name."""
MAX_FIELDS = 20_000
"""How many fields of one document are read."""
_HEAD = 32 * 1024
_REACH = 200_000
"""How far beyond a blank line the rest of a `License` text is looked for, in characters."""
_BLANK = re.compile(rb"\n\r?\n|\r\r")
_CONTINUED = re.compile(r"\n(?: {7}\||[ \t]{1,8})")
_NAMES = (
    r"(?:Metadata-Version|Name|Version|Dynamic|Platform|Supported-Platform|Summary|Description|Description-Content-Type"
    r"|Keywords|Author|Author-email|Maintainer|Maintainer-email|Home-page|Download-URL|License|License-Expression"
    r"|License-File|Classifier|Requires-Dist|Requires-Python|Requires-External|Requires|Project-URL|Provides-Extra"
    r"|Provides-Dist|Provides|Obsoletes-Dist|Obsoletes|Import-Name|Import-Namespace):"
)
_FIELD = re.compile(
    rf"\n(?:(License):[ \t]*(.*(?:\n(?!{_NAMES}).*)*)"
    r"|(Name|Version|License-Expression|License-File|Requires-Dist|Classifier(?=:[ \t]*License)):[ \t]*"
    r"(.*(?:\n[ \t].*)*))",
    re.IGNORECASE,
)
_ANY = re.compile(rf"^{_NAMES}", re.MULTILINE | re.IGNORECASE)
_AFTER_LICENSE = re.compile(
    r"^(?:Classifier|Platform|Keywords|Requires-Dist|Requires-Python|Provides-Extra|Description-Content-Type"
    r"|License-File): ",
    re.MULTILINE,
)
_CALLED_SO = re.compile(r"licen[cs]e|copying|notice|unlicense", re.IGNORECASE)
_FOR_AN_EXTRA = re.compile(r"\bextra\s*==|==\s*extra\b")
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
    place = str(path)
    folder = _folder(file)
    if path.name.lower() == "metadata" and not folder.endswith(".dist-info"):
        return
    if folder.endswith(".egg-info") and any(file.beside(name) for name in _BUILT_FROM):
        return  # left by a build of the project itself, which speaks through its own manifest
    headers = read_headers(_header_text(file))
    fields = {header.key: header for header in reversed(headers)}
    name = fields.get("name")
    if name is None or not NAME.fullmatch(name.value):
        raise ReadError("no valid Name field", place=place, hint="core metadata starts with Name and Version")
    version = fields["version"].value[:200] if "version" in fields else None
    owner = purl("pypi", name.value, version)
    where = Location(path=place, line=name.line)
    yield Component(purl=owner, kind=Kind.PACKAGE, name=name.value, version=version or None, locations=(where,))
    if (home := _home(path)) is not None:
        yield Home(path=home, component=owner)
    for header in headers:
        if header.key not in {"name", "version"}:
            yield from _statement(file, owner, header, place)
    yield from _required(file, owner, [header for header in headers if header.key == "requires-dist"])


def read_headers(text: str) -> list[Header]:
    """Return the fields of core metadata that matter here; blank lines inside a `License` text do not end them."""
    headers = []
    line = counted = 0
    text = "\n" + text  # each field begins after a newline, which is quick to look for
    for field in islice(_FIELD.finditer(text, 0, _end(text)), MAX_FIELDS):
        start = field.start() + 1
        line += text.count("\n", counted, start)
        counted = start
        key, value = (field[1], field[2]) if field[1] else (field[3], field[4])
        unfolded = _CONTINUED.sub("\n", value) if "\n" in value else value
        headers.append(Header(key.lower(), unfolded.strip(), line))
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
    if len(head) < _HEAD:
        return decode(head)
    if end is None or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file.text()
    fields = decode(head[: end.end()])
    return file.text() if _ends_in_license(fields, len(fields)) else fields


def _end(text: str) -> int:
    """Return where the fields end: at the first blank line that is not inside a `License` text."""
    end = text.find("\n\n")
    while end >= 0 and _ends_in_license(text, end):
        resumed = _AFTER_LICENSE.search(text, end, end + _REACH)
        if resumed is None:
            break
        end = text.find("\n\n", resumed.start())
    return end if end >= 0 else len(text)


def _ends_in_license(text: str, end: int) -> bool:
    """Answer whether the last field before `end` is `License`."""
    start = text.rfind("\nLicense:", 0, end)
    return start >= 0 and _ANY.search(text, start + 2, end) is None


def _home(path: PurePosixPath) -> str | None:
    """Return the folder that belongs to the distribution; a bare `name.egg-info` file has none."""
    if path.name.lower() not in {"metadata", "pkg-info"}:
        return None
    folder = path.parent.parent if path.parent.name.lower() == "egg-info" else path.parent
    return "" if str(folder) == "." else str(folder)


def _statement(file: SourceFile, owner: Purl, header: Header, place: str) -> Iterator[Found]:
    where = Location(path=place, line=header.line)
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


def _required(file: SourceFile, owner: Purl, headers: list[Header]) -> Iterator[Edge]:
    """Yield an edge to each distribution that is required; where this one is installed, to the version that is there.

    What only an extra needs is left out.
    """
    installed = headers and (_folder(file).endswith(".egg-info") or file.beside("INSTALLER") is not None)
    for header in headers:
        requirement = None if _FOR_AN_EXTRA.search(header.value) else read_requirement(header.value)
        where = Location(path=str(file.path), line=header.line)
        if requirement is not None and installed:
            target = purl("pypi", requirement.name)
            yield Edge(source=owner, relation=Relation.DEPENDS_ON, target=target, location=where)
        elif requirement is not None:
            yield asking(owner, requirement, requirement.purl, where)


def _folder(file: SourceFile) -> str:
    return file.path.parent.name.lower()


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

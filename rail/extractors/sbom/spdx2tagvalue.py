"""SPDX documents as tag-value text, versions 2.2 and 2.3: `*.spdx`.

Says the same as the JSON form and is read the same way.
https://spdx.github.io/spdx-spec/v2.3/
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Location
from rail.extractors.sbom._spdxdocument import DOCUMENT, Raw, is_document, read_document
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx2tagvalue"
_TAG = re.compile(r"([A-Z][A-Za-z0-9]+):[ \t]*(.*)")
_RELATIONSHIP = ("spdxElementId", "relationshipType", "relatedSpdxElement")
_REFERENCE = ("referenceCategory", "referenceType", "referenceLocator")
_FIELDS = {
    "SPDXID": "SPDXID",
    "LicenseName": "name",
    "PackageVersion": "versionInfo",
    "PackageDownloadLocation": "downloadLocation",
    "PackageHomePage": "homepage",
    "PackageLicenseDeclared": "licenseDeclared",
    "PackageLicenseConcluded": "licenseConcluded",
}


class _Package(dict[str, Any]):
    """A package in the JSON form that knows its line."""

    line: int | None = None


@extractor("*.spdx")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, what is said of their licences, and the edges."""
    if b"SPDXVersion" not in file.head(65_536):
        return
    path = str(file.path)
    document = _document(file.text())
    if not is_document(document):
        return

    def place(raw: Raw, pointer: str) -> Location:
        return Location(path=path, line=getattr(raw, "line", None), pointer=None if hasattr(raw, "line") else pointer)

    yield from read_document(document, path, place, SOURCE)


def _document(text: str) -> Raw:
    document: Raw = {"packages": [], "relationships": [], "hasExtractedLicensingInfos": []}
    holder: Raw = {}
    for number, tag, value in _tags(text):
        match tag:
            case "SPDXVersion":
                document["spdxVersion"] = value
            case "PackageName":
                holder = package = _Package(name=value, externalRefs=[], licenseInfoFromFiles=[])
                package.line = number
                document["packages"].append(holder)
            case "FileName" | "SnippetSPDXID":
                holder = {}
            case "LicenseID":
                holder = {"licenseId": value}
                document["hasExtractedLicensingInfos"].append(holder)
            case "Relationship":
                words = value.split()
                document["relationships"].append(dict(zip(_RELATIONSHIP, words, strict=False)))
            case _:
                _set(holder, tag, value)
    return document


def _set(holder: Raw, tag: str, value: str) -> None:
    """Write a field of the package or licence that the lines above began."""
    if tag == "ExternalRef":
        reference = dict(zip(_REFERENCE, value.split(None, 2), strict=False))
        holder.setdefault("externalRefs", []).append(reference)
    elif tag == "PackageLicenseInfoFromFiles":
        holder.setdefault("licenseInfoFromFiles", []).append(value)
    elif tag in _FIELDS and value != DOCUMENT:
        holder[_FIELDS[tag]] = value


def _tags(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, tag and value; a value between `<text>` and `</text>` may run over several lines and is left out."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if inside:
            inside = "</text>" not in line
            continue
        found = _TAG.match(line)
        if found is None:
            continue
        value = found[2].strip()
        if value.startswith("<text>"):
            inside = "</text>" not in value
            value = value.removeprefix("<text>").partition("</text>")[0].strip()
        yield number, found[1], value

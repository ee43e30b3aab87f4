"""SPDX 2 as tag-value text, as the same document in JSON would be; a package knows its line."""

import re
from collections.abc import Iterator
from typing import Any

from rail.extractors.sbom._spdxdocument import DOCUMENT, Raw

_TAG = re.compile(r"([A-Z][A-Za-z0-9]+):[ \t]*(.*)")
_RELATIONSHIP = ("spdxElementId", "relationshipType", "relatedSpdxElement")
_REFERENCE = ("referenceCategory", "referenceType", "referenceLocator")
_FIELDS = {
    "SPDXID": "SPDXID",
    "LicenseName": "name",
    "ExtractedText": "extractedText",
    "PackageVersion": "versionInfo",
    "PackageDownloadLocation": "downloadLocation",
    "PackageHomePage": "homepage",
    "PackageLicenseDeclared": "licenseDeclared",
    "PackageLicenseConcluded": "licenseConcluded",
}


class _Package(dict[str, Any]):
    """A package in the JSON form that knows its line."""

    line: int | None = None


def read_tags(text: str) -> Raw:
    """Return the document in the JSON form."""
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
    """Yield line, tag and value; a value between `<text>` and `</text>` may run over several lines."""
    opened: tuple[int, str] | None = None
    words: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if opened is None:
            found = _TAG.match(line)
            if found is None:
                continue
            value = found[2].strip()
            if not value.startswith("<text>"):
                yield number, found[1], value
                continue
            opened, words, rest = (number, found[1]), [], value.removeprefix("<text>")
        else:
            rest = line
        before, end, _ = rest.partition("</text>")
        words.append(before)
        if end:
            yield *opened, "\n".join(words).strip()
            opened = None
    if opened is not None:
        yield *opened, "\n".join(words).strip()

"""SPDX 2 in XML as the same document in JSON would be: what can come often is a list, an object knows its line."""

from typing import Any

from rail.extractors.xmldocument import Element

_OFTEN = frozenset(
    {
        "documentDescribes",
        "externalRefs",
        "hasExtractedLicensingInfos",
        "licenseInfoFromFiles",
        "packages",
        "relationships",
        "seeAlsos",
    }
)


class Object(dict[str, Any]):
    """An object of the JSON form and the line (from 1) of its element."""

    line: int = 1


def in_json_form(element: Element) -> Object:
    """Return an element with its children as fields."""
    found = Object()
    found.line = element.line
    for child in element.children:
        value = in_json_form(child) if child.children else child.text
        if child.name in _OFTEN:
            found.setdefault(child.name, []).append(value)
        else:
            found.setdefault(child.name, value)
    return found

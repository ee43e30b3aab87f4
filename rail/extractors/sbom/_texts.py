"""Licence texts that stand inside a bill of materials, by their pointers into the document as it would be in JSON.

https://cyclonedx.org/docs/1.7/json/#components_items_licenses and https://spdx.github.io/spdx-spec/v2.3/
"""

import re
from collections.abc import Hashable, Iterator
from functools import lru_cache
from typing import Any, cast

from rail.errors import ReadError
from rail.extractors.conda._yaml import read_yaml
from rail.extractors.jsondocument import decode, escaped
from rail.extractors.sbom._tagvalue import read_tags
from rail.extractors.sbom._textfields import FIELD, holds_words, pointed
from rail.extractors.sbom._xmlbom import read_document
from rail.extractors.sbom._xmlspdx import in_json_form
from rail.extractors.xmldocument import read_xml
from rail.sources.spi import SourceFile

_MAX_DEPTH = 100
_SNIFFED = 4096
_YAML = re.compile(r"""^["']?spdxVersion["']?:""", re.MULTILINE)


def license_text(file: SourceFile, pointer: str) -> str:
    """Return the text at a pointer.

    Raises:
        ReadError: there is none, or it cannot be decoded.
    """
    place = pointed(str(file.path), pointer)
    found = _texts(cast("Hashable", file)).get(pointer)
    if found is None:
        raise ReadError("the licence text that is named here is not there", place=place)
    if isinstance(found, str):
        return found
    content = found.get("content")
    encoding = found.get("encoding")
    if encoding in (None, ""):
        return str(content)
    if encoding != "base64":
        raise ReadError(f"a licence text encoded as {encoding}", place=place, hint="expected base64 or plain text")
    return _decoded(str(content), place)


@lru_cache(maxsize=1)
def _texts(file: Hashable) -> dict[str, str | dict[str, Any]]:
    """Return the licence texts of a document by their pointers; kept for the texts that follow in the same file."""
    document = _document(cast("SourceFile", file))
    return {pointer: value for pointer, value in _walk(document, "", 0) if FIELD.match(pointer)}


def _document(file: SourceFile) -> object:
    data = file.read()
    path = str(file.path)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        return decode(data, path, "")
    if start == b"<":
        root = read_xml(data, path) if b"cyclonedx" not in data[:_SNIFFED].replace(b"\0", b"").lower() else None
        return in_json_form(root) if root is not None else read_document(data, path)
    text = file.text()
    return read_yaml(file) if _YAML.search(text) else read_tags(text)


def _walk(value: object, pointer: str, depth: int) -> Iterator[tuple[str, str | dict[str, Any]]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _walk(each, f"{pointer}/{number}", depth + 1)
    elif isinstance(value, dict):
        if holds_words(value):
            yield pointer, value
        for key, each in value.items():
            step = f"{pointer}/{escaped(key)}"
            if isinstance(each, str):
                if key.endswith(("Text", "text")) and each.strip():
                    yield step, each
            else:
                yield from _walk(each, step, depth + 1)


def _decoded(content: str, place: str) -> str:
    import base64  # noqa: PLC0415 -- only for texts in this encoding

    try:
        data = base64.b64decode("".join(content.split()), validate=True)
    except ValueError as fault:
        raise ReadError("a licence text that is no base64", place=place, hint="it was not read") from fault
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")

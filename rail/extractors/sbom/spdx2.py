"""SPDX documents in JSON, versions 2.2 and 2.3: `*.spdx.json`, `sbom.json` and the like.

Reads packages, declared and concluded licences, the names and texts (`extractedText`) of licences that the document
lists itself, and relationships. Single files are not read.
https://spdx.github.io/spdx-spec/v2.3/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.extractors.jsondocument import decode, value_lines
from rail.extractors.sbom._spdxdocument import Raw, is_document, read_document
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx2"
_HINT = "let the tool that made it write it anew"


@extractor("*spdx*.json", "*bom*.json", "*spdx*/*.json", "*sboms/*.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, what is said of their licences, and the edges."""
    data = file.read()
    if b'"SPDX-2' not in data:
        return
    path = str(file.path)
    document = decode(data, path, _HINT)
    if not is_document(document):
        return
    lines = value_lines(data, "SPDXID")

    def place(raw: Raw, pointer: str) -> Location:
        key = raw.get("SPDXID")
        line = lines.get(key) if isinstance(key, str) else None
        return Location(path=path, line=line, pointer=None if line else pointer)

    yield from read_document(document, path, place, SOURCE)

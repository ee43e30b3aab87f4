"""SPDX documents as tag-value text, versions 2.2 and 2.3: `*.spdx`.

Says the same as the JSON form and is read the same way.
https://spdx.github.io/spdx-spec/v2.3/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.errors import ReadError
from rail.extractors.sbom._spdxdocument import Raw, is_document, read_document
from rail.extractors.sbom._tagvalue import read_tags
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx2tagvalue"


@extractor("*.spdx")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, what is said of their licences, and the edges."""
    if b"SPDXVersion" not in file.head(65_536):
        return
    path = str(file.path)
    text = file.text()
    document = read_tags(text)
    if not is_document(document):
        return

    def place(raw: Raw, pointer: str) -> Location:
        return Location(path=path, line=getattr(raw, "line", None), pointer=None if hasattr(raw, "line") else pointer)

    yield from read_document(document, path, place, SOURCE)
    if text.count("<text>") > text.count("</text>"):
        hint = "what follows it was taken for its words"
        raise ReadError("a <text> that does not end", place=path, hint=hint)

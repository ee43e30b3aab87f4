"""CycloneDX bills of materials in XML, versions 1.2 to 1.7: `bom.xml`, `*.cdx.xml` and the like.

Says the same as the JSON form and is read the same way. A document type declaration is refused before anything is
read: no entity is ever expanded and nothing outside the file is opened.
https://cyclonedx.org/docs/1.7/xml/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.extractors.sbom._bom import Raw, read_bom
from rail.extractors.sbom._xmlbom import read_document
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/cyclonedxxml"
_SNIFFED = 4096


@extractor("*bom*.xml", "*.cdx.xml", "*cyclonedx*.xml", "*sboms/*.xml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the components, what is said of their licences, and the edges."""
    head = file.head(_SNIFFED)
    if b"cyclonedx" not in head.replace(b"\0", b"").lower():
        return
    path = str(file.path)
    document = read_document(file.read(), path)
    if document is None:
        return

    def place(raw: Raw, pointer: str) -> Location:
        line = getattr(raw, "line", None)
        return Location(path=path, line=line, pointer=None if line else pointer)

    yield from read_bom(document, path, place, SOURCE)

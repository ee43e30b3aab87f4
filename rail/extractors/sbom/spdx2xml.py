"""SPDX documents in XML, versions 2.2 and 2.3: `*.spdx.xml`, as the SPDX tools write them.

Says the same as the JSON form and is read the same way; RDF (`*.spdx.rdf`, `*.rdf.xml`) is not read. A document type
declaration is refused.
https://spdx.github.io/spdx-spec/v2.3/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.errors import ReadError
from rail.extractors.sbom._spdxdocument import Raw, is_document, read_document
from rail.extractors.sbom._xmlspdx import in_json_form
from rail.extractors.spi import Found, extractor
from rail.extractors.xmldocument import read_xml
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx2xml"
_HINT = "write it as JSON, YAML or tag-value text"


@extractor("*.spdx.xml", "*.spdx.rdf", "*.spdx.rdf.xml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, what is said of their licences, and the edges."""
    path = str(file.path)
    root = read_xml(file.read(), path)
    if root.name == "RDF":
        raise ReadError("SPDX in RDF is not read", place=path, hint=_HINT)
    document = in_json_form(root)
    if root.name != "Document" or not is_document(document):
        return

    def place(raw: Raw, pointer: str) -> Location:
        line = getattr(raw, "line", None)
        return Location(path=path, line=line, pointer=None if line else pointer)

    yield from read_document(document, path, place, SOURCE)

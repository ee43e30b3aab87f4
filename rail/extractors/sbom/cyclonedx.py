"""CycloneDX bills of materials in JSON, versions 1.2 to 1.7: `bom.json`, `*.cdx.json` and the like.

Reads components (machine-learning models and data among them), licences by id, name, link or expression, dependencies,
pedigree and the data sets of model cards; licence texts inside the document are read like licence files. What the
document is about is a component of its own when it says something of that one's licence, else the project.
https://cyclonedx.org/docs/1.7/json/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, value_lines
from rail.extractors.sbom._bom import Raw, read_bom
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/cyclonedx"
_HINT = "let the tool that made it write it anew"
_VERSIONS = ("1.2", "1.3", "1.4", "1.5", "1.6", "1.7")


@extractor("*bom*.json", "*.cdx.json", "*cyclonedx*.json", "*sboms/*.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the components, what is said of their licences, and the edges."""
    data = file.read()
    if b'"CycloneDX"' not in data:
        return
    path = str(file.path)
    document = decode(data, path, _HINT)
    if document.get("bomFormat") != "CycloneDX":
        return
    by_ref, by_name = value_lines(data, "bom-ref"), value_lines(data, "name")

    def place(raw: Raw, pointer: str) -> Location:
        ref, name = raw.get("bom-ref"), raw.get("name")
        line = by_ref.get(ref) if isinstance(ref, str) else by_name.get(name) if isinstance(name, str) else None
        return Location(path=path, line=line, pointer=None if line else pointer)

    yield from read_bom(document, path, place, SOURCE)
    version = document.get("specVersion")
    if version not in _VERSIONS:
        raise ReadError(f"CycloneDX {version}, expected 1.2 to 1.7", place=path, hint="entries may be missing")

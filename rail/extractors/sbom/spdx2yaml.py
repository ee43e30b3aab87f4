"""SPDX documents in YAML, versions 2.2 and 2.3: `*.spdx.yaml` and `*.spdx.yml`.

Says the same as the JSON form and is read the same way.
https://spdx.github.io/spdx-spec/v2.3/
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.extractors.conda._yaml import read_yaml
from rail.extractors.sbom._spdxdocument import Raw, is_document, read_document
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx2yaml"


@extractor("*.spdx.yaml", "*.spdx.yml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, what is said of their licences, and the edges."""
    path = str(file.path)
    document = read_yaml(file)
    if not is_document(document):
        return

    def place(raw: Raw, pointer: str) -> Location:
        line = getattr(raw, "line", None)
        return Location(path=path, line=line, pointer=None if line else pointer)

    yield from read_document(document, path, place, SOURCE)

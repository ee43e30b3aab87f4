"""Models that notebooks load: the Python cells of `*.ipynb`, read as one program, and their shell lines (`!hf download`).

Places are the lines of the notebook file. Magics are left out. Cells of other languages are not read.

Specification: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from collections.abc import Iterator
from typing import Any

from rail.errors import ReadError
from rail.extractors.jsondocument import decode
from rail.extractors.references import _python, _shell
from rail.extractors.references._names import Named, report
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 16 * 1024 * 1024


@extractor("*.ipynb", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model or dataset that a cell loads."""
    data = file.read(_MAX_BYTES)
    if not _python.may_load(data) and not _shell.CANDIDATE.search(data):
        return
    path = file.path.as_posix()
    cells = [each for each in _cells(decode(data, path, "save the notebook again"))]
    code, commands = _divided(cells)
    faults: list[ReadError] = []
    names = [*_in_cells(code, path, faults), *_shell.names(commands, path)]
    places = _places(data)
    yield from report(file, (each._replace(line=places.get(each.line, each.line)) for each in names))
    if faults:
        raise faults[0]

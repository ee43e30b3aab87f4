"""One line of a file to what was read there: `rail explain FILE:LINE`."""

from pathlib import Path

from rail.catalogue.load import Catalogue
from rail.identify.locate import Located
from rail.identify.locate import locate as locate_line
from rail.identify.text import TextReader
from rail.pipeline.onefile import open_file


def locate(path: str, line: int, *, catalogue: Catalogue, cwd: Path) -> Located:
    """Return the reading of line `line` (from 1) of the file `path`.

    Raises:
        ReadError: there is no such file or line, or it is not a text.
    """
    file = open_file(path, cwd)
    reading = TextReader(catalogue).read(file, str(file.path))
    return locate_line(file.text(), line, reading, catalogue)

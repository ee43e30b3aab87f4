"""Files to readings, without any project around them: `rail identify`."""

from collections.abc import Sequence
from pathlib import Path

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted, TextReading
from rail.errors import RailError
from rail.identify.text import TextReader
from rail.pipeline.onefile import open_file


def identify(paths: Sequence[str], *, catalogue: Catalogue, cwd: Path) -> list[tuple[str, TextReading]]:
    """Return one reading for each path, in the order asked; what cannot be read is unknown, with the reason."""
    reader = TextReader(catalogue)
    return [(path, _identify(path, reader, cwd)) for path in paths]


def _identify(path: str, reader: TextReader, cwd: Path) -> TextReading:
    try:
        file = open_file(path, cwd)
        return reader.read(file, str(file.path))
    except RailError as fault:
        return TextReading(restricted=Restricted.UNKNOWN, problems=(fault.problem,))

"""Files to readings, without any project around them: `rail identify`."""

from collections.abc import Sequence
from pathlib import Path

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted, TextReading
from rail.errors import RailError
from rail.identify.text import TextReader
from rail.sources.open import open_input


def identify(paths: Sequence[str], *, catalogue: Catalogue, cwd: Path) -> list[tuple[str, TextReading]]:
    """Return one reading for each path, in the order asked; what cannot be read is unknown, with the reason."""
    reader = TextReader(catalogue)
    return [(path, _identify(path, reader, cwd)) for path in paths]


def _identify(path: str, reader: TextReader, cwd: Path) -> TextReading:
    try:
        files = list(open_input(path, exclude=(), cwd=cwd).files()) if path == "-" else None
        file = files[0] if files else _one(path, cwd)
        return reader.read(file, str(file.path))
    except RailError as fault:
        return TextReading(restricted=Restricted.UNKNOWN, problems=(fault.problem,))

"""Files to readings, without any project around them: `rail identify`."""

from collections.abc import Sequence
from pathlib import Path

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted, TextReading
from rail.errors import RailError, ReadError
from rail.identify.text import TextReader
from rail.sources.open import open_input
from rail.sources.singlefile import SingleFile
from rail.sources.spi import Tree


def identify(paths: Sequence[str], *, catalogue: Catalogue, cwd: Path) -> list[tuple[str, TextReading]]:
    """Return one reading for each path, in the order asked; what cannot be read is unknown, with the reason."""
    reader = TextReader(catalogue)
    return [(path, _identify(path, reader, cwd)) for path in paths]


def _identify(path: str, reader: TextReader, cwd: Path) -> TextReading:
    try:
        file = next(iter(_tree(path, cwd).files()), None)
        if file is None:
            raise ReadError("nothing to read", place=path)
        return reader.read(file, str(file.path))
    except RailError as fault:
        return TextReading(restricted=Restricted.UNKNOWN, problems=(fault.problem,))


def _tree(path: str, cwd: Path) -> Tree:
    if path == "-":
        return open_input(path, cwd=cwd)
    if not (cwd / path).is_file():
        raise ReadError("no such file" if not (cwd / path).exists() else "not a file", place=path)
    return SingleFile(str(cwd / path), label=path, cwd=cwd)

"""The one file that a user names, without any project around it but for the files beside it."""

from pathlib import Path

from rail.errors import ReadError
from rail.sources.open import open_input
from rail.sources.singlefile import SingleFile
from rail.sources.spi import SourceFile


def open_file(path: str, cwd: Path) -> SourceFile:
    """Return the file `path`, or standard input for `-`.

    Raises:
        ReadError: there is no such file.
    """
    if path == "-":
        file = next(iter(open_input(path, cwd=cwd).files()), None)
        if file is None:
            raise ReadError("nothing to read", place=path)
        return file
    there = cwd / path
    if "\0" in path or not there.is_file():
        raise ReadError(
            "not a file" if "\0" not in path and there.exists() else "no such file",
            place=path,
            hint="name a text or a card",
        )
    return next(SingleFile(str(there), label=path, cwd=cwd).files())

"""TOML documents from strangers: parsed once, and every value asked for its type."""

import re

from rail.errors import ReadError
from rail.extractors.tomldocument import Table, read_blocks, read_toml

_HASHES = re.compile(r"^(?:(?:files|wheels) = \[\n(?: +\{[^\n]*\},\n)*\]|sdist = \{[^\n]*\})\n", re.MULTILINE)
"""The archives of an entry as lockers write them: four fifths of a lockfile, and of no use here."""


def read_lock(text: str, path: str, header: str) -> tuple[Table, ReadError | None]:
    """Return what `read_blocks` does, quicker: the archives of each entry are left out while nothing is wrong."""
    try:
        return read_toml(_HASHES.sub("", text), path), None
    except ReadError:
        return read_blocks(text, path, header)  # the whole text tells on which line


def table(value: object) -> Table:
    """Return a table; an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def tables(value: object) -> list[Table]:
    """Return the tables of an array; nothing in the place of anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def string(value: object) -> str | None:
    """Return a text that says something; `None` in the place of anything else."""
    return value.strip() or None if isinstance(value, str) else None


def strings(value: object) -> list[str]:
    """Return the texts of an array; nothing in the place of anything else."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def block_lines(text: str, header: str) -> list[int]:
    """Return the line (from 1) of the `name` that follows each `[[header]]`, else of the header itself."""
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if line.startswith(header) and line.rstrip() == header]
    return [
        number + 2 if number + 1 < len(lines) and lines[number + 1].startswith("name") else number + 1
        for number in marks
    ]

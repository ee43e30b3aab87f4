"""TOML documents from strangers: parsed once, and every value asked for its type."""

import re
from typing import Any

from rail.errors import ReadError
from rail.sources.spi import SourceFile

Table = dict[str, Any]
_HASHES = re.compile(r"^(?:(?:files|wheels) = \[\n(?: +\{[^\n]*\},\n)*\]|sdist = \{[^\n]*\})\n", re.MULTILINE)
"""The archives of an entry as lockers write them: four fifths of a lockfile, and of no use here."""


def read_toml(file: SourceFile, text: str) -> Table:
    """Return the document; raise `ReadError` with the line where it stops being TOML."""
    import tomli  # noqa: PLC0415 -- only for projects that have such a file

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        hint = "is the file complete?"
        raise ReadError(f"not TOML: {fault}", place=str(file.path), hint=hint, line=fault.lineno) from fault
    except (ValueError, RecursionError) as fault:
        message = "nested too deeply" if isinstance(fault, RecursionError) else f"not TOML: {fault}"
        raise ReadError(message, place=str(file.path), hint="it was not read") from fault


def read_blocks(file: SourceFile, text: str, header: str) -> tuple[Table, ReadError | None]:
    """Return the document and no fault; or what stands before the block in which it stops being TOML, and the fault."""
    try:
        return read_toml(file, _HASHES.sub("", text)), None
    except ReadError:
        pass  # the whole text tells on which line
    try:
        return read_toml(file, text), None
    except ReadError as fault:
        before = "\n".join(text.split("\n")[: fault.line])
        end = before.rfind(f"\n{header}")
        if fault.line is None or end < 0:
            raise
        return read_toml(file, before[: end + 1]), fault


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

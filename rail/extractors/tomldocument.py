"""TOML documents from strangers, and what can be saved of a lockfile that breaks off."""

from typing import Any

from rail.errors import ReadError

Table = dict[str, Any]


def read_toml(text: str, path: str) -> Table:
    """Return the document; raise `ReadError` with the line where it stops being TOML."""
    import tomli  # noqa: PLC0415 -- only for projects that have such a file

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        raise ReadError(f"not TOML: {fault}", place=path, hint="is the file complete?", line=fault.lineno) from fault
    except (ValueError, RecursionError) as fault:
        message = "nested too deeply" if isinstance(fault, RecursionError) else f"not TOML: {fault}"
        raise ReadError(message, place=path, hint="it was not read") from fault


def read_blocks(text: str, path: str, header: str) -> tuple[Table, ReadError | None]:
    """Return the document and no fault; or what stands before the block in which it stops being TOML, and the fault."""
    try:
        return read_toml(text, path), None
    except ReadError as fault:
        before = "\n".join(text.split("\n")[: fault.line])
        end = before.rfind(f"\n{header}")
        if fault.line is None or end < 0:
            raise
        return read_toml(before[: end + 1], path), fault

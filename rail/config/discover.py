"""Which configuration holds, and why that one: `--config`, else the nearest rail.toml or `[tool.rail]` upwards."""

import os
import re
from pathlib import Path
from typing import Any

from rail.config.schema import Config, Loaded
from rail.errors import UsageError

MAX_SIZE = 1024 * 1024
"""The largest configuration file that is read, in bytes."""

_RAIL, _PYPROJECT = "rail.toml", "pyproject.toml"
_TABLE = r"""^[ \t]*\[{1,2}[ \t]*["']?tool["']?[ \t]*\.[ \t]*["']?rail["']?[ \t]*[.\]]"""


def discover(explicit: Path | None, cwd: Path) -> Loaded:
    """Return the configuration for a run in the folder `cwd`.

    Looks in `cwd` and its parents up to the root of the repository (the folder with `.git`); outside a repository in
    `cwd` alone. `rail.toml` wins over `[tool.rail]` in a pyproject.toml beside it.

    Raises:
        UsageError: the file cannot be read, is not TOML, or says something that cannot be; with file and line.
    """
    if explicit is not None:
        return _named(cwd / explicit, cwd)
    folders = _upwards(cwd)
    for folder in folders:
        if found := _in(folder, cwd):
            return found
    where = "from here up to the repository root" if len(folders) > 1 or (cwd / ".git").exists() else "here"
    return Loaded(config=Config(), why=f"no {_RAIL} and no [tool.rail] {where}")


def from_content(content: bytes, shown: str, why: str) -> Loaded:
    """Return the configuration that the content of a file holds; its name, the end of `shown`, tells which table.

    Raises:
        UsageError: it is not TOML, or says something that cannot be; with file and line.
    """
    text = _decoded(content, shown)
    document: Any = _document(text, shown)
    if Path(shown).name == _PYPROJECT:
        document = _tool_rail(document)
        if document is None:
            raise UsageError("no [tool.rail] table", place=shown, hint="add one, or name another file")
    return _read(document, text, shown, why)


def _named(path: Path, cwd: Path) -> Loaded:
    shown = _shown(path, cwd)
    return from_content(_content(path, shown), shown, "named by --config")


def _upwards(cwd: Path) -> list[Path]:
    here = cwd.resolve()
    folders = [here, *here.parents]
    for count, folder in enumerate(folders, start=1):
        if (folder / ".git").exists():
            return folders[:count]
    return [here]


def _in(folder: Path, cwd: Path) -> Loaded | None:
    own, shared = folder / _RAIL, folder / _PYPROJECT
    beside = _from_pyproject(shared, cwd) if shared.is_file() else None
    if own.is_file():
        shown = _shown(own, cwd)
        text = _text(own, shown)
        wins = f"; it wins over [tool.rail] in {_shown(shared, cwd)}" if beside else ""
        return _read(_document(text, shown), text, shown, f"nearest {_RAIL}{wins}")
    if beside is None:
        return None
    document, text = beside
    return _read(document, text, _shown(shared, cwd), "nearest [tool.rail]")


def _read(document: Any, text: str, shown: str, why: str) -> Loaded:
    from rail.config.read import read  # noqa: PLC0415 -- only where there is a configuration

    return read(document, text, path=shown, why=why)


def _from_pyproject(path: Path, cwd: Path) -> tuple[Any, str] | None:
    """Return `[tool.rail]` and the whole text; a broken pyproject.toml without that table is not ours to judge."""
    shown = _shown(path, cwd)
    text = _text(path, shown)
    if "rail" not in text:
        return None
    try:
        document = _document(text, shown)
    except UsageError:
        if re.search(_TABLE, text, re.MULTILINE):
            raise
        return None
    table = _tool_rail(document)
    return None if table is None else (table, text)


def _tool_rail(document: dict[str, Any]) -> Any:
    tool = document.get("tool")
    return tool.get("rail") if isinstance(tool, dict) else None


def _text(path: Path, shown: str) -> str:
    return _decoded(_content(path, shown), shown)


def _content(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise UsageError(f"cannot read the configuration: {reason}", place=shown) from fault
    return content


def _decoded(content: bytes, shown: str) -> str:
    if len(content) > MAX_SIZE:
        raise UsageError(f"configuration larger than {MAX_SIZE} bytes", place=shown)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise UsageError("not UTF-8, as TOML must be", place=f"{shown}:{line}") from fault


def _document(text: str, shown: str) -> dict[str, Any]:
    import tomli  # noqa: PLC0415 -- only where there is a configuration

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        line = getattr(fault, "lineno", None)
        place = f"{shown}:{line}" if line else shown
        raise UsageError(f"not TOML: {getattr(fault, 'msg', fault)}", place=place) from fault
    except (ValueError, RecursionError) as fault:  # a number of 5,000 digits, brackets 1,000 deep
        raise UsageError("not a sensible TOML document", place=shown, hint=str(fault)[:100]) from fault


def _shown(path: Path, cwd: Path) -> str:
    try:
        relative = os.path.relpath(path.resolve() if path.exists() else path, cwd.resolve())
    except ValueError:  # another drive on Windows
        relative = path.name
    return Path(relative).as_posix()

"""Where a report goes: standard output and files, each file whole or not at all."""

import contextlib
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from rail.errors import RailError, UsageError
from rail.report import names
from rail.report.spi import by_suffix

DEFAULT = "text"
FOR_TERMINALS = frozenset({DEFAULT, "tree"})
"""Formats that are words for people: written in the encoding of the terminal."""


class Targets(NamedTuple):
    """The format for standard output (`None`: a file took the report) and the files with theirs."""

    stdout: str | None
    files: tuple[tuple[str, Path], ...]


def targets(format_: str | None, outputs: Sequence[str]) -> Targets:
    """Return where to write what, before anything is scanned.

    `FORMAT=FILE` names the format. A plain FILE takes `--format`, which then leaves standard output; without
    `--format` the suffix decides.

    Raises:
        UsageError: an unknown format, a format that no suffix tells, or a file that cannot be written.
    """
    known = names()
    if format_ is not None and format_ not in known:
        raise UsageError(f"unknown format: {format_}", hint=f"one of {', '.join(known)}")
    files: list[tuple[str, Path]] = []
    taken = False
    for each in outputs:
        head, mark, tail = each.partition("=")
        if mark and head in known:
            kind, file = head, tail
        elif format_ is not None:
            kind, file, taken = format_, each, True
        else:
            kind, file = by_suffix(each) or "", each
        if not kind:
            raise UsageError(f"no format for {each}", hint=f"write FORMAT={each} with one of {', '.join(known)}")
        files.append((kind, _writable(file)))
    paths = [path for _, path in files]
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError("two reports for one file", place=str(path))
    return Targets(None if taken else format_ or DEFAULT, tuple(files))


def write_files(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write all files, each under another name first; on a failure none is touched and none is left half.

    Raises:
        RailError: a file cannot be written.
    """
    written: list[tuple[str, Path]] = []
    try:
        for path, content in contents:
            if _is_special(path):
                path.write_bytes(content)
            else:
                written.append((_temporary(path, content), path))
        for temporary, path in written:
            os.replace(temporary, path)  # noqa: PTH105 -- the names are strings
    except OSError as fault:
        raise RailError(f"cannot write the report: {fault.strerror or fault}", place=str(path)) from fault
    finally:
        for temporary, _ in written:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)  # noqa: PTH108 -- the names are strings


def write_text(text: str) -> None:
    """Write words for people to standard output, in its encoding; what that cannot show comes as an escape.

    Raises:
        RailError: the device is full, or closed.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    write_stdout(text.encode(encoding, "backslashreplace"))


def write_stdout(content: bytes) -> None:
    """Write bytes to standard output; a reader that has gone away is no failure.

    Raises:
        RailError: the device is full, or closed.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise RailError("cannot write the report: closed", place="standard output")
    try:
        stream.buffer.write(content)
        stream.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise RailError(f"cannot write the report: {fault.strerror}", place="standard output") from fault


def _writable(file: str) -> Path:
    """Return the real path of a file that can be written."""
    path = Path(os.path.realpath(file))
    if not file or path.is_dir():
        raise UsageError("cannot write the report: is a folder", place=file or "--output")
    if not path.parent.is_dir():
        raise UsageError("cannot write the report: no such folder", place=str(path.parent), hint="make it first")
    if not os.access(path if _is_special(path) else path.parent, os.W_OK):
        raise UsageError("cannot write the report: no permission", place=file)
    return path


def _is_special(path: Path) -> bool:
    """Tell whether it is a device or a pipe, which no other file may replace."""
    return path.exists() and not path.is_file()


def _temporary(path: Path, content: bytes) -> str:
    """Write the content under a new name in the folder of `path`, with the mode that `path` has or would get."""
    import tempfile  # noqa: PLC0415 -- only when something is written

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(path))  # noqa: PTH101 -- the name is a string
    except BaseException:
        os.unlink(name)  # noqa: PTH108 -- the name is a string
        raise
    return name


def _mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

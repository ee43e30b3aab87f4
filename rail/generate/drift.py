"""Whether the files of a folder are still what their answers say, and which may be written over."""

import hashlib
from collections.abc import Callable
from typing import Literal, NamedTuple

from rail.generate.answers import FILE, Lock
from rail.generate.bundle import Bundle

Read = Callable[[str], bytes | None]
"""Returns the bytes at a relative path, or `None` where there is no file."""


class Drift(NamedTuple):
    """A file that is not as it should be.

    `changed`: someone wrote in it since the last run; `missing`: it is gone; `stale`: the answers or the clause list
    have moved since.
    """

    path: str
    kind: Literal["changed", "missing", "stale"]


def drift(made: Bundle, lock: Lock | None, read: Read) -> tuple[Drift, ...]:
    """Compare the files that the answers make with those that are there; `lock` is what the last run wrote."""
    found = []
    for path, content in sorted(made.files.items()):
        there = read(path)
        if there is None:
            found.append(Drift(path, "missing"))
        elif path != FILE and not _same(there, content):
            found.append(Drift(path, "stale" if _is_ours(path, there, lock) else "changed"))
    return tuple(found)


def changed_by_others(made: Bundle, lock: Lock | None, read: Read) -> tuple[str, ...]:
    """Return the paths that hold something else than the last run wrote, and so must not be written over."""
    return tuple(
        path
        for path, content in sorted(made.files.items())
        if path != FILE
        and (there := read(path)) is not None
        and not _same(there, content)
        and not _is_ours(path, there, lock)
    )


def _is_ours(path: str, there: bytes, lock: Lock | None) -> bool:
    wanted = lock.files.get(path) if lock is not None else None
    return wanted is not None and wanted in {hashlib.sha256(each).hexdigest() for each in (there, _unix(there))}


def _same(there: bytes, content: bytes) -> bool:
    return there == content or _unix(there) == content


def _unix(content: bytes) -> bytes:
    """Git on Windows checks text out with other line ends; that is no change."""
    return content.replace(b"\r\n", b"\n")

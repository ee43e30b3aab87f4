"""The lines of scanned files, for the excerpts of the text report."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_MAX_SIZE = 4 * 1024 * 1024


class Excerpts:
    """Finds the paths of a report below the folders that were scanned.

    `labels` are the inputs as the report names them: with several inputs each path starts with one of them.
    """

    def __init__(self, inputs: Sequence[str], labels: Sequence[str], cwd: Path) -> None:
        prefixes = [f"{label}/" for label in labels] if len(labels) > 1 else [""]
        self._roots = [
            (prefix, root)
            for prefix, given in zip(prefixes, inputs, strict=False)
            if (root := _root(Path(cwd, given))) is not None
        ]
        self._lines = lru_cache(maxsize=64)(_read)

    def line(self, path: str, number: int) -> str | None:
        """Return line `number` (from 1) of the file, or `None` when it is not at hand."""
        for prefix, root in self._roots:
            file = _below(root, path[len(prefix) :]) if path.startswith(prefix) else None
            if file is not None:
                lines = self._lines(file)
                return lines[number - 1] if 0 < number <= len(lines) else None
        return None


def _root(path: Path) -> Path | None:
    if path.is_dir():
        return path
    return path.parent if path.is_file() else None


def _below(root: Path, path: str) -> Path | None:
    """Return the regular file `path` if it lies, links followed, below `root`."""
    try:
        file = Path(os.path.realpath(root / path))
        inside = file.is_relative_to(os.path.realpath(root))
        return file if inside and file.is_file() else None
    except (OSError, ValueError):
        return None


def _read(file: Path) -> tuple[str, ...]:
    try:
        if file.stat().st_size > _MAX_SIZE:
            return ()
        content = file.read_bytes()
    except OSError:
        return ()
    return tuple(content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))

"""One file that the user names: a lockfile, a licence text, a model card, a model file."""

import os
from collections.abc import Iterator
from pathlib import Path

from rail.domain.component import Home
from rail.domain.report import Problem
from rail.sources.disk import DiskFile, inside, shown


class SingleFile:
    """The file `path`; it is shown relative to `cwd` when it lies below, and may refer to files of the same root."""

    given = None
    groups = None
    first_party = True

    def __init__(self, path: str, *, label: str, cwd: Path) -> None:
        folder, name = os.path.split(path)
        here = os.path.realpath(cwd)
        self._root, self._relative = os.path.realpath(folder), name
        if inside(self._root, here):
            self._relative = os.path.join(os.path.relpath(self._root, here), name)  # noqa: PTH118 -- plain strings
            self._relative = os.path.normpath(self._relative).replace(os.sep, "/")
            self._root = here
        self.label = label
        self.root_name = shown(name)

    def files(self) -> Iterator[DiskFile]:
        """Yield the one file."""
        yield DiskFile(self._root, self._relative)

    def homes(self) -> Iterator[Home]:
        """Yield nothing."""
        return iter(())

    def problems(self) -> tuple[Problem, ...]:
        """Return nothing: a file that cannot be read says so when it is read."""
        return ()

"""Files in memory, as a source would give them."""

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from rail.errors import ReadError
from rail.sources.decode import decode
from rail.sources.spi import MAX_TEXT, SourceFile


class FakeFile:
    """One file of a made-up tree; `tree` maps paths to bytes."""

    def __init__(self, path: str, tree: dict[str, bytes]) -> None:
        self.path = PurePosixPath(path)
        self.where = path
        self._tree = tree
        self._data = tree[path]

    @property
    def size(self) -> int:
        return len(self._data)

    def read(self, limit: int = MAX_TEXT) -> bytes:
        if len(self._data) > limit:
            raise ReadError("too large", place=str(self.path))
        return self._data

    def head(self, count: int) -> bytes:
        return self._data[:count]

    def text(self, limit: int = MAX_TEXT) -> str:
        return decode(self.read(limit))

    def beside(self, name: str) -> "FakeFile | None":
        path = str(self.path.parent / name)
        return FakeFile(path, self._tree) if path in self._tree else None

    def names_beside(self) -> tuple[str, ...]:
        return tuple(sorted(self._tree))


@pytest.fixture(scope="session")
def one_file() -> Callable[..., SourceFile]:
    """Return a maker of files: `one_file("README.md", b"...", others={"LICENSE": b"..."})`."""

    def make(path: str, data: bytes | str, others: dict[str, bytes] | None = None) -> SourceFile:
        raw = data.encode() if isinstance(data, str) else data
        return FakeFile(path, {**(others or {}), path: raw})

    return make

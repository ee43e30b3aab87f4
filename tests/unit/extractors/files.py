"""Files in memory, as a source would give them."""

from pathlib import PurePosixPath

from rail.errors import ReadError
from rail.sources.decode import decode
from rail.sources.spi import MAX_TEXT


class FakeFile:
    """One file of a made-up tree; `tree` maps paths to bytes."""

    def __init__(self, path: str, tree: dict[str, bytes]) -> None:
        self.path = PurePosixPath(path)
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


def tree_of(**files: str | bytes) -> dict[str, bytes]:
    return {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}

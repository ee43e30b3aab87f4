"""A file whose content is at hand: what came through standard input."""

from pathlib import PurePosixPath

from rail.errors import ReadError
from rail.sources.decode import decode
from rail.sources.spi import MAX_TEXT


class MemoryFile:
    """The document `data`, shown as `where`; it has no neighbours."""

    __slots__ = ("_data", "where")

    def __init__(self, where: str, data: bytes) -> None:
        self.where = where
        self._data = data

    @property
    def path(self) -> PurePosixPath:
        """Where it is said to lie."""
        return PurePosixPath(self.where)

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return len(self._data)

    def read(self, limit: int = MAX_TEXT) -> bytes:
        """Return the whole content; raise `ReadError` when it is larger than `limit` bytes."""
        if len(self._data) > limit:
            raise ReadError(f"larger than {limit:,} bytes", place=self.where, hint="it was not read")
        return self._data

    def head(self, count: int) -> bytes:
        """Return at most the first `count` bytes."""
        return self._data[:count]

    def text(self, limit: int = MAX_TEXT) -> str:
        """Return the content decoded, newlines as LF."""
        return decode(self.read(limit))

    def beside(self, name: str) -> None:
        """Return nothing: standard input stands alone."""

    def names_beside(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()

"""Facts from registries kept between runs, in SQLite: a lost, foreign, full or broken one costs time, never an answer.

Used from one thread. Many processes may share the file: every write is one short transaction, and one that cannot be
made is left out.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self

_TABLE = """CREATE TABLE IF NOT EXISTS facts
    (key TEXT PRIMARY KEY, made REAL NOT NULL, digest BLOB NOT NULL, content BLOB NOT NULL) WITHOUT ROWID"""
_WAIT = 5.0
_MAX_CONTENT = 4 * 1024 * 1024


class FactCache:
    """Content by key, each with its age, in `facts-<stamp>.sqlite` of `folder`; without a folder it is empty.

    `stamp` names the shape of the contents: another shape is another file. `clock` gives seconds since 1970.
    """

    def __init__(self, folder: Path | None, stamp: str, *, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._path = folder / f"facts-{stamp}.sqlite" if folder else None
        self._link: sqlite3.Connection | None = None
        self._writes = True
        if self._path is not None:
            self._open()

    def __enter__(self) -> "Self":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._link is not None:
            with suppress(sqlite3.Error):
                self._link.close()
            self._link = None

    def get(self, key: str, *, no_older_than: float | None = None) -> bytes | None:
        """Return the content kept under a key, if it is whole and at most so many seconds old; any age when `None`."""
        if self._link is None:
            return None
        try:
            row = self._link.execute("SELECT made, digest, content FROM facts WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as fault:
            self._broken(fault)
            return None
        if row is None:
            return None
        made, digest, content = row
        if not isinstance(content, bytes) or not isinstance(made, float) or digest != _digest(key, content):
            return None
        age = self._clock() - made
        return None if no_older_than is not None and not 0 <= age <= no_older_than else content

    def put(self, key: str, content: bytes) -> None:
        """Keep a content, in place of what was there."""
        if self._link is None or not self._writes or len(content) > _MAX_CONTENT:
            return
        try:
            with self._link:
                self._link.execute(
                    "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)",
                    (key, self._clock(), _digest(key, content), content),
                )
        except sqlite3.Error as fault:
            self._broken(fault)

    def _open(self) -> None:
        assert self._path is not None
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            try:
                self._link = self._connected()
            except sqlite3.Error as fault:
                if _is_damage(fault) and self._removed():
                    continue
                self._link = self._read_only()
            return

    def _connected(self) -> sqlite3.Connection:
        assert self._path is not None
        link = sqlite3.connect(self._path, timeout=_WAIT, isolation_level="IMMEDIATE")
        try:
            link.execute("PRAGMA synchronous = OFF")  # a fact lost with the power is asked for again
            link.execute(_TABLE)
            link.execute("SELECT key, made, digest, content FROM facts LIMIT 1").fetchone()
        except sqlite3.Error:
            link.close()
            raise
        return link

    def _read_only(self) -> sqlite3.Connection | None:
        assert self._path is not None
        self._writes = False
        with suppress(sqlite3.Error):
            link = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, timeout=_WAIT)
            try:
                link.execute("SELECT key, made, digest, content FROM facts LIMIT 1").fetchone()
            except sqlite3.Error:
                link.close()
                raise
            return link
        return None

    def _broken(self, fault: sqlite3.Error) -> None:
        """Begin anew after damage; after anything else (locked, full, not to be written) read on and stop writing."""
        if not _is_damage(fault):
            self._writes = False
            return
        self.close()
        if self._removed():
            with suppress(sqlite3.Error):
                self._link = self._connected()

    def _removed(self) -> bool:
        assert self._path is not None
        with suppress(OSError):
            self._path.unlink()
            return True
        return False


def _is_damage(fault: sqlite3.Error) -> bool:
    """Tell a file that is no database, or a broken one, from one that is busy, full or not to be written."""
    return isinstance(fault, sqlite3.DatabaseError) and not isinstance(
        fault, sqlite3.OperationalError | sqlite3.InterfaceError | sqlite3.ProgrammingError
    )


def _digest(key: str, content: bytes) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass") + b"\0" + content, digest_size=16).digest()

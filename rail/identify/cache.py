"""Readings of texts kept between runs: the same bytes under the same catalogue and index read the same.

One file per pair of digests, replaced whole; a lost, foreign or broken one costs time, never an answer.
"""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from rail.domain.evidence import TextReading

MOST = 20_000
"""How many readings are kept; past that the file starts anew with those of the current run."""

MOST_BYTES = 64 * 1024 * 1024
"""A larger file was not written by rail and is not read."""

_DIGEST = 16
"""Bytes before the content by which damage is told: a flipped bit must not become another answer."""

_OLD = 14 * 24 * 3600
_Table = dict[bytes, TextReading]


class ReadingCache:
    """Readings by the digest of the text: loaded from `folder` at once, written back by `save`."""

    def __init__(self, folder: Path | None, stamp: str) -> None:
        self._path = folder / f"readings-{stamp}.msgpack" if folder else None
        self._old = self._load()
        self._new: _Table = {}

    def get(self, name: bytes) -> TextReading | None:
        """Return the reading of the text with this digest, or `None`."""
        return self._new.get(name) or self._old.get(name)

    def put(self, name: bytes, reading: TextReading) -> None:
        """Keep a reading for later runs."""
        self._new[name] = reading

    def save(self) -> None:
        """Write the file anew when there is something new; a folder that cannot be written is left alone."""
        if self._path is None or not self._new:
            return
        kept = self._new if len(self._old) + len(self._new) > MOST else {**self._old, **self._new}
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            import tempfile  # noqa: PLC0415 -- only when something is written

            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".readings-")
            try:
                with os.fdopen(handle, "wb") as file:
                    content = msgspec.msgpack.encode(kept)
                    file.write(_digest(content) + content)
                Path(name).replace(self._path)
                self._forget_old()
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _forget_old(self) -> None:
        """Remove what other catalogues and indexes left here long before this file was written."""
        if self._path is None:
            return
        now = self._path.stat().st_mtime
        for other in self._path.parent.glob("readings-*.msgpack"):
            if now - other.stat().st_mtime > _OLD:
                other.unlink(missing_ok=True)

    def _load(self) -> _Table:
        if self._path is None:
            return {}
        try:
            if self._path.stat().st_size > MOST_BYTES:
                return {}
            data = memoryview(self._path.read_bytes())
            content = data[_DIGEST:]
            return msgspec.msgpack.decode(content, type=_Table) if data[:_DIGEST] == _digest(content) else {}
        except (OSError, ValueError, RecursionError):
            return {}


def _digest(content: bytes | memoryview) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415 -- only where there is a cache

    return blake2b(content, digest_size=_DIGEST).digest()

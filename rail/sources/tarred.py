"""Tar files, plain or compressed.

Compressed ones can only be read from the front: one pass keeps the small members, and what follows comes from memory.
https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
"""

import io
import tarfile
import zlib
from pathlib import Path
from typing import Any, Protocol

from rail.errors import ReadError
from rail.sources.bounds import budget, refuse_excess

_FAULTS = (
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    RecursionError,
    MemoryError,
)
KEPT_MEMBER = 1024 * 1024
"""Members up to this size are kept in memory."""
KEPT_TOTAL = 64 * 1024 * 1024
"""How much is kept in all; the rest is unpacked anew when asked for."""
_HEAD = 4_096
_LARGEST_READ = 32 * 1024 * 1024


class TarContainer:
    """The tar at `path`."""

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._name = name
        self._packed = Path(path).stat().st_size
        self._kept: dict[str, bytes] = {}
        self._heads: dict[str, bytes] = {}
        self._broken: list[tuple[str, str]] = []

    def members(self) -> list[tuple[str, int]]:
        """Return name and size of the plain files; what comes before a fault is returned, the fault is `skipped`."""
        found: list[tuple[str, int]] = []
        total = room = 0
        try:
            with self._opened() as archive:
                while (entry := archive.next()) is not None:
                    total += max(0, entry.size)
                    refuse_excess(self._name, len(found) + 1, total, self._packed)
                    _forget(archive)
                    if not entry.isreg() or entry.issparse():
                        continue
                    keep = entry.size <= KEPT_MEMBER and room + entry.size <= KEPT_TOTAL
                    room += entry.size if keep else _HEAD
                    data = _content(archive, entry, entry.size if keep else _HEAD)
                    (self._kept if keep else self._heads)[entry.name] = data
                    found.append((entry.name, entry.size))
        except ReadError:
            raise
        except Exception as fault:
            if not _is_damage(fault):
                raise
            self._fail(fault, found)
        return found

    def skipped(self) -> list[tuple[str, str]]:
        """Return where reading broke off."""
        return self._broken

    def content(self, name: str, count: int) -> bytes:
        """Return at most the first `count` bytes of a member."""
        if name in self._kept:
            return self._kept[name][:count]
        if count <= _HEAD:
            return self._heads[name][:count]
        try:
            with self._opened() as archive:
                while (entry := archive.next()) is not None:
                    _forget(archive)
                    if entry.name == name and entry.isreg():
                        return _content(archive, entry, count)
        except Exception as fault:
            if not _is_damage(fault):
                raise
            raise ReadError(f"cannot be unpacked: {fault}", place=name, hint="is the archive complete?") from fault
        raise ReadError("is no longer there", place=name, hint="did the archive change?")

    def _fail(self, fault: Exception, found: list[tuple[str, int]]) -> None:
        if not found:
            raise ReadError(f"not a readable tar: {fault}", place=self._name, hint="is it complete?") from fault
        self._broken.append((self._name, f"archive is broken after {found[-1][0]}: {fault}"))

    def _opened(self) -> tarfile.TarFile:
        return tarfile.open(fileobj=_Bounded(self._decompressed(), budget(self._packed)), mode="r:")

    def _decompressed(self) -> "_Stream":
        stream = Path(self._path).open("rb")  # noqa: SIM115 -- the reader below closes it
        magic = stream.read(6)
        stream.seek(0)
        if magic.startswith(b"\x1f\x8b"):
            import gzip  # noqa: PLC0415 -- one kind of compression an archive

            return gzip.GzipFile(fileobj=stream)
        if magic.startswith(b"BZh"):
            import bz2  # noqa: PLC0415 -- same

            return bz2.BZ2File(stream)
        if magic.startswith(b"\xfd7zXZ"):
            import lzma  # noqa: PLC0415 -- same

            return lzma.LZMAFile(stream)
        return stream


def _is_damage(fault: Exception) -> bool:
    """Answer whether it comes from the archive; lzma is not imported only to name its error."""
    return isinstance(fault, _FAULTS) or type(fault).__name__ == "LZMAError"


def _forget(archive: tarfile.TarFile) -> None:
    """Drop the members read so far: the list would grow with the archive."""
    archive.members.clear()  # type: ignore[attr-defined]  # there since 2.3, not in the stubs


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo, count: int) -> bytes:
    """Return the first bytes of a plain member, which lie in one piece: ten times faster than a stream for each."""
    stream = archive.fileobj
    assert stream is not None
    wanted = min(count, entry.size)
    stream.seek(entry.offset_data)
    data = stream.read(wanted)
    if len(data) < wanted:
        raise tarfile.ReadError("unexpected end of data")
    return data


class _Stream(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
    def tell(self) -> int: ...
    def close(self) -> None: ...


class _Bounded(io.RawIOBase):
    """A stream that stops a reader who asks for more than an honest archive holds: long headers are read whole."""

    def __init__(self, stream: _Stream, limit: int) -> None:
        self._stream = stream
        self._limit = limit

    def read(self, count: int = -1) -> bytes:
        if count < 0 or count > _LARGEST_READ or self._stream.tell() + count > self._limit + _LARGEST_READ:
            raise tarfile.ReadError("a header or member asks for more than the archive may hold")
        return self._stream.read(count)

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 0 and offset > self._limit + _LARGEST_READ:
            raise tarfile.ReadError("a member reaches further than the archive may")
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        raw: Any = getattr(self._stream, "fileobj", None) or getattr(self._stream, "_fp", None)
        self._stream.close()
        if raw is not None:
            raw.close()
        super().close()

"""Zip files: wheels, eggs, and plain ones.

https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import stat
import zipfile
import zlib
from pathlib import Path

from rail.errors import ReadError
from rail.sources.bounds import MAX_MEMBERS, refuse_excess

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
    IndexError,
    MemoryError,
)
_END = b"PK\x05\x06"
_END_REACH = 65_557
_ZIP64_COUNT, _ZIP64_LENGTH = 0xFFFF, 0xFFFFFFFF
_DIRECTORY_LIMIT = 128 * 1024 * 1024


class ZipContainer:
    """The zip at `path`, opened for as long as it is referred to."""

    def __init__(self, path: str, name: str) -> None:
        self._name = name
        self._skipped: list[tuple[str, str]] = []
        try:
            self._refuse_huge_directory(path)
            self._zip = zipfile.ZipFile(path)
        except _FAULTS as fault:
            raise ReadError(f"not a readable zip: {fault}", place=name, hint="is it complete?") from fault

    def members(self) -> list[tuple[str, int]]:
        """Return name and size of the plain files."""
        entries = [entry for entry in self._zip.infolist() if not entry.filename.endswith("/")]
        refuse_excess(self._name, len(entries), sum(entry.file_size for entry in entries), self._packed())
        kept = []
        for entry in entries:
            if not entry.filename:
                self._skipped.append(("", "has no name"))
            elif entry.flag_bits & 1:
                self._skipped.append((entry.filename, "encrypted"))
            elif not stat.S_ISLNK(entry.external_attr >> 16):  # a symbolic link holds a path, not a document
                kept.append((entry.filename, entry.file_size))
        return kept

    def skipped(self) -> list[tuple[str, str]]:
        """Return the members that are encrypted or have no name."""
        return self._skipped

    def content(self, name: str, count: int) -> bytes:
        """Return at most the first `count` bytes of a member."""
        try:
            with self._zip.open(name) as stream:
                return stream.read(count)
        except Exception as fault:
            if not isinstance(fault, _FAULTS) and type(fault).__name__ != "LZMAError":  # lzma is not imported for that
                raise
            raise ReadError(f"cannot be unpacked: {fault}", place=name, hint="is the archive complete?") from fault

    def _packed(self) -> int:
        stream = self._zip.fp
        assert stream is not None
        return stream.seek(0, 2)

    @staticmethod
    def _refuse_huge_directory(path: str) -> None:
        """Look at the end record first: the directory is read into memory whole."""
        with Path(path).open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - _END_REACH))
            tail = stream.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) < at + 22:
            return  # zipfile says what is wrong with it
        members = int.from_bytes(tail[at + 10 : at + 12], "little")
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        if (length != _ZIP64_LENGTH and length > _DIRECTORY_LIMIT) or (
            members == _ZIP64_COUNT and size > 64 * _DIRECTORY_LIMIT
        ):
            raise ValueError(f"more than {MAX_MEMBERS:,} members")

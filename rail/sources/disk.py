"""A file on disk, as a tree hands it out: reading is bounded, and nothing outside the tree can be reached from it."""

import os
import stat
from pathlib import PurePosixPath

from rail.errors import ReadError
from rail.sources.decode import decode
from rail.sources.spi import MAX_TEXT

MAX_NAMES = 5_000
"""How many names `names_beside` returns at most."""
_KEPT = 1024 * 1024
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Non-blocking, so that a pipe put in the place of a file cannot hold the scan up."""
NOT_CONTENT = frozenset({".git", ".hg", ".svn", "__pycache__"})
"""Folders of version control and of the interpreter's cache: never part of an input."""


def shown(path: str) -> str:
    """Return a path as text that can be encoded: bytes that are no UTF-8 become escapes."""
    if path.isascii():
        return path
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path


def inside(path: str, root: str) -> bool:
    """Answer whether a path, all links followed, lies in the folder `root` (itself a real path)."""
    real = os.path.realpath(path)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


class DiskFile:
    """The file `relative` (as the file system spells it) below the folder `root` (a real path); opened when read.

    `where` is `path` as a string: the cheap one for a walk over many files.
    """

    __slots__ = ("_held", "_path", "_wanted", "relative", "root", "where")

    def __init__(self, root: str, relative: str, where: str | None = None) -> None:
        self.root = root
        self.relative = relative
        self.where = shown(relative) if where is None else where
        self._path: PurePosixPath | None = None
        self._held = b""
        self._wanted = 0

    @property
    def path(self) -> PurePosixPath:
        """Where it lies, relative to the scanned root."""
        if self._path is None:
            self._path = PurePosixPath(self.where)
        return self._path

    @property
    def size(self) -> int:
        """Its size in bytes."""
        try:
            return os.stat(self._absolute).st_size  # noqa: PTH116 -- pathlib is slow over many files
        except (OSError, ValueError) as fault:
            raise self._unreadable(fault) from fault

    def read(self, limit: int = MAX_TEXT) -> bytes:
        """Return the whole content; raise `ReadError` when it is larger than `limit` bytes."""
        data = self._read(limit + 1)
        if len(data) > limit:
            raise ReadError(f"larger than {limit:,} bytes", place=self.where, hint="it was not read")
        return data

    def head(self, count: int) -> bytes:
        """Return at most the first `count` bytes."""
        return self._read(count)

    def text(self, limit: int = MAX_TEXT) -> str:
        """Return the content decoded, newlines as LF."""
        return decode(self.read(limit))

    def beside(self, name: str) -> "DiskFile | None":
        """Return the file `name`, relative to this file's folder, if it is there and below the same root."""
        folder = os.path.dirname(self.relative)  # noqa: PTH120 -- names may hold bytes that pathlib normalises
        relative = os.path.normpath(os.path.join(folder, name))  # noqa: PTH118 -- same
        if "\0" in name or os.path.isabs(relative) or relative.split(os.sep, 1)[0] == os.pardir:  # noqa: PTH117 -- same
            return None
        absolute = os.path.join(self.root, relative)  # noqa: PTH118 -- same
        if not os.path.isfile(absolute) or not inside(absolute, self.root):  # noqa: PTH113 -- same
            return None
        where = shown(relative)
        prefix = self.where[: len(self.where) - len(shown(self.relative))]
        return DiskFile(self.root, relative, prefix + where)

    def names_beside(self) -> tuple[str, ...]:
        """Return relative POSIX paths of the files below this file's folder (at most `MAX_NAMES`, sorted)."""
        names: list[str] = []
        top = os.path.dirname(self._absolute)  # noqa: PTH120 -- pathlib is slow over many files
        folders = [""]
        for prefix in folders:
            if len(names) >= MAX_NAMES or len(folders) >= MAX_NAMES:
                break
            try:
                with os.scandir(os.path.join(top, prefix)) as entries:  # noqa: PTH118 -- same
                    for entry in sorted(entries, key=lambda entry: entry.name):
                        if entry.is_dir(follow_symlinks=False):
                            if entry.name not in NOT_CONTENT:
                                folders.append(prefix + entry.name + "/")
                        elif entry.is_file():
                            names.append(shown(prefix + entry.name))
            except OSError:
                continue  # the walk over the tree reports folders that cannot be read
        return tuple(sorted(names[:MAX_NAMES]))

    @property
    def _absolute(self) -> str:
        return self.root + os.sep + self.relative

    def _read(self, count: int) -> bytes:
        """Return at most `count` bytes; a small file that several extractors want is read once."""
        if count > self._wanted and len(self._held) in (0, self._wanted):
            data = self._read_disk(count)
            if len(data) > _KEPT:
                return data
            self._held, self._wanted = data, count
        return self._held if count >= len(self._held) else self._held[:count]

    def _read_disk(self, count: int) -> bytes:
        try:
            descriptor = os.open(self._absolute, _READ)
        except (OSError, ValueError) as fault:
            raise self._unreadable(fault) from fault
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("not a regular file", place=self.where, hint="it was not read")
            wanted = min(count, status.st_size + 1)
            data = os.read(descriptor, wanted)
            parts = [data]
            total = len(data)
            while data and total < min(count, status.st_size):
                data = os.read(descriptor, wanted - total)
                parts.append(data)
                total += len(data)
        except OSError as fault:
            raise self._unreadable(fault) from fault
        finally:
            os.close(descriptor)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _unreadable(self, fault: Exception) -> ReadError:
        why = getattr(fault, "strerror", None) or str(fault)
        return ReadError(f"cannot be read: {why}", place=self.where, hint="check that it exists and may be read")

"""The index of known licence texts: hashes of their chunks, no words. Memory-mapped; opened when a text is first read.

Layout (little-endian; every section starts on a multiple of four bytes):

    magic, counts          16 + 6 x uint32
    directory              uint32[2**14 + 1]  first chunk of each bucket of hashes (by their upper 14 bits)
    hashes                 uint32[chunks]     CRC-32 of each chunk, ascending; a chunk is known by its rank
    owners                 uint16[chunks]     the group of texts that hold it
    group starts           uint32[groups + 1]
    group members          uint16[members]    texts
    text starts            uint32[texts + 1]
    sequences              uint32[total]      the chunks of each text in order
    lengths                uint32[texts]      words of each text
    names                  UTF-8, a line a text: id, "p" for a profile or "g" for a general licence, ScanCode keys
"""

import mmap
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from rail.identify.alignment import Spots, spots_of
from rail.datafiles import data_folder
from rail.errors import RailError

MAGIC = b"rail-prints/1\n\0\0"
BUCKET_BITS = 14
MOST_HOLDERS = 48
"""A chunk that stands in more texts than these is entered for the shortest ones only."""


class Known(NamedTuple):
    """Whose text it is: the catalogue id or SPDX id, whether it is a profile, the ScanCode keys, its size in words."""

    id: str
    is_profile: bool
    keys: tuple[str, ...]
    words: int


class Fingerprints:
    """A read-only index; texts are known by number. `groups` and `sequence` are the two ways through it."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Open an index in memory.

        Raises:
            RailError: the data are not an index of this version, or cut short.
        """
        view = memoryview(data)
        try:
            if bytes(view[:16]) != MAGIC:
                raise RailError("not a fingerprint index of this version", hint="run rail catalogue fingerprint")
            chunks, groups, members, texts, total, names = struct.unpack_from("<6I", view, 16)
            at = 16 + 24
            sections = []
            for kind, count in (
                ("I", (1 << BUCKET_BITS) + 1),
                ("I", chunks),
                ("H", chunks),
                ("I", groups + 1),
                ("H", members),
                ("I", texts + 1),
                ("i", total),
                ("I", texts),
            ):
                size = count * struct.calcsize(kind)
                if at + size > len(view):
                    raise RailError("the fingerprint index is cut short", hint="reinstall rail-compliance")
                sections.append(view[at : at + size].cast(kind))
                at += size + -size % 4
        except struct.error as error:
            raise RailError("the fingerprint index is cut short", hint="reinstall rail-compliance") from error
        self._directory, self._hashes, self._owners = sections[:3]
        self._group_starts, self._members, self._text_starts, self._sequences, self._lengths = sections[3:]
        self._names = bytes(view[at : at + names])
        self._known: dict[int, Known] = {}
        self._lines: list[bytes] = []
        self._ranks: dict[bytes, int] = {}
        self._texts: dict[int, array[int]] = {}
        self._spots: dict[int, Spots] = {}
        self._teams: dict[int, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._lengths)

    def ranks(self, chunks: Sequence[bytes]) -> list[int]:
        """Return the rank of each chunk, or -1 for a chunk that no known text holds."""
        ranks = self._ranks
        if len(ranks) > _REMEMBERED:
            ranks.clear()
        found = list(map(ranks.get, chunks))
        if None in found:
            for index, rank in enumerate(found):
                if rank is None:
                    chunk = chunks[index]
                    rank = ranks.get(chunk)
                    if rank is None:
                        rank = ranks[chunk] = self.rank(chunk)
                    found[index] = rank
        return found  # type: ignore[return-value]  # every None was replaced

    def rank(self, chunk: bytes) -> int:
        """Return the rank of a chunk, or -1."""
        code = crc32(chunk)
        bucket = code >> (32 - BUCKET_BITS)
        low, high = self._directory[bucket], self._directory[bucket + 1]
        rank = bisect_left(self._hashes, code, low, high)
        return rank if rank < high and self._hashes[rank] == code else -1

    def groups(self, ranks: Iterable[int]) -> Iterable[int]:
        """Return for each chunk the group of texts that hold it; chunks held by the same texts share a group."""
        return map(self._owners.__getitem__, ranks)

    def members(self, group: int) -> tuple[int, ...]:
        """Return the texts of a group (the shortest ones, when a chunk is in very many)."""
        team = self._teams.get(group)
        if team is None:
            team = tuple(self._members[self._group_starts[group] : self._group_starts[group + 1]])
            self._teams[group] = team
        return team

    def sequence(self, text: int) -> "array[int]":
        """Return the chunks of a text in order."""
        found = self._texts.get(text)
        if found is None:
            found = array("i", self._sequences[self._text_starts[text] : self._text_starts[text + 1]])
            self._texts[text] = found
        return found

    def spots(self, text: int) -> Spots:
        """Return where each chunk stands in a text."""
        found = self._spots.get(text)
        if found is None:
            if len(self._spots) > _KEPT_TEXTS:
                self._spots.clear()
            found = self._spots[text] = spots_of(self.sequence(text))
        return found

    def length(self, text: int) -> int:
        """Return the number of words of a text."""
        return self._lengths[text]

    def hash_at(self, rank: int) -> int:
        """Return the CRC-32 of the chunk of a rank."""
        return self._hashes[rank]

    def known(self, text: int) -> Known:
        """Return whose text it is."""
        found = self._known.get(text)
        if found is None:
            if not self._lines:
                self._lines = self._names.split(b"\n")
            name, kind, keys = self._lines[text].decode().split("\t")
            found = Known(name, kind == "p", tuple(keys.split()), self._lengths[text])
            self._known[text] = found
        return found


def open_fingerprints(path: Path | None = None) -> Fingerprints:
    """Map the index into memory: the one that rail carries, or another.

    Raises:
        RailError: there is none, or it is not an index.
    """
    path = path or data_folder() / "licenses" / "fingerprints" / "index.bin"
    try:
        with path.open("rb") as file:
            return Fingerprints(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise RailError(
            "the index of licence texts cannot be read", place=str(path), hint="reinstall rail-compliance"
        ) from error


_REMEMBERED = 60_000
_KEPT_TEXTS = 300

"""The index of known licence texts: hashes of their chunks, no words. Memory-mapped; opened when a text is first read.

Layout, little-endian; every section starts on a multiple of four bytes:

    magic, counts          16 bytes, 8 x uint32
    directory              uint32[2**14 + 1]  first chunk of each bucket of hashes (by their upper 14 bits)
    hashes                 uint32[chunks]     CRC-32 of each chunk, ascending; a chunk is known by its rank
    owners                 uint16[chunks]     the group of texts that hold it
    group starts           uint32[groups + 1]
    members                uint16[members]    the texts of each group; small groups come first
    lengths                uint32[texts]      words of each text
    text starts            uint32[texts + 1]  first chunk of each text, counted through all texts
    block starts           uint32[blocks + 1] the same for each block, and
    block places           uint32[blocks + 1] its first byte
    whole firsts           uint32[wholes]     CRC-32 of the first letters of a text, ascending; for each of them
    whole lasts            uint32[wholes]     CRC-32 of the last letters,
    whole digests          uint64[wholes]     BLAKE2b of all letters,
    whole texts            uint16[wholes]     whose they are, and
    whole sizes            uint32[wholes]     how many (`stream.py`); a text may be there with and without its notices
    blocks                 the ranks of all texts in order, int32, each block compressed by zlib
    names                  UTF-8, a line a text: id, kind, ScanCode keys; the kind is "p" for a profile or "g" for a
                           general licence, and "n" after it for a mere notice
"""

import mmap
import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zlib import crc32

from rail.errors import RailError
from rail.identify.alignment import Spots, spots_of
from rail.identify.stamp import index_file

MAGIC = b"rail-prints/3\n\0\0"
COUNTS = "<8I"
"""Chunks, groups, members, texts, blocks, bytes of the blocks, bytes of the names, wholes."""

BUCKET_BITS = 14
MOST_HOLDERS = 48
"""A chunk that stands in more texts than these is entered for the best-known and shortest ones only."""

Row: TypeAlias = tuple[int, int, int, int]
"""A text that may stand as a whole: CRC-32 of its last letters, number of all letters, hash of all, its number."""


class Known(NamedTuple):
    """Whose text it is: the catalogue id or SPDX id, whether it is a profile, the ScanCode keys, its size in words.

    `is_notice` texts are not the licence: they say that something is under it.
    """

    id: str
    is_profile: bool
    keys: tuple[str, ...]
    words: int
    is_notice: bool


class Fingerprints:
    """A read-only index; texts are known by number, chunks by rank."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Open an index in memory.

        Raises:
            RailError: the data are not an index of this version, or cut short.
        """
        self._view = view = memoryview(data)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise _broken("not a fingerprint index of this version")
        at = len(MAGIC) + struct.calcsize(COUNTS)
        if len(view) < at:
            raise _broken("the fingerprint index is cut short")
        chunks, groups, members, texts, blocks, packed, names, wholes = struct.unpack_from(COUNTS, view, len(MAGIC))
        sections = []
        counts = ((1 << BUCKET_BITS) + 1, chunks, chunks, groups + 1, members, texts, texts + 1, blocks + 1, blocks + 1)
        for kind, count in zip("IIHIHIIIIIIQHI", (*counts, *[wholes] * 5), strict=True):
            size = count * struct.calcsize(kind)
            sections.append(view[at : at + size])
            at += size + -size % 4
        if at + packed + names > len(view):
            raise _broken("the fingerprint index is cut short")
        self._directory, self._hashes = sections[0].cast("I"), sections[1].cast("I")
        self._owners = sections[2].cast("H")
        self._group_starts, self._members = sections[3].cast("I"), sections[4].cast("H")
        self._lengths = sections[5].cast("I").tolist()
        self._text_starts, self._block_starts, self._block_places = [part.cast("I") for part in sections[6:9]]
        firsts, lasts, digests, texts_, sizes = sections[9:]
        self._wholes = (firsts.cast("I"), lasts.cast("I"), digests.cast("Q"), texts_.cast("H"), sizes.cast("I"))
        self._packed = view[at : at + packed]
        self._names = view[at + packed : at + packed + names]
        self._lines: list[bytes] = []
        self._ranks: dict[bytes, int] = {}
        self._blocks: dict[int, array[int]] = {}
        self._spots: dict[int, Spots] = {}
        self._rows: dict[int, list[Row]] = {}
        self._teams: dict[int, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._lengths)

    def ranks(self, chunks: Sequence[bytes]) -> list[int]:
        """Return the rank of each chunk, or -1 for a chunk that no known text holds."""
        ranks = self._ranks
        if len(ranks) > _MOST_RANKS:
            ranks.clear()
        try:
            return list(map(ranks.__getitem__, chunks))
        except KeyError:
            self._look_up(set(chunks).difference(ranks))
        return list(map(ranks.__getitem__, chunks))

    def _look_up(self, chunks: Iterable[bytes]) -> None:
        """Find chunks that were not met before."""
        ranks, directory, hashes = self._ranks, self._directory, self._hashes
        for chunk in chunks:
            code = crc32(chunk)
            bucket = code >> _SHIFT
            high = directory[bucket + 1]
            rank = bisect_left(hashes, code, directory[bucket], high)
            ranks[chunk] = rank if rank < high and hashes[rank] == code else -1

    def hash_at(self, rank: int) -> int:
        """Return the CRC-32 of the chunk of a rank."""
        return self._hashes[rank]

    def groups(self, ranks: Iterable[int]) -> Iterable[int]:
        """Return for each chunk the group of texts that hold it; chunks held by the same texts share a group.

        A group with a lower number has no more texts.
        """
        return map(self._owners.__getitem__, ranks)

    def members(self, group: int) -> tuple[int, ...]:
        """Return the texts of a group."""
        team = self._teams.get(group)
        if team is None:
            team = tuple(self._members[self._group_starts[group] : self._group_starts[group + 1]])
            self._teams[group] = team
        return team

    def length(self, text: int) -> int:
        """Return the number of words of a text."""
        return self._lengths[text]

    def up_to(self, longest: float, texts: Sequence[int]) -> tuple[int, ...]:
        """Return those of the texts that have no more words."""
        lengths = self._lengths
        return tuple([text for text in texts if lengths[text] <= longest])

    def sequence(self, text: int) -> "array[int]":
        """Return the chunks of a text in order."""
        start, end = self._text_starts[text], self._text_starts[text + 1]
        number = bisect_right(self._block_starts, start, 0, len(self._block_starts) - 1) - 1
        block = self._blocks.get(number)
        if block is None:
            packed = self._packed[self._block_places[number] : self._block_places[number + 1]]
            block = self._blocks[number] = array("i", zlib.decompress(packed))
        first = self._block_starts[number]
        return block[start - first : end - first]

    def spots(self, text: int) -> Spots:
        """Return where each chunk stands in a text."""
        found = self._spots.get(text)
        if found is None:
            if len(self._spots) > _MOST_SPOTS:
                self._spots.clear()
            found = self._spots[text] = spots_of(self.sequence(text))
        return found

    @cached_property
    def first_letters(self) -> frozenset[int]:
        """The CRC-32 of the first letters of the texts."""
        return frozenset(self._wholes[0])

    def wholes(self, first: int) -> list[Row]:
        """Return the texts with these first letters."""
        rows = self._rows.get(first)
        if rows is None:
            firsts, lasts, digests, texts, sizes = self._wholes
            found = range(bisect_left(firsts, first), bisect_right(firsts, first))
            rows = self._rows[first] = [(lasts[at], sizes[at], digests[at], texts[at]) for at in found]
        return rows

    def known(self, text: int) -> Known:
        """Return whose text it is."""
        if not self._lines:
            self._lines = bytes(self._names).split(b"\n")
        name, kind, keys = self._lines[text].decode().split("\t")
        return Known(name, kind[0] == "p", tuple(keys.split()), self._lengths[text], kind[1:] == "n")


def open_fingerprints(path: Path | None = None, kind: type[Fingerprints] = Fingerprints) -> Fingerprints:
    """Map an index into memory, the one that rail carries unless told otherwise; a `kind` may look at part of it only.

    Raises:
        RailError: there is none, or it is not an index.
    """
    path = path or index_file()
    try:
        with path.open("rb") as file:
            return kind(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise RailError(
            "the index of licence texts cannot be read", place=str(path), hint="reinstall rail-compliance"
        ) from error


def _broken(problem: str) -> RailError:
    return RailError(problem, hint="reinstall rail-compliance, or run rail catalogue fingerprint")


_MOST_RANKS = 60_000
_MOST_SPOTS = 300
_SHIFT = 32 - BUCKET_BITS

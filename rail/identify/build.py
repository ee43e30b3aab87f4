"""Make the index of known licence texts (`fingerprints.py` has the layout). The same texts give the same index."""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from rail.identify.chunks import cut, is_notice
from rail.identify.document import read_document
from rail.identify.fingerprints import BUCKET_BITS, COUNTS, MAGIC, MOST_HOLDERS
from rail.identify.marks import Mark
from rail.identify.wholes import marks_of
from rail.identify.words import read_words


class KnownText(NamedTuple):
    """One text and whose it is: the licence itself, or a notice that names it. Only hashes of its words are kept."""

    id: str
    is_profile: bool
    keys: tuple[str, ...]
    text: str
    is_notice: bool = False


class _Print(NamedTuple):
    owner: KnownText
    length: int
    marks: set[Mark]


def compile_index(texts: Iterable[KnownText]) -> bytes:
    """Return the index of the given texts. Texts with the same words are entered once, under the first owner."""
    prints: dict[tuple[int, ...], _Print] = {}
    for text in texts:
        document = read_document(text.text)
        hashes, length = _fingerprint(read_words(document).words)
        if hashes:
            known = prints.setdefault(hashes, _Print(text._replace(text=""), length, set()))
            known.marks.update(marks_of(document.lines))
    return _pack(prints)


def fingerprint(text: str) -> tuple[tuple[int, ...], int]:
    """Return the hashes of a text's chunks in order, and the number of its words; copyright notices are left out."""
    return _fingerprint(read_words(read_document(text)).words)


def _fingerprint(words: list[bytes]) -> tuple[tuple[int, ...], int]:
    chunks = cut(words)
    hashes = []
    length = 0
    for chunk, start, end in zip(chunks.texts, chunks.bounds, chunks.bounds[1:], strict=False):
        if chunk and not is_notice(chunk):
            hashes.append(zlib.crc32(chunk))
            length += end - start
    return tuple(hashes), length


def _pack(prints: dict[tuple[int, ...], _Print]) -> bytes:
    hashes = sorted({code for sequence in prints for code in sequence})
    owners, groups = _group(hashes, prints)
    members = array("H", (number for team in groups for number in team))
    block_starts, block_places, blocks = _blocks(hashes, list(prints))
    names = "\n".join(f"{owner.id}\t{_kind(owner)}\t{' '.join(owner.keys)}" for owner, _, _ in prints.values()).encode()
    sections = [
        _directory(hashes),
        array("I", hashes),
        owners,
        _starts(groups),
        members,
        array("I", [length for _, length, _ in prints.values()]),
        _starts(prints),
        block_starts,
        block_places,
        *(marks := _marks([each.marks for each in prints.values()])),
    ]
    counts = (
        *(len(hashes), len(groups), len(members), len(prints), len(block_starts) - 1),
        *(len(blocks), len(names), len(marks[0])),
    )
    parts = [MAGIC, struct.pack(COUNTS, *counts)]
    for section in sections:
        data = _little_endian(section)
        parts += [data, bytes(-len(data) % 4)]
    return b"".join([*parts, blocks, names])


def _kind(owner: KnownText) -> str:
    return ("p" if owner.is_profile else "g") + ("n" if owner.is_notice else "")


def _group(hashes: list[int], prints: dict[tuple[int, ...], _Print]) -> tuple["array[int]", dict[tuple[int, ...], int]]:
    """Return the group of each chunk, and the groups, small ones first.

    Of the texts that hold a chunk those with an id of their own come first, then the short ones.
    """
    holders: dict[int, set[int]] = {code: set() for code in hashes}
    for number, sequence in enumerate(prints):
        for code in sequence:
            holders[code].add(number)
    first = {owner.id: number for number, (owner, _, _) in reversed(list(enumerate(prints.values())))}
    standing = [
        (owner.id.startswith("LicenseRef-") or first[owner.id] != number, length, number)
        for number, (owner, length, _) in enumerate(prints.values())
    ]
    teams = [tuple(sorted(sorted(holders[code], key=standing.__getitem__)[:MOST_HOLDERS])) for code in hashes]
    ordered = sorted(set(teams), key=lambda team: (len(team), team))
    groups = {team: number for number, team in enumerate(ordered)}
    return array("H", map(groups.__getitem__, teams)), groups


def _marks(marks: list[set[Mark]]) -> list["array[int]"]:
    """Return what the texts are known by as wholes, by first letters: first, last, digest, number, size."""
    rows = sorted((mark, number) for number, each in enumerate(marks) for mark in each)
    return [
        array("I", [mark.first for mark, _ in rows]),
        array("I", [mark.last for mark, _ in rows]),
        array("Q", [mark.digest for mark, _ in rows]),
        array("H", [number for _, number in rows]),
        array("I", [mark.size for mark, _ in rows]),
    ]


def _directory(hashes: list[int]) -> "array[int]":
    counts = array("I", bytes(4 * ((1 << BUCKET_BITS) + 1)))
    for code in hashes:
        counts[(code >> (32 - BUCKET_BITS)) + 1] += 1
    for bucket in range(1, len(counts)):
        counts[bucket] += counts[bucket - 1]
    return counts


def _starts(rows: Iterable[tuple[int, ...]]) -> "array[int]":
    starts = array("I", [0])
    for row in rows:
        starts.append(starts[-1] + len(row))
    return starts


def _blocks(hashes: list[int], sequences: list[tuple[int, ...]]) -> tuple["array[int]", "array[int]", bytes]:
    """Return the first chunk and the first byte of each block, and the blocks."""
    ranks = {code: rank for rank, code in enumerate(hashes)}
    starts, places = array("I", [0]), array("I", [0])
    packed = b""
    block = array("i")
    for number, sequence in enumerate(sequences, start=1):
        block.extend(ranks[code] for code in sequence)
        if len(block) >= _BLOCK or number == len(sequences):
            packed += zlib.compress(_little_endian(block), 9)
            starts.append(starts[-1] + len(block))
            places.append(len(packed))
            block = array("i")
    return starts, places, packed


def _little_endian(section: "array[int]") -> bytes:
    if sys.byteorder == "big":
        section = section[:]
        section.byteswap()
    return section.tobytes()


_BLOCK = 16_384  # chunks

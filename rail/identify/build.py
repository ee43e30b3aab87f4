"""Make the index of known licence texts. The texts stay where they are: only hashes are written.

Inputs are folders of ScanCode's licence data (`licensedcode/data/licenses` and `rules`, unpacked or inside a wheel) and
folders of plain texts named after their profile. The same inputs give the same bytes.
"""

import hashlib
import io
import re
import struct
import zipfile
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from rail.identify.chunks import cut, is_notice
from rail.identify.document import read_document
from rail.identify.fingerprints import BUCKET_BITS, MAGIC, MOST_HOLDERS
from rail.identify.words import read_words


class Source(NamedTuple):
    """One input text: its name within its package, whose text it is, the text."""

    name: str
    id: str
    is_profile: bool
    keys: tuple[str, ...]
    text: str


def compile_index(sources: Iterable[Source]) -> bytes:
    """Return the index of the given texts. Texts with the same words are entered once, under the first owner."""
    texts: dict[tuple[int, ...], tuple[Source, int]] = {}
    for source in sources:
        hashes, length = fingerprint(source.text)
        if hashes:
            texts.setdefault(hashes, (source, length))
    return _write(texts)


def fingerprint(text: str) -> tuple[tuple[int, ...], int]:
    """Return the hashes of a text's chunks in order, and the number of its words; copyright notices are left out."""
    words = read_words(read_document(text))
    chunks = cut(words)
    hashes = []
    length = 0
    for chunk, start, end in zip(chunks.texts, chunks.bounds, chunks.bounds[1:], strict=False):
        if chunk and not is_notice(chunk):
            hashes.append(crc32(chunk))
            length += end - start
    return tuple(hashes), length


def _write(texts: dict[tuple[int, ...], tuple[Source, int]]) -> bytes:
    hashes = sorted({code for sequence in texts for code in sequence})
    ranks = {code: rank for rank, code in enumerate(hashes)}
    lengths = [length for _, length in texts.values()]
    standing = [(source.id.startswith("LicenseRef-"), length) for source, length in texts.values()]
    holders: dict[int, set[int]] = defaultdict(set)
    for number, sequence in enumerate(texts):
        for code in sequence:
            holders[code].add(number)
    groups: dict[tuple[int, ...], int] = {}
    owners = array("H")
    for code in hashes:
        team = tuple(sorted(holders[code], key=lambda number: (standing[number], number))[:MOST_HOLDERS])
        owners.append(groups.setdefault(tuple(sorted(team)), len(groups)))
    directory = array("I", bytes(4 * ((1 << BUCKET_BITS) + 1)))
    for code in hashes:
        directory[(code >> (32 - BUCKET_BITS)) + 1] += 1
    for bucket in range(1, len(directory)):
        directory[bucket] += directory[bucket - 1]
    sequences = array("I", (ranks[code] for sequence in texts for code in sequence))
    names = "\n".join(
        f"{source.id}\t{'p' if source.is_profile else 'g'}\t{' '.join(source.keys)}" for source, _ in texts.values()
    ).encode()
    members = array("H", (number for team in groups for number in team))
    out = io.BytesIO()
    out.write(MAGIC)
    out.write(struct.pack("<6I", len(hashes), len(groups), len(members), len(texts), len(sequences), len(names)))
    for section in (
        directory,
        array("I", hashes),
        owners,
        _starts(groups),
        members,
        _starts(texts),
        sequences,
        array("I", lengths),
    ):
        data = _little_endian(section)
        out.write(data + bytes(-len(data) % 4))
    out.write(names)
    return out.getvalue()


def _starts(rows: Iterable[tuple[int, ...]]) -> "array[int]":
    starts = array("I", [0])
    for row in rows:
        starts.append(starts[-1] + len(row))
    return starts


def _little_endian(section: "array[int]") -> bytes:
    import sys  # noqa: PLC0415 -- temporary

    if sys.byteorder == "big":
        section = section[:]
        section.byteswap()
    return section.tobytes()



"""Known texts that stand in a text letter for letter, found by hashes; whatever marks and line ends stand between.

Most licence files hold known texts unchanged; for those nothing has to be aligned. A copy begins and ends with a line.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import compress
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from rail.identify.document import Line
from rail.identify.fingerprints import Fingerprints
from rail.identify.stream import Stream, read_streams


class Mark(NamedTuple):
    """What a whole text is known by: CRC-32 of its first and last letters, their number, a hash of them all."""

    first: int
    last: int
    size: int
    digest: int


class Copy(NamedTuple):
    """A known text whose letters stand in a stream from `start` on, and so on the lines from `first` to `last`."""

    text: int
    stream: Stream
    start: int
    first: int
    last: int
    mark: Mark

    def lines(self) -> Sequence[int]:
        """Return the indexes of the lines that it explains: of those that state a copyright, only its own."""
        starts = self.stream.starts
        return [at for at in range(self.first, self.last + 1) if starts[at] < starts[at + 1]]


def marks_of(lines: Sequence[Line]) -> list[Mark]:
    """Return what a text is known by, with its copyright lines and without; nothing for one that is too short."""
    return [copy.mark for copy in copies_of_itself(lines)]


def copies_of_itself(lines: Sequence[Line]) -> list[Copy]:
    """Return a text as the copy of a known one, with its copyright lines and without; none when it is too short."""
    streams = read_streams(lines)
    choices = [streams.whole, *([streams.without_notices()] if streams.notices else [])]
    return [Copy(0, each, 0, 0, len(lines) - 1, _mark(each.data)) for each in choices if len(each.data) >= _FEWEST]


def find_wholes(lines: Sequence[Line], index: Fingerprints) -> list[Copy]:
    """Return the known texts that stand on some lines as they are, no two over one another, the longest first."""
    streams = read_streams(lines)
    found = _copies(streams.whole, index)
    taken = bytearray(len(lines))
    for copy in found:
        taken[copy.first : copy.last + 1] = b"\1" * (copy.last + 1 - copy.first)
    if not all(taken[at] for at in streams.notices):
        found += _copies(streams.without_notices(), index)
    return found if len(found) < 2 else _apart(found, len(lines))  # noqa: PLR2004 -- nothing to choose from


def _copies(stream: Stream, index: Fingerprints) -> list[Copy]:
    data, starts = stream.data, stream.starts
    codes = list(map(crc32, [data[start : start + _EDGE] for start in starts]))
    firsts = index.first_letters
    if firsts.isdisjoint(codes):
        return []
    edges = frozenset(starts)
    found = []
    tries = 0
    for start, code in dict(compress(zip(starts, codes, strict=True), map(firsts.__contains__, codes))).items():
        digests: dict[int, int] = {}
        rows = [row for row in index.wholes(code) if start + row[1] in edges]
        for last, size, digest, text in rows:
            end = start + size
            if crc32(data[end - _EDGE : end]) != last:
                continue
            if size not in digests:
                tries += size
                digests[size] = _digest(data[start:end])
            if digests[size] == digest:
                mark = Mark(code, last, size, digest)
                found.append(Copy(text, stream, start, stream.line_from(start), stream.line_to(end), mark))
        if tries > _MOST_TRIES + 4 * len(data):
            return []
    return found


def _apart(found: list[Copy], lines: int) -> list[Copy]:
    """Return the longest copies that do not overlap."""
    kept: list[Copy] = []
    taken = bytearray(lines)
    for _, copy in sorted([(-copy.mark.size, copy) for copy in found], key=itemgetter(0)):
        if 1 not in taken[copy.first : copy.last + 1]:
            kept.append(copy)
            taken[copy.first : copy.last + 1] = b"\1" * (copy.last + 1 - copy.first)
    return kept


def _mark(data: bytes) -> Mark:
    return Mark(crc32(data[:_EDGE]), crc32(data[-_EDGE:]), len(data), _digest(data))


def _digest(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")


_EDGE = 24
_FEWEST = 40
"""Letters of a text that can be known as a whole."""
_MOST_TRIES = 400_000
"""Letters that are hashed for texts that begin alike, beside four times those of the text."""

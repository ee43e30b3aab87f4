"""Known texts that stand in a text letter for letter, found by hashes; whatever marks and line ends stand between.

Most licence files hold known texts unchanged; for those nothing has to be aligned. A copy begins and ends with a line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count
from operator import itemgetter, lt, not_
from typing import NamedTuple
from zlib import crc32

from rail.identify.document import Line
from rail.identify.fingerprints import Fingerprints, Row
from rail.identify.insertions import find_insertion
from rail.identify.marks import EDGE, Mark, digest_of, mark_of
from rail.identify.stream import Stream, read_streams


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
        starts = self.stream.starts[self.first : self.last + 2]
        return list(compress(count(self.first), map(lt, starts, starts[1:])))


def marks_of(lines: Sequence[Line]) -> list[Mark]:
    """Return what a text is known by, with its copyright lines and without; nothing for one that is too short."""
    return [copy.mark for copy in copies_of_itself(lines)]


def copies_of_itself(lines: Sequence[Line]) -> list[Copy]:
    """Return a text as the copy of a known one, with its copyright lines and without; none when it is too short."""
    streams = read_streams(lines)
    choices = [streams.whole, *([streams.without_notices()] if streams.notices else [])]
    return [Copy(0, each, 0, 0, len(lines) - 1, mark_of(each.data)) for each in choices if len(each.data) >= _FEWEST]


class Wholes(NamedTuple):
    """Known texts that stand in a text, no two over one another; one alone may be `parted` by lines put into it."""

    copies: list[Copy]
    parted: bool = False


def find_wholes(lines: Sequence[Line], index: Fingerprints) -> Wholes:
    """Return the known texts that stand on some lines as they are, the longest first, or one with lines between."""
    streams = read_streams(lines)
    stream = streams.whole
    everything = [copy for copy in _copies(stream, _begun(stream, [0], index)) if copy.mark.size == len(stream.data)]
    if everything:
        return Wholes(everything[:1])
    begun = _begun(stream, stream.paragraphs(), index)
    found = _copies(stream, begun)
    taken = _taken(found, len(lines))
    if any(compress(streams.rows, map(not_, taken))):
        more = _begun(stream, compress(stream.starts, map(not_, taken)), index)
        found += _copies(stream, {start: rows for start, rows in more.items() if start not in begun})
        begun |= more
        taken = _taken(found, len(lines))
    if not all(taken[at] for at in streams.notices):
        stream = streams.without_notices()
        gaps = [stream.starts[at] for at in streams.notices]
        begun = _begun(stream, stream.starts[: bisect_left(stream.starts, gaps[-1])] if found else stream.starts, index)
        found += _copies(stream, begun, gaps)
    if not found and 0 < len(begun) <= _MOST_BEGUN:
        lines_between = find_insertion(stream, begun)
        if lines_between is not None:
            return Wholes(_copies(stream.without(lines_between), begun), parted=True)
    return Wholes(found if len(found) < 2 else _apart(found, len(lines)))  # noqa: PLR2004 -- nothing to choose from


def _taken(found: Sequence[Copy], lines: int) -> bytearray:
    """Return for each line whether a copy stands on it."""
    taken = bytearray(lines)
    for copy in found:
        taken[copy.first : copy.last + 1] = b"\1" * (copy.last + 1 - copy.first)
    return taken


def _begun(stream: Stream, starts: Iterable[int], index: Fingerprints) -> dict[int, list[Row]]:
    """Return the known texts whose first letters stand at an offset, where there are any."""
    firsts = index.first_letters
    data = stream.data
    offsets = list(dict.fromkeys(starts))
    codes = list(map(crc32, [data[start : start + EDGE] for start in offsets]))
    known = map(firsts.__contains__, codes)
    return {start: index.wholes(code) for start, code in compress(zip(offsets, codes, strict=True), known)}


def _copies(stream: Stream, begun: Mapping[int, Sequence[Row]], gaps: Sequence[int] = ()) -> list[Copy]:
    """Return the copies in a stream; only those over one of the `gaps`, if there are any, for others were found."""
    data = stream.data
    edges = frozenset(stream.starts) if begun else frozenset()
    found = []
    tries = 0
    for start, known in begun.items():
        rows = [row for row in known if start + row[1] in edges]
        if gaps:
            if start >= gaps[-1]:
                continue
            gap = gaps[bisect_right(gaps, start)]
            rows = [row for row in rows if start + row[1] > gap]
        digests: dict[int, int] = {}
        for last, size, digest, text in rows:
            end = start + size
            if crc32(data[end - EDGE : end]) != last:
                continue
            if size not in digests:
                tries += size
                digests[size] = digest_of(data[start:end])
            if digests[size] == digest:
                mark = Mark(crc32(data[start : start + EDGE]), last, size, digest)
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


_FEWEST = 40
"""Letters of a text that can be known as a whole."""
_MOST_TRIES = 400_000
"""Letters that are hashed for texts that begin alike, beside four times those of the text."""
_MOST_BEGUN = 64
"""Places where known texts may begin, in a text that may be one of them."""

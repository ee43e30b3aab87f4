"""Lines that were put into a known text: a running head, a credit, a remark. Around them it stands as it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from rail.identify.fingerprints import Row
from rail.identify.marks import EDGE, digest_of
from rail.identify.stream import Stream


def find_insertion(stream: Stream, begun: Mapping[int, Sequence[Row]]) -> range | None:
    """Return the lines without which a known text stands in the stream; `None` when there are none.

    `begun` are the texts whose first letters stand at an offset where a line begins.
    """
    data, starts = stream.data, stream.starts
    left = _MOST_READ + 4 * len(data)
    least = min([start + row[1] for start, rows in begun.items() for row in rows], default=len(data))
    tails: dict[int, list[int]] = {}
    for end in dict.fromkeys(starts[bisect_right(starts, least) :]):
        tails.setdefault(crc32(data[end - EDGE : end]), []).append(end)
    for start, rows in begun.items():
        for last, size, digest, _ in rows:
            for end in tails.get(last, ()):
                if not 0 < end - start - size <= _MOST_LETTERS:
                    continue
                for lines in _ranges(stream, start, end, end - start - size):
                    above, below = starts[lines.start], starts[lines.stop]
                    if digest_of(data[start:above] + data[below:end]) == digest:
                        return lines
                    left -= size
                left -= size
                if left < 0:
                    return None
    return None


def _ranges(stream: Stream, start: int, end: int, letters: int) -> Iterator[range]:
    """Yield the lines between two offsets that hold exactly so many letters."""
    starts = stream.starts
    for at in range(stream.line_from(start) + 1, stream.line_to(end)):
        if starts[at] + letters >= end:
            return
        if starts[at] < starts[at + 1]:
            below = bisect_left(starts, starts[at] + letters)
            if starts[below] == starts[at] + letters:
                yield range(at, below)


_MOST_LETTERS = 500
_MOST_READ = 400_000
"""Letters that are looked through, beside four times those of the text."""

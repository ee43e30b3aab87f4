"""The letters and digits of a text in one row: what is left of it however it is wrapped, quoted and punctuated."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count, pairwise
from operator import eq
from typing import NamedTuple

from rail.identify.document import Line
from rail.identify.words import letters, lower, notices_in


class Stream:
    """The lower-case letters and digits of lines as UTF-8 without anything between them.

    Those of line `k` are `data[starts[k]:starts[k + 1]]`; lines that are left out are empty.
    """

    __slots__ = ("data", "starts")

    def __init__(self, rows: Sequence[bytes]) -> None:
        """Take the letters of each line."""
        self.data = b"".join(rows)
        self.starts = [0, *accumulate(map(len, rows))]

    def paragraphs(self) -> list[int]:
        """Return where lines begin that stand below an empty one, or first."""
        starts = self.starts
        return [0, *compress(starts[1:], map(eq, starts, starts[1:]))]

    def without(self, lines: Iterable[int]) -> "Stream":
        """Return the stream without some lines; the numbers of the others stay."""
        rows = [self.data[start:end] for start, end in pairwise(self.starts)]
        for at in lines:
            rows[at] = b""
        return Stream(rows)

    def line_from(self, start: int) -> int:
        """Return the index of the line that begins at an offset."""
        return bisect_right(self.starts, start) - 1

    def line_to(self, end: int) -> int:
        """Return the index of the line that ends before an offset."""
        return bisect_left(self.starts, end) - 1


class Streams(NamedTuple):
    """The stream of all lines of a text, the indexes of those that state a copyright, and the letters of each line."""

    whole: Stream
    notices: list[int]
    rows: list[bytes]

    def without_notices(self) -> Stream:
        """Return the stream of the other lines."""
        return self.whole.without(self.notices)


def read_streams(lines: Sequence[Line]) -> Streams:
    """Return the streams of lines. Takes time linear in their size."""
    text = lower("\n".join([line.text for line in lines]))
    notices = notices_in(text)
    if not text.isascii():
        text = letters(text)
    rows = text.encode("utf-8", "surrogatepass").translate(None, _DROPPED).split(b"\n")
    return Streams(Stream(rows), notices, rows)


def columns_of(text: str, first: int = 0) -> list[int]:
    """Return in which column of a line each byte of its stream stands, when the text begins in the `first`."""
    if text.isascii():
        return list(compress(count(first), text.encode("ascii").translate(_COUNTED)))
    columns: list[int] = []
    read = 0
    for run in _FOREIGN.finditer(text):
        start, end = run.span()
        columns += columns_of(text[read:start], read)
        for column in range(start, end):
            columns += [column] * _letters_of(text[column])
        read = end
    return columns + columns_of(text[read:], read)


@lru_cache(maxsize=512)
def _letters_of(character: str) -> int:
    """Return how many bytes of a stream a character beyond ASCII takes."""
    return len(letters(character.lower()).encode("utf-8", "surrogatepass").translate(None, _DROPPED))


_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_KEPT = b"\n0123456789abcdefghijklmnopqrstuvwxyz" + bytes(range(128, 256))
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_COUNTED = bytes([chr(code).isalnum() for code in range(128)]) + bytes(128)

"""The letters and digits of a text in one row: what is left of it however it is wrapped, quoted and punctuated."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, count
from typing import NamedTuple

from rail.identify.document import Line
from rail.identify.words import letters, notices_in


class Stream:
    """The lower-case letters and digits of lines as UTF-8 without anything between them.

    Those of line `k` are `data[starts[k]:starts[k + 1]]`; lines that are left out are empty.
    """

    __slots__ = ("data", "starts")

    def __init__(self, rows: Sequence[bytes]) -> None:
        """Take the letters of each line."""
        self.data = b"".join(rows)
        self.starts = [0, *accumulate(map(len, rows))]

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
        rows = self.rows[:]
        for at in self.notices:
            rows[at] = b""
        return Stream(rows)


def read_streams(lines: Sequence[Line]) -> Streams:
    """Return the streams of lines. Takes time linear in their size."""
    text = "\n".join([line.text for line in lines]).lower()
    notices = notices_in(text)
    if not text.isascii():
        text = letters(text)
    rows = text.encode("utf-8", "surrogatepass").translate(None, _DROPPED).split(b"\n")
    return Streams(Stream(rows), notices, rows)


def columns_of(text: str) -> list[int]:
    """Return in which column of a line each byte of its stream stands."""
    if text.isascii():
        return list(compress(count(), text.encode("ascii").translate(_COUNTED)))
    columns = []
    for column, character in enumerate(text):
        if not character.isascii():
            row = letters(character.lower()).encode("utf-8", "surrogatepass").translate(None, _DROPPED)
            columns += [column] * len(row)
        elif character.isalnum():
            columns.append(column)
    return columns


_KEPT = b"\n0123456789abcdefghijklmnopqrstuvwxyz" + bytes(range(128, 256))
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_COUNTED = bytes([chr(code).isalnum() for code in range(128)]) + bytes(128)

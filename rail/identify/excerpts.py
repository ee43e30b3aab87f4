"""Passages of a known text told by numbers alone: from which to which of its letters, and how much stands around them.

A place is a number of bytes from the beginning of the known text's stream, so it holds in every whole copy.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rail.identify.document import Line
from rail.identify.stream import columns_of
from rail.identify.wholes import Copy

_AROUND = 2
"""Lines above the first letter and below the last that may hold the characters beside it."""


class Excerpt(NamedTuple):
    """The letters from the place `first` to the place `last`, `lead` characters before them and `tail` after them."""

    first: int
    last: int
    lead: int
    tail: int


class Excerpts:
    """Translates the places of a whole copy of a known text into lines and characters, and back."""

    def __init__(self, lines: Sequence[Line], copy: Copy) -> None:
        """Take the lines of a document, and where the copy stands in it."""
        self._lines = lines
        self._starts = copy.stream.starts
        self._start = copy.start
        self._columns: dict[int, list[int]] = {}

    def text(self, excerpt: Excerpt) -> tuple[int, str]:
        """Return the original line number of an excerpt, and its characters with line ends as spaces.

        Raises:
            LookupError: the letters are not where they should be.
        """
        above, start = self._found(excerpt.first)
        below, end = self._found(excerpt.last)
        line = self._lines[above]
        first, last = start - excerpt.lead, end + 1 + excerpt.tail
        if above == below and first >= 0 and last <= len(line.text):
            return line.number, line.text[first:last]
        top = max(above - _AROUND, 0) if excerpt.lead > start else above
        bottom = below + (_AROUND if excerpt.tail else 0)
        joined, offsets = _joined(self._lines[top : bottom + 1])
        first = offsets[above - top] + start - excerpt.lead
        if first < 0:
            raise LookupError("nothing stands before the letters")
        text = joined[first : offsets[below - top] + end + 1 + excerpt.tail]
        return self._lines[top + bisect_right(offsets, first) - 1].number, text

    def excerpt(self, line: int, text: str) -> Excerpt:
        """Return where a quoted text stands that begins on an original line.

        Raises:
            LookupError: it does not stand there, or holds no letter of the known text.
        """
        top = bisect_left(self._lines, line, key=lambda each: each.number)
        joined, offsets = _joined(self._lines[top : top + 1 + len(text)])
        first = joined.find(text)
        last = first + len(text)
        inside = [
            (place, offsets[at] + column)
            for at in range(bisect_right(offsets, last))
            for place, column in enumerate(self._columns_of(top + at), self._starts[top + at] - self._start)
            if first <= offsets[at] + column < last
        ]
        if first < 0 or not inside:
            raise LookupError("the words do not stand here")
        (start, lead), (end, tail) = inside[0], inside[-1]
        return Excerpt(start, end, lead - first, last - tail - 1)

    def line_of(self, place: int) -> int:
        """Return the original number of the line on which a letter stands."""
        return self._lines[self._line(place)].number

    def heading(self, line: int) -> Excerpt:
        """Return the excerpt that is the line at an index.

        Raises:
            LookupError: the line holds no letter of the known text.
        """
        return self.excerpt(self._lines[line].number, self._lines[line].text)

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, self._start + place, 0, len(self._lines)) - 1

    def _found(self, place: int) -> tuple[int, int]:
        """Return the index of the line of a letter, and its column.

        Raises:
            LookupError: the line holds other letters than it should.
        """
        line = self._line(place)
        columns = self._columns_of(line)
        return line, columns[self._start + place - self._starts[line]]

    def _columns_of(self, line: int) -> list[int]:
        """Return the columns of the letters of a line; none when it is left out."""
        columns = self._columns.get(line)
        if columns is None:
            size = self._starts[line + 1] - self._starts[line]
            columns = self._columns[line] = columns_of(self._lines[line].text) if size else []
            if len(columns) != size:
                raise LookupError("the line has letters that cannot be told apart")
        return columns


def _joined(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """Return lines as one text without blank ones, and where each starts in it."""
    offsets = []
    length = 0
    for line in lines:
        offsets.append(length)
        length += len(line.text) + bool(line.text)
    return " ".join([line.text for line in lines if line.text]), offsets

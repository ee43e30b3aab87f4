"""Passages of a known text told by numbers alone: which of its words, and how many characters stand around them.

A place is a sentence of the known text and a word of that sentence, so it holds in every whole copy, however wrapped.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rail.identify.document import Line
from rail.identify.wholes import Copy, Sentences
from rail.identify.words import STOP, Words, is_counted

_IN_SENTENCE = 1 << 12
"""More words than a sentence has."""

_AROUND = 2
"""Lines above the first word and below the last that may hold the characters beside it."""

_TOKEN = re.compile(r"(?=\w)[\u3040-\uffdc]|[.:;!?]?[^\W_\u3040-\uffdc]+(?:(?:[-']+|[.:;!?])[^\W_\u3040-\uffdc]+)*")
"""A word as `words` counts it: each ideograph is one, and so is what marks inside hold together."""


class Excerpt(NamedTuple):
    """The words from the place `first` to the place `last`, `lead` characters before them and `tail` after them."""

    first: int
    last: int
    lead: int
    tail: int


class Excerpts:
    """Translates the places of a whole copy of a known text into lines and characters, and back."""

    def __init__(self, lines: Sequence[Line], words: Words, sentences: Sentences, copy: Copy) -> None:
        """Take the lines of a document, its words and sentences, and which of these are the copy."""
        self._lines = lines
        self._words = words
        self._starts = sentences.starts[copy.first : copy.end]
        self._ends = sentences.ends[copy.first : copy.end]
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def text(self, excerpt: Excerpt) -> tuple[int, str]:
        """Return the original line number of an excerpt, and its characters with line ends as spaces.

        Raises:
            LookupError: the words are not where they should be.
        """
        above, start, _ = self._found(self._word(excerpt.first))
        below, _, end = self._found(self._word(excerpt.last))
        top = max(above - _AROUND, 0)
        joined, offsets = _joined(self._lines[top : below + 1 + _AROUND])
        first = offsets[above - top] + start - excerpt.lead
        if first < 0:
            raise LookupError("nothing stands before the words")
        text = joined[first : offsets[below - top] + end + excerpt.tail]
        return self._lines[top + bisect_right(offsets, first) - 1].number, text

    def excerpt(self, line: int, text: str) -> Excerpt:
        """Return where a quoted text stands that begins on an original line.

        Raises:
            LookupError: it does not stand there, or holds no word that counts.
        """
        top = bisect_left(self._lines, line, key=lambda each: each.number)
        joined, offsets = _joined(self._lines[top : top + 1 + len(text)])
        first = joined.find(text)
        last = first + len(text)
        inside = [
            (word, offsets[at] + start - first, last - offsets[at] - end)
            for at in range(bisect_right(offsets, last))
            for word, (start, end) in zip(self._numbers(top + at), self._tokens(top + at), strict=True)
            if first <= offsets[at] + start and offsets[at] + end <= last
        ]
        if first < 0 or not inside:
            raise LookupError("the words do not stand here")
        return Excerpt(self._place(inside[0][0]), self._place(inside[-1][0]), inside[0][1], inside[-1][2])

    def line_of(self, place: int) -> int:
        """Return the original number of the line on which a word stands.

        Raises:
            LookupError: the known text has no such place.
        """
        return self._words.line_number(self._word(place))

    def heading(self, line: int) -> Excerpt:
        """Return the excerpt that is the line at an index.

        Raises:
            LookupError: the line holds no word that counts.
        """
        return self.excerpt(self._lines[line].number, self._lines[line].text)

    def _word(self, place: int) -> int:
        sentence, word = divmod(place, _IN_SENTENCE)
        return self._starts[sentence] + word

    def _place(self, word: int) -> int:
        sentence = bisect_right(self._starts, word) - 1
        if sentence < 0 or word >= self._ends[sentence] or word - self._starts[sentence] >= _IN_SENTENCE:
            raise LookupError("the words are not those of the known text")
        return sentence * _IN_SENTENCE + word - self._starts[sentence]

    def _found(self, word: int) -> tuple[int, int, int]:
        """Return the index of the line of a word, and where in it the word starts and ends."""
        line = bisect_right(self._words.starts, word) - 1
        return line, *self._tokens(line)[bisect_left(self._numbers(line), word)]

    def _numbers(self, line: int) -> list[int]:
        """Return which words stand on a line, without the stops."""
        first, last = self._words.starts[line : line + 2]
        return [word for word in range(first, last) if self._words.words[word] != STOP]

    def _tokens(self, line: int) -> list[tuple[int, int]]:
        """Return where the words of a line start and end."""
        spans = self._spans.get(line)
        if spans is None:
            tokens = _TOKEN.finditer(self._lines[line].text)
            spans = [each.span() for each in tokens if is_counted(each[0])]
            if len(spans) != len(self._numbers(line)):
                raise LookupError("the line has words that cannot be told apart")
            self._spans[line] = spans
        return spans


def _joined(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """Return lines as one text without blank ones, and where each starts in it."""
    offsets = []
    length = 0
    for line in lines:
        offsets.append(length)
        length += len(line.text) + bool(line.text)
    return " ".join([line.text for line in lines if line.text]), offsets

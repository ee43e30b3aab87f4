"""A document as one run of text, for phrases that a line break may split."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rail.identify.document import Line

_QUOTED = 120


class Hit(NamedTuple):
    """A phrase met: its line, its words on one line, and where it starts and stops in the run of text."""

    line: int
    words: str
    start: int
    stop: int


class Flow:
    """The clean lines joined by line feeds; `text` is searched, `line_at` leads back."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self._numbers = [line.number for line in lines] or [1]
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + len(line.text) + 1)

    def line_at(self, offset: int) -> int:
        """Return the original line number of a character."""
        return self._numbers[bisect_right(self._starts, offset) - 1]

    def find(self, pattern: str) -> Hit | None:
        """Return the first match of a phrase (see `phrase`), or `None`."""
        return next(self.find_all(pattern), None)

    def find_all(self, pattern: str) -> Iterator[Hit]:
        """Yield the matches of a phrase."""
        for match in phrase(pattern).finditer(self.text):
            yield self.hit(match.start(), match.end())

    def hit(self, start: int, stop: int) -> Hit:
        """Return the words from `start` to `stop` with their line."""
        words = " ".join(self.text[start:stop].split())
        return Hit(self.line_at(start), words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…", start, stop)

    def around(self, hit: Hit, *, before: int = 0, after: int = 0) -> str:
        """Return the words beside a hit, without the hit where only one side is asked for."""
        head = self.text[max(0, hit.start - before) : hit.start] if before else ""
        tail = self.text[hit.stop : hit.stop + after] if after else ""
        middle = self.text[hit.start : hit.stop] if before and after else ""
        return head + middle + tail

    def sentence(self, hit: Hit) -> str:
        """Return the sentence that the hit stands in, at most some 300 characters to each side."""
        head = re.split(r"[.;:]\s|\n\n", self.text[max(0, hit.start - 300) : hit.start])[-1]
        tail = re.split(r"[.;:]\s|\n\n", self.text[hit.stop : hit.stop + 300], maxsplit=1)[0]
        return head + self.text[hit.start : hit.stop] + tail


@cache
def phrase(pattern: str) -> re.Pattern[str]:
    """Return a pattern in which each blank stands for any white space, and case does not matter.

    `~` stands for up to 80 characters of the same sentence.
    """
    return re.compile(pattern.replace("~", r"[^.;]{0,80}?").replace(" ", r"\s+"), re.IGNORECASE)

"""How far the names in a file of Python are followed: far enough for any honest file, and no further."""

import ast
from collections.abc import Iterable
from itertools import islice
from operator import attrgetter
from typing import TypeVar

_T = TypeVar("_T")
MAX_VALUES = 500
"""What one name can be, at most."""
_MAX_STEPS = 2000
_MAX_STEPS_OF_FILE = 200_000


class Effort:
    """The steps that are left, for one question and for the file; `is_cut` tells that some were missing."""

    def __init__(self) -> None:
        self.is_cut = False
        self._line = 0
        self._left = _MAX_STEPS
        self._left_of_file = _MAX_STEPS_OF_FILE

    def begin(self, line: int) -> None:
        """Turn to the next question, which is asked on a line."""
        self._left, self._line = _MAX_STEPS, line

    def spend(self, steps: int = 1) -> bool:
        """Take some steps, and tell whether there were that many."""
        self._left -= steps
        self._left_of_file -= steps
        enough = self._left >= 0 and self._left_of_file >= 0
        self.is_cut = self.is_cut or not enough
        return enough

    def few(self, values: Iterable[_T]) -> list[_T]:
        """Return the values, or as many as are read."""
        kept = list(islice(values, MAX_VALUES + 1))
        self.is_cut = self.is_cut or len(kept) > MAX_VALUES
        return kept[:MAX_VALUES]

    def nearest(self, values: list[ast.expr]) -> list[ast.expr]:
        """Return what a name is bound to; of too many values those nearest above the line, then those below it."""
        if len(values) <= MAX_VALUES:
            return values
        by_line = attrgetter("lineno")
        above = [value for value in values if value.lineno <= self._line]
        below = [value for value in values if value.lineno > self._line]
        return [*sorted(above, key=by_line, reverse=True), *sorted(below, key=by_line)][:MAX_VALUES]

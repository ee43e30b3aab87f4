"""How far the names in a file of Python are followed: far enough for any honest file, and no further."""

import ast
from bisect import bisect_right
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
        self._by_line: dict[int, list[ast.expr]] = {}
        self._by_key: dict[int, dict[str | None, list[ast.expr]]] = {}

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
        line = attrgetter("lineno")
        ordered = self._by_line.get(id(values))
        if ordered is None:
            ordered = self._by_line[id(values)] = sorted(values, key=line)
        at = bisect_right(ordered, self._line, key=line)
        above = ordered[max(0, at - MAX_VALUES) : at]
        return [*reversed(above), *ordered[at : at + MAX_VALUES]][:MAX_VALUES]

    def under(self, table: ast.Dict, keys: set[str]) -> list[ast.expr]:
        """Return what a table holds under any of the keys, or under one that is not written out; without keys, all."""
        if not keys:
            return self.few(table.values)
        held = self._by_key.get(id(table))
        if held is None:
            held = self._by_key[id(table)] = {}
            for name, value in zip(table.keys, table.values, strict=True):
                known = isinstance(name, ast.Constant) and isinstance(name.value, str)
                held.setdefault(name.value if known else None, []).append(value)  # type: ignore[union-attr]
        return self.few(value for key in (*sorted(keys), None) for value in held.get(key, ()))

"""Whether a reader of a licence sees what its clauses bar, no more and no less."""

from collections.abc import Iterable

Barred = set[tuple[str, str]]
"""Uses with the mode in which each is barred."""


def missed_and_added(read: Iterable[tuple[str, str]], wanted: Iterable[tuple[str, str]]) -> tuple[Barred, Barred]:
    """Return what was not read, and what was read beyond it."""
    seen, asked = set(read), set(wanted)
    return asked - seen, seen - asked

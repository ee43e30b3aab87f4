"""Whether a reader of a licence sees what its clauses bar, no more and no less."""

from collections.abc import Iterable

from rail.catalogue.covers import covers

Barred = set[tuple[str, str]]
"""Uses with the mode in which each is barred."""


def missed_and_added(read: Iterable[tuple[str, str]], wanted: Iterable[tuple[str, str]]) -> tuple[Barred, Barred]:
    """Return what was not read, and what was read beyond it.

    A kind of a barred use is barred with it: where asylum is read beside migration, in one mode, nothing is added.
    """
    seen, asked = set(read), set(wanted)
    added = {(use, mode) for use, mode in seen if not any(mode == own and covers(bar, use) for bar, own in asked)}
    return asked - seen, added

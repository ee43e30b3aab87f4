"""W-LETTERING: the letters of a list break off after z, or one letter stands twice.

Follows nested lists by the labels themselves, so "(i)" may be a letter or a numeral; a number begins anew. A letter
that is left out is no fault worth a warning and is not told.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_LABEL = re.compile(r"(\()?([a-z])(\)|\.)(?=\s|$)")
_PAST = re.compile(r"\(?([{|}~\x7f])\)(?=\s|$)")
_NUMBER = re.compile(
    r"\(?[0-9]{1,3}[a-z]?(?:\.[0-9]{1,3})*[.)]?\s|(?:section|article|attachment|exhibit|appendix)\s", re.IGNORECASE
)
_FIRST = re.compile(r"\s(\()?a([.)])\s")
"""A list that begins in the middle of a line."""

_DEEPEST = 12
"""Lists that may be open inside one another."""


@check(
    "W-LETTERING",
    title="broken lettering",
    why="a restriction that shares its letter, or has none, cannot be cited without doubt",
    remedy="letter the list anew: after (z) comes (aa), and each letter stands once",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield each label that breaks its list."""
    lists: dict[str, list[str]] = {}
    for line in subject.document.lines:
        if past := _PAST.match(line.text):
            if any(stack and stack[-1] == "z" for stack in lists.values()):
                yield Spot(f"the letters run past z: {past[0]}", line.number, past[0])
            continue
        found = _LABEL.match(line.text)
        if found is None:
            if _NUMBER.match(line.text):
                lists.clear()
            if first := _FIRST.search(line.text):
                lists.setdefault(f"{first[1] or ''}{first[2]}", []).append("a")
            continue
        stack = lists.setdefault(f"{found[1] or ''}{found[3]}", [])
        if _repeats(stack, found[2]):
            yield Spot(f"{found[0]} stands twice in one list", line.number, found[0])


def _repeats(stack: list[str], letter: str) -> bool:
    """Take the letter into the open lists; tell whether it repeats the one before."""
    for depth in range(len(stack) - 1, -1, -1):
        if ord(letter) == ord(stack[depth]) + 1:
            stack[depth:] = [letter]
            return False
    if letter == "a":
        stack.append(letter)
        del stack[:-_DEEPEST]
        return False
    if letter in "ivx":
        return False
    return bool(stack) and stack[-1] == letter

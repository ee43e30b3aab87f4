"""What printing did to a text: page numbers, running heads, words parted at line ends."""

import re

from rail.identify.pieces import Piece


def is_paged(text: str) -> bool:
    """Tell whether the text may hold page furniture or parted words."""
    return "-\n" in text or "\f" in text or "age " in text or "AGE " in text


def strip_paging(lines: list[Piece], heads: frozenset[int]) -> list[Piece]:
    """Return the lines with page furniture blanked and parted words joined on the upper line.

    `heads` are the indexes of lines that open a page; what stands there more than once is a running head.
    """
    furniture = _furniture(lines, heads)
    joined = [(number, "" if index in furniture else text) for index, (number, text) in enumerate(lines)]
    for index, (number, text) in enumerate(joined):
        if text[-1:] != "-" or not text[-2:-1].islower():
            continue
        below = _next_words(joined, furniture, index + 1)
        if below is None or not joined[below][1][:1].islower():
            continue
        tail, _, rest = joined[below][1].partition(" ")
        start = text.rpartition(" ")[2][:-1].lower().lstrip("(\"'")
        joined[index] = (number, (text if start in _HYPHENATED else text[:-1]) + tail)
        joined[below] = (joined[below][0], rest)
    return joined


def page_heads(pieces: list[Piece]) -> frozenset[int]:
    """Return the indexes of the lines that follow a form feed."""
    return frozenset(index for index, (_, raw) in enumerate(pieces) if "\f" in raw)


def _furniture(lines: list[Piece], heads: frozenset[int]) -> set[int]:
    pattern = _PAGE_LINE if heads else _PAGE_NUMBER
    found = {index for index, (_, text) in enumerate(lines) if text and len(text) < _SHORT and pattern.fullmatch(text)}
    seen: dict[str, int] = {}
    for index in heads:
        seen[lines[index][1]] = seen.get(lines[index][1], 0) + 1
    found.update(index for index in heads if seen[lines[index][1]] > 1)
    return found


def _next_words(lines: list[Piece], furniture: set[int], index: int) -> int | None:
    """Return the index of the line below; blank lines are passed over only around page furniture."""
    passed = False
    for below in range(index, min(index + _REACH, len(lines))):
        if below in furniture:
            passed = True
        elif lines[below][1]:
            blank = below - index
            return below if passed or not blank else None
    return None


_SHORT = 40
_REACH = 6
_PAGE_NUMBER = re.compile(r"(?i)[-| ]{0,9}page {1,3}[0-9]{1,4}(?: {0,3}(?:of|/) {0,3}[0-9]{1,4})?[-| ]{0,9}")
_PAGE_LINE = re.compile(_PAGE_NUMBER.pattern + r"|[-| ]{0,9}[0-9]{1,4}[-| ]{0,9}")
_HYPHENATED = frozenset(
    (
        *("all", "anti", "co", "cross", "de", "end", "fine", "full", "high", "large", "long", "low", "machine", "mis"),
        *("multi", "non", "open", "paid", "pre", "re", "real", "right", "royalty", "self", "semi", "short", "so"),
        *("sub", "third", "up", "user", "well", "world"),
    )
)

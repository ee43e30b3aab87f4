"""What printing did to a text: page numbers, running heads, words parted at line ends."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress


def page_heads(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that follow a form feed."""
    return frozenset(index for index, line in enumerate(lines) if "\f" in line)


def strip_paging(
    numbers: Sequence[int], lines: Sequence[str], heads: frozenset[int]
) -> tuple[Sequence[int], Sequence[str]]:
    """Return the numbers and the lines with page furniture blanked and parted words joined on the upper line.

    `heads` are the indexes of lines that open a page; what stands there more than once is a running head.
    """
    furniture = _furniture(lines, heads)
    parted = [index for index, line in enumerate(lines) if line[-1:] == "-" and index not in furniture]
    if not (furniture or parted):
        return numbers, lines
    joined = [*lines]
    for index in furniture:
        joined[index] = ""
    for index in parted:
        below = _next_words(joined, furniture, index + 1)
        if below is not None and (whole := _whole_word(joined[index], joined[below])):
            joined[index] = whole
            joined[below] = joined[below].partition(" ")[2]
    dropped = _broken(joined, furniture)
    if not dropped:
        return numbers, joined
    kept = bytearray(b"\1") * len(joined)
    for index in dropped:
        kept[index] = 0
    return list(compress(numbers, kept)), list(compress(joined, kept))


def _whole_word(above: str, below: str) -> str:
    """Return the upper line with its last word whole; nothing when that goes on with no part of a word."""
    if not above[-2:-1].isalnum():
        return ""
    tail = below.partition(" ")[0]
    if above[-2].islower() and tail[:1].islower():
        start = above.rpartition(" ")[2][:-1].lower().lstrip("(\"'")
        return (above if start in _HYPHENATED else above[:-1]) + tail
    return above + tail if _PROPER.match(tail) else ""


def _broken(lines: Sequence[str], furniture: set[int]) -> set[int]:
    """Return the indexes of the blank lines that a page break put into the middle of a sentence."""
    dropped: set[int] = set()
    for index in furniture:
        above = next((at for at in range(index - 1, max(index - _REACH, -1), -1) if lines[at]), None)
        below = next((at for at in range(index + 1, min(index + _REACH, len(lines))) if lines[at]), None)
        if above is not None and below is not None and _goes_on(lines[above], lines[below]):
            dropped.update(range(above + 1, below))
    return dropped


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a sentence goes on below a page break."""
    if above[-1:] in _ENDS or _LABEL.match(below):
        return False
    return below[:1].islower() or (len(above) >= _FULL and (above[-1].islower() or above[-1] == ","))


def _furniture(lines: Sequence[str], heads: frozenset[int]) -> set[int]:
    short = [index for index, line in enumerate(lines) if len(line) < _SHORT]
    if not heads and "page " not in " ".join([lines[index] for index in short]).lower():
        return set()
    pattern = _PAGE_LINE if heads else _PAGE_NUMBER
    found = {index for index in short if pattern.fullmatch(lines[index]) and _is_apart(lines, index, heads)}
    seen = Counter(lines[index] for index in heads)
    found.update(index for index in heads if seen[lines[index]] > 1)
    return found


def _is_apart(lines: Sequence[str], index: int, heads: frozenset[int]) -> bool:
    """Tell whether a line stands at the edge of a page or between blank lines: a number there counts pages."""
    return lines[index][:1].isalpha() or index in heads or index + 1 in heads or not index or not lines[index - 1]


def _next_words(lines: Sequence[str], furniture: set[int], index: int) -> int | None:
    """Return the index of the line below; blank lines are passed over only around page furniture."""
    passed = False
    for below in range(index, min(index + _REACH, len(lines))):
        if below in furniture:
            passed = True
        elif lines[below]:
            blank = below - index
            return below if passed or not blank else None
    return None


_SHORT = 40
_REACH = 6
_PAGE_NUMBER = re.compile(r"(?i)[-| ]{0,9}page {1,3}[0-9]{1,4}(?: {0,3}(?:of|/) {0,3}[0-9]{1,4})?[-| ]{0,9}")
_PROPER = re.compile(r"[A-Z][A-Za-z]{2,}|[A-Za-z]{2,}(?![A-Za-z.)])")
"""The second half of a word with a hyphen of its own: `AGPL-` / `Licence`, not the label of a list."""
_FULL = 60
"""Characters of a line that was wrapped."""
_ENDS = frozenset(".:;!?")
_LABEL = re.compile(r"[a-z]{1,5}[.)]")
_PAGE_LINE = re.compile(_PAGE_NUMBER.pattern + r"|[-| ]{0,9}[0-9]{1,4}[-| ]{0,9}")
_HYPHENATED = frozenset(
    (
        *("all", "anti", "co", "cross", "de", "end", "fine", "full", "high", "large", "long", "low", "machine", "mis"),
        *("multi", "non", "open", "paid", "pre", "re", "real", "right", "royalty", "self", "semi", "short", "so"),
        *("sub", "third", "up", "user", "well", "world"),
    )
)

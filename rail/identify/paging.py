"""What printing did to a text: page numbers, running heads, words parted at line ends."""

import re
from collections.abc import Sequence

from rail.identify.pieces import Piece


def is_paged(text: str) -> bool:
    """Tell whether the text may hold page furniture or parted words."""
    return (
        "-\n" in text
        or "\f" in text
        or "- \n" in text
        or ("age " in text and ("Page " in text or "page " in text))
        or "PAGE " in text
    )


def strip_paging(lines: list[Piece], heads: frozenset[int]) -> list[Piece]:
    """Return the lines with page furniture blanked and parted words joined on the upper line.

    `heads` are the indexes of lines that open a page; what stands there more than once is a running head.
    """
    furniture = _furniture(lines, heads)
    parted = [index for index, (_, text) in enumerate(lines) if text[-1:] == "-" and index not in furniture]
    joined = lines[:]
    for index in furniture:
        joined[index] = (lines[index][0], "")
    for index in parted:
        number, text = joined[index]
        if not text[-2:-1].isalnum():
            continue
        below = _next_words(joined, furniture, index + 1)
        if below is None:
            continue
        tail, _, rest = joined[below][1].partition(" ")
        one_word = text[-2].islower() and tail[:1].islower()
        if not one_word and not _PROPER.match(tail):
            continue
        start = text.rpartition(" ")[2][:-1].lower().lstrip("(\"'")
        joined[index] = (number, (text[:-1] if one_word and start not in _HYPHENATED else text) + tail)
        joined[below] = (joined[below][0], rest)
    return _rejoined(joined, furniture) if furniture else joined


def _rejoined(lines: list[Piece], furniture: set[int]) -> list[Piece]:
    """Return the lines without the blank ones that a page break put into the middle of a sentence."""
    dropped: set[int] = set()
    for index in furniture:
        above = next((at for at in range(index - 1, max(index - _REACH, -1), -1) if lines[at][1]), None)
        below = next((at for at in range(index + 1, min(index + _REACH, len(lines))) if lines[at][1]), None)
        if above is not None and below is not None and _goes_on(lines[above][1], lines[below][1]):
            dropped.update(range(above + 1, below))
    return [line for index, line in enumerate(lines) if index not in dropped] if dropped else lines


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a sentence goes on below a page break."""
    if above[-1:] in _ENDS or _LABEL.match(below):
        return False
    return below[:1].islower() or (len(above) >= _FULL and (above[-1].islower() or above[-1] == ","))


def page_heads(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that follow a form feed."""
    return frozenset(index for index, line in enumerate(lines) if "\f" in line)


def _furniture(lines: list[Piece], heads: frozenset[int]) -> set[int]:
    short = [(index, text) for index, (_, text) in enumerate(lines) if text and len(text) < _SHORT]
    if not heads:
        short = [(index, text) for index, text in short if "page " in text.lower()]
    pattern = _PAGE_LINE if heads else _PAGE_NUMBER
    found = {index for index, text in short if pattern.fullmatch(text) and _is_apart(lines, index, heads)}
    seen: dict[str, int] = {}
    for index in heads:
        seen[lines[index][1]] = seen.get(lines[index][1], 0) + 1
    found.update(index for index in heads if seen[lines[index][1]] > 1)
    return found


def _is_apart(lines: list[Piece], index: int, heads: frozenset[int]) -> bool:
    """Tell whether a line stands at the edge of a page or between blank lines: a number there counts pages."""
    text = lines[index][1]
    return text[:1].isalpha() or index in heads or index + 1 in heads or not index or not lines[index - 1][1]


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

"""The words of a document as they are compared with known licences: lower case, without marks and labels."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, filterfalse

from rail.identify.characters import foreign_in, respelled
from rail.identify.document import Document, Line

STOP = b"."
"""Stands in the words where a sentence or a paragraph ends."""

NOTICE = b"\x02"
"""Begins each word of a line that states a copyright: they belong to no licence."""


class Words:
    """The words of a document in order, and `STOP` between them."""

    __slots__ = ("_lines", "starts", "words")

    def __init__(self, data: bytes, lines: Sequence[Line]) -> None:
        """Split `data`, of which line `k` is `lines[k]`."""
        rows = [
            list(filterfalse(_is_label, row.split())) if len(row) > 1 else [STOP] if row == STOP else []
            for row in data.split(b"\n")[: len(lines)]
        ]
        self.words = list(chain.from_iterable(rows))
        self.starts = [0, *accumulate(map(len, rows))]
        """Where lines start: the words of the document's line `k` are `words[starts[k]:starts[k + 1]]`."""
        self._lines = lines

    def line_number(self, word: int) -> int:
        """Return the original line number of a word."""
        lines = self._lines
        return lines[min(bisect_right(self.starts, word), len(lines)) - 1].number if lines else 1


def read_words(document: Document) -> Words:
    """Split a document into words. Takes time linear in its size."""
    lines = document.lines
    text = lower("\n".join([*[line.text for line in lines], ""]))
    if "\x02" in text:
        text = text.replace("\x02", " ")
    if "--" in text:
        text = text.replace("--", " ")
    notices = notices_in(text)
    if notices:
        rows = text.split("\n")
        for at in notices:
            rows[at] = _apart(rows[at])
        text = "\n".join(rows)
    if not text.isascii():
        text = letters(text)
    data = text.encode("utf-8", "surrogatepass").translate(_LETTERS, b"-'")
    data = _SENTENCE_END.sub(b" .", data.replace(b"..", b" ")).replace(b"\n\n", b"\n.\n")
    return Words(data, lines)


def lower(text: str) -> str:
    """Return a text in lower case without the commonest marks beyond ASCII: most texts are of ASCII alone then.

    All that is done to such a text takes a tenth of the time. ©, which makes a notice, is kept as another character.
    """
    if _SIGN in text:
        text = text.replace(_SIGN, " ")
    if not text.isascii():
        text = text.replace("©", _SIGN)
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text.lower()


def notices_in(text: str) -> list[int]:
    """Return the indexes of the lines of a text, as `lower` gives it, that state a copyright."""
    starts = set()
    for sign in _NOTICE_SIGNS:
        at = text.find(sign)
        while at >= 0:
            start = text.rfind("\n", max(at - _INDENT, 0), at) + 1
            if start or at < _INDENT:
                end = text.find("\n", at)
                if _COPYRIGHT.match(text, start, end if end >= 0 else len(text)):
                    starts.add(start)
            at = text.find(sign, at + len(sign))
    indexes = []
    line = counted = 0
    for start in sorted(starts):
        line += text.count("\n", counted, start)
        counted = start
        indexes.append(line)
    return indexes


def letters(text: str) -> str:
    """Return a text in lower case without the marks beyond ASCII; ideographs stand apart, for they are words."""
    return respelled(text, foreign_in(text), _letter)


def _apart(line: str) -> str:
    return ". " + " ".join([f"\x02{word}" for word in _WORD.findall(line)]) + " ."


def _letter(character: str) -> str:
    if not character.isalnum():
        return ". " if character in _WIDE_STOPS else " "
    return f" {character} " if "\u3040" <= character <= "\uffdc" else character


_LETTERS = bytearray(b" " * 128) + bytearray(range(128, 256))
_LETTERS[ord("0") : ord("9") + 1] = b"0123456789"
_LETTERS[ord("a") : ord("z") + 1] = b"abcdefghijklmnopqrstuvwxyz"
_LETTERS[ord("\n")] = ord("\n")
_LETTERS[NOTICE[0]] = NOTICE[0]
for _stop in b".;:!?":
    _LETTERS[_stop] = ord(".")
# A label may be lost or changed without changing the licence: letters, small numbers, Roman numerals.
_LABELS = frozenset(
    [
        *(bytes([code]) for code in range(256) if bytes([code]) not in (STOP, NOTICE)),
        *(b"%d" % number for number in range(100)),
        *b"ii iii iv vi vii viii ix xi xii xiii xiv xv".split(),
    ]
)
_WIDE_STOPS = "\u3002\uff1b\uff1a\uff01\uff1f"
_is_label = _LABELS.__contains__
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(rb"\.(?=[ \n])")
_SIGN = "\x03"
"""Stands for ©, so that a text of ASCII otherwise is one."""
_MARKS = "•™®℠§"
_NOTICE_SIGNS = ("copyright", "(c)", _SIGN)
"""No line states a copyright without one of them."""
_INDENT = 10
"""Characters from the start of a line within which the first of them stands."""
_COPYRIGHT = re.compile(
    r"\W{0,9}(?:copyright(?:ed)?[\s:]{1,3}(?:\(c\)|\x03|&copy|[0-9]{4}|[<\[{(]|by\s)|\(c\)\s{0,3}(?:copyright|[0-9]{4})|\x03)"
    r".{0,300}$"
)

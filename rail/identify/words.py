"""The words of a document as they are compared with known licences: lower case, without marks and labels."""

import re
from bisect import bisect_right
from itertools import accumulate, filterfalse

from rail.identify.characters import foreign_in, respelled
from rail.identify.document import Document

STOP = b"."
"""Stands in the words where a sentence or a paragraph ends."""

NOTICE = b"\x02"
"""Begins each word of a line that states a copyright: they belong to no licence."""


class Words:
    """The words of a document in order, and `STOP` between them."""

    __slots__ = ("_data", "_numbers", "_starts", "words")

    def __init__(self, data: bytes, numbers: tuple[int, ...]) -> None:
        """Split `data`, of which line `k` is the line `numbers[k]` of the original."""
        self.words = list(filterfalse(_is_label, data.split()))
        self._data = data
        self._numbers = numbers
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where lines start: the words of the document's line `k` are `words[starts[k]:starts[k + 1]]`."""
        if self._starts is None:
            lines = self._data.split(b"\n")
            self._starts = [0, *accumulate([len([*filterfalse(_is_label, line.split())]) for line in lines])]
            del self._starts[len(self._numbers) + 1 :]
        return self._starts

    def line_number(self, word: int) -> int:
        """Return the original line number of a word."""
        return self._numbers[min(bisect_right(self.starts, word), len(self._numbers)) - 1] if self._numbers else 1


def read_words(document: Document) -> Words:
    """Split a document into words. Takes time linear in its size."""
    if not document.lines:
        return Words(b"", ())
    numbers, texts = zip(*document.lines, strict=True)
    text = "\n".join((*texts, "")).lower()
    if "\x02" in text:
        text = text.replace("\x02", " ")
    if "--" in text:
        text = text.replace("--", " ")
    notices = notices_in(text)
    if notices:
        lines = text.split("\n")
        for at in notices:
            lines[at] = _apart(lines[at])
        text = "\n".join(lines)
    if not text.isascii():
        text = letters(text)
    data = text.encode("utf-8", "surrogatepass").translate(_LETTERS, b"-'")
    data = data.replace(b"..", b" ").replace(b". ", b" . ").replace(b".\n", b" .\n").replace(b"\n\n", b"\n.\n")
    return Words(data, numbers)


def notices_in(text: str) -> list[int]:
    """Return the indexes of the lines of a text, in lower case, that state a copyright."""
    found = set()
    for sign in _NOTICE_SIGNS:
        line = read = 0
        start = text.find(sign)
        while start >= 0:
            line += text.count("\n", read, start)
            end = text.find("\n", start)
            read = end if end >= 0 else len(text)
            if _COPYRIGHT.match(text, text.rfind("\n", 0, start) + 1, read):
                found.add(line)
            start = text.find(sign, read)
    return sorted(found)


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
_NOTICE_SIGNS = ("copyright", "(c)", "©")
"""No line states a copyright without one of them."""
_COPYRIGHT = re.compile(
    r"\W{0,9}(?:copyright(?:ed)?[\s:]{1,3}(?:\(c\)|©|&copy|[0-9]{4}|[<\[{(]|by\s)|\(c\)\s{0,3}(?:copyright|[0-9]{4})|©)"
    r".{0,300}$"
)

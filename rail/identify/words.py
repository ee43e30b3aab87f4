"""The words of a document as they are compared with known licences: lower case, without marks and labels."""

import re
from bisect import bisect_right
from itertools import accumulate, filterfalse

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
    def has_notices(self) -> bool:
        """Whether any line states a copyright."""
        return NOTICE in self._data

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
        return self._numbers[bisect_right(self.starts, word) - 1] if self._numbers else 1

    def line_numbers(self, first: int, last: int) -> tuple[int, int]:
        """Return the original line numbers of two words. Near the ends of a long text this is cheap."""
        if self._starts is None and first < _NEAR and len(self.words) - last < _NEAR:
            lines = self._data.split(b"\n")
            top = _place(lines, first)
            bottom = len(lines) - 1 - _place(lines[::-1], len(self.words) - 1 - last)
        else:
            top = bisect_right(self.starts, first) - 1
            bottom = bisect_right(self.starts, last) - 1
        return self._numbers[top], self._numbers[min(bottom, len(self._numbers) - 1)]


def _place(lines: list[bytes], word: int) -> int:
    """Return the index of the line that holds a word."""
    passed = 0
    for index, line in enumerate(lines):
        passed += len([*filterfalse(_is_label, line.split())])
        if passed > word:
            return index
    return 0


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
    if "copyright" in text or "(c)" in text or "©" in text:
        text = "\n".join([_apart(line) if _may_be_notice(line) else line for line in text.split("\n")])
    if not text.isascii():
        text = _FOREIGN.sub(_letters, text)
    data = text.encode("utf-8", "surrogatepass").translate(_LETTERS, b"-'")
    data = data.replace(b"..", b" ").replace(b". ", b" . ").replace(b".\n", b" .\n").replace(b"\n\n", b"\n.\n")
    return Words(data, numbers)


def is_counted(token: str) -> bool:
    """Tell whether a run of letters and digits is a word that counts, not a label."""
    return (
        len(token) > _LONGEST_LABEL or token.lower().translate(_MARKS).encode("utf-8", "surrogatepass") not in _LABELS
    )


def _may_be_notice(line: str) -> bool:
    return ("copyright" in line or "(c)" in line or "©" in line) and _COPYRIGHT.match(line) is not None


def _apart(line: str) -> str:
    return ". " + " ".join([f"\x02{word}" for word in _WORD.findall(line)]) + " ."


def _letters(match: re.Match[str]) -> str:
    """Keep letters beyond ASCII; each ideograph is a word, for such scripts put no spaces."""
    run = match[0]
    return run if run.isalpha() and run < "\u3040" else "".join([_letter(character) for character in run])


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
_LONGEST_LABEL = 6  # with marks
_WIDE_STOPS = "\u3002\uff1b\uff1a\uff01\uff1f"
_MARKS = str.maketrans("", "", "-'")
_is_label = _LABELS.__contains__
_NEAR = 40  # words
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W_]+")
_COPYRIGHT = re.compile(
    r"\W{0,9}(?:copyright(?:ed)?[\s:]{1,3}(?:\(c\)|©|&copy|[0-9]{4}|[<\[{(]|by\s)|\(c\)\s{0,3}(?:copyright|[0-9]{4})|©)"
    r".{0,300}$"
)

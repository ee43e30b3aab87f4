"""The words of a document as they are compared with known licences: lower case, bare of marks, labels and single letters."""

import re
from bisect import bisect_right
from itertools import accumulate, chain, filterfalse
from typing import NamedTuple

from rail.identify.document import Document

STOP = b"."
"""Stands in the words where a sentence or a paragraph ends."""

NOTICE = b"\x02"
"""Stands before the words of a line that states a copyright: they belong to no licence."""


class Words(NamedTuple):
    """Words in order; those of the document's line `k` are `words[starts[k]:starts[k + 1]]`.

    `numbers[k]` is the original line number of line `k`. Besides words there are the tokens `STOP` and `NOTICE`.
    """

    words: list[bytes]
    starts: list[int]
    numbers: list[int]

    def line_number(self, word: int) -> int:
        """Return the original line number of a word."""
        return self.numbers[max(bisect_right(self.starts, word) - 1, 0)] if self.numbers else 1


def read_words(document: Document) -> Words:
    """Split a document into words. Takes time linear in its size."""
    if not document.lines:
        return Words([], [0], [])
    numbers, texts = zip(*document.lines, strict=True)
    text = "\n".join((*texts, "")).lower().replace("\x02", " ")
    if "copyright" in text or "(c)" in text or "©" in text:
        text = "\n".join([_without_notice(line) for line in text.split("\n")])
    if not text.isascii():
        text = _FOREIGN.sub(_letters, text)
    data = text.encode("utf-8", "surrogatepass").translate(_LETTERS, b"-'")
    data = data.replace(b"..", b" ").replace(b". ", b" . ").replace(b".\n", b" .\n").replace(b"\n\n", b"\n.\n")
    is_label = _LABELS.__contains__
    lines = [list(filterfalse(is_label, line.split())) for line in data.split(b"\n")]
    lines.pop()
    return Words(list(chain.from_iterable(lines)), [0, *accumulate(map(len, lines))], list(numbers))


def _without_notice(line: str) -> str:
    """Set the words of a copyright notice apart."""
    if ("copyright" in line or "(c)" in line or "©" in line) and _NOTICE.match(line):
        return f". \x02 {line} ."
    return line


def _letters(match: re.Match[str]) -> str:
    """Keep letters beyond ASCII; each ideograph is a word, for such scripts put no spaces."""
    run = match[0]
    return run if run.isalpha() and run < "\u3040" else "".join([_letter(character) for character in run])


def _letter(character: str) -> str:
    if not character.isalnum():
        return ". " if character in "。；：！？" else " "
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
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_NOTICE = re.compile(
    r"\W{0,9}(?:copyright(?:ed)?[\s:]{1,3}(?:\(c\)|©|&copy|[0-9]{4}|[<\[{(]|by\s)|\(c\)\s{0,3}(?:copyright|[0-9]{4})|©)"
    r".{0,300}$"
)

"""The words of a document as they are compared with known licences: lower case, bare of marks, labels and single letters."""

import re
from bisect import bisect_right
from typing import NamedTuple

from rail.identify.document import Document


class Words(NamedTuple):
    """Words in order; those of the document's line `k` are `words[starts[k]:starts[k + 1]]`.

    `numbers[k]` is the original line number of line `k`; `breaks` are the words before which a paragraph ends;
    `notices` are the indexes of lines that state a copyright, which belong to no licence.
    """

    words: list[bytes]
    starts: list[int]
    numbers: list[int]
    breaks: set[int]
    notices: tuple[int, ...]

    def line_number(self, word: int) -> int:
        """Return the original line number of a word."""
        return self.numbers[max(bisect_right(self.starts, word) - 1, 0)] if self.numbers else 1


def read_words(document: Document) -> Words:
    """Split a document into words. Takes time linear in its size."""
    numbers, texts = zip(*document.lines, strict=True) if document.lines else ((), ())
    text = "\n".join(texts).lower()
    if not text.isascii():
        text = _IDEOGRAPH.sub(r" \1 ", _MARKS.sub(" ", text))
    data = text.encode("utf-8", "surrogatepass").translate(_LETTERS, b"-'")
    data = data.replace(b"..", b" ").replace(b". ", b" ").replace(b".\n", b"\n")
    words: list[bytes] = []
    starts = [0]
    for line in data.split(b"\n"):
        words += [word for word in line.split() if word not in _LABELS]
        starts.append(len(words))
    if words and words[-1][-1:] == b".":
        words[-1] = words[-1][:-1] or b"."
    notices = tuple(k for k, line in enumerate(texts) if _NOTICE.match(line)) if "copyright" in text or "(c)" in text or "©" in text else ()
    breaks = {start for start, line in zip(starts, texts, strict=False) if not line}
    return Words(words, starts, list(numbers), breaks, notices)


_LETTERS = bytes(code if chr(code).isalnum() or code >= 128 or chr(code) in "\n." else 32 for code in range(256))  # noqa: PLR2004 -- ASCII ends at 127
# A label may be lost or changed without changing the licence: letters, small numbers, Roman numerals.
_LABELS = frozenset(
    [
        *(bytes([code]) for code in range(256)),
        *(b"%d" % number for number in range(100)),
        *b"ii iii iv vi vii viii ix xi xii xiii xiv xv".split(),
    ]
)
_MARKS = re.compile(r"[^\w\s.'-]+")
_IDEOGRAPH = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])")
_NOTICE = re.compile(
    r"\W{0,9}(?:copyright(?:ed)?[\s:]{1,3}(?:\(c\)|©|&copy|[0-9]{4}|[<\[{(]|by\s)|\(c\)\s{0,3}(?:copyright|[0-9]{4})|©)"
    r".{0,300}$",
    re.IGNORECASE | re.DOTALL,
)

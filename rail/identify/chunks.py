"""Cut words into chunks where the words themselves say so, so that an insertion moves no other cut."""

import re
from itertools import pairwise, repeat
from typing import NamedTuple

from rail.identify.words import NOTICE, STOP


class Chunks(NamedTuple):
    """`texts[i]` are the words `bounds[i]:bounds[i + 1]`, joined by spaces. About five words make a chunk."""

    texts: list[bytes]
    bounds: list[int]


def cut(sequence: list[bytes]) -> Chunks:
    """Cut words after each run of small words, and after each stop."""
    kinds = bytes(map(_KIND.get, sequence, repeat(0)))
    bounds = [0]
    last = 0
    for cut_here in _CUT.finditer(kinds):
        end = cut_here.end()
        if end - last > _LONG:
            bounds += _cuts_within(sequence, last, end)
        bounds.append(end)
        last = end
    if last < len(sequence):
        bounds += _cuts_within(sequence, last, len(sequence))
        bounds.append(len(sequence))
    join = b" ".join
    texts = [join(sequence[start:end]).rstrip(b" .") for start, end in pairwise(bounds)]
    return Chunks(texts, bounds)


def is_notice(chunk: bytes) -> bool:
    """Tell whether the chunk is (part of) a copyright notice."""
    return chunk[:1] == NOTICE


def _cuts_within(sequence: list[bytes], start: int, end: int) -> list[int]:
    """Cut a stretch without small words, again where the words say so, and after `_LONGEST` words at the latest."""
    cuts: list[int] = []
    if end - start <= _LONG:
        return cuts
    for index in range(start + 1, end):
        word = sequence[index - 1]
        if (word[0] + word[-1]) % 5 == 0 or index - start >= _LONGEST:
            cuts.append(index)
            start = index
    return cuts


_STOPS = 2
_KIND = {
    STOP: _STOPS,
    **dict.fromkeys(
        [
            word.encode()
            for word in (
                *("the", "of", "to", "and", "or", "的", "或", "和", "及"),
                *("de", "la", "le", "les", "du", "des", "et", "ou", "en", "un", "une", "der", "die", "das", "und"),
                *("oder", "von", "den", "dem", "zu", "el", "los", "las", "del", "que", "il", "di", "che", "da", "dos"),
            )
        ],
        1,
    ),
}
"""1 for small words, 2 for stops, 0 for all others."""
_CUT = re.compile(rb"[\x01\x02](?![\x01\x02])|\x02(?=\x01)")
"""Where a chunk ends."""
_LONG = 12
_LONGEST = 20

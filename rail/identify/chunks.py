"""Cut words into chunks where the words themselves say so, so that an insertion moves no other cut."""

from itertools import compress, count, pairwise
from typing import NamedTuple

from rail.identify.words import NOTICE, STOP


class Chunks(NamedTuple):
    """`texts[i]` are the words `bounds[i]:bounds[i + 1]`, joined by spaces. About five words make a chunk."""

    texts: list[bytes]
    bounds: list[int]


def cut(sequence: list[bytes]) -> Chunks:
    """Cut words after each run of small words, and after each stop."""
    ends = list(compress(count(1), map(_SMALL.__contains__, sequence)))
    bounds = [0]
    last = 0
    for end, following in zip(ends, [*ends[1:], 0], strict=False):
        if following != end + 1 or (sequence[end - 1] == STOP != sequence[end]):
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


_SMALL = frozenset(
    [
        STOP,
        *(
            word.encode()
            for word in (
                *("the", "of", "to", "and", "or", "的", "或", "和", "及"),
                *("de", "la", "le", "les", "du", "des", "et", "ou", "en", "un", "une", "der", "die", "das", "und"),
                *("oder", "von", "den", "dem", "zu", "el", "los", "las", "del", "que", "il", "di", "che", "da", "dos"),
            )
        ),
    ]
)
_LONG = 12
_LONGEST = 20

"""Cut words into chunks where the words themselves say so, so that an insertion moves no other cut."""

from typing import NamedTuple

from rail.identify.words import Words


class Chunks(NamedTuple):
    """`texts[i]` are the words `bounds[i]:bounds[i + 1]`, joined by spaces."""

    texts: list[bytes]
    bounds: list[int]


def cut(words: Words) -> Chunks:
    """Cut after each run of small words and between paragraphs; copyright notices stand alone."""
    sequence = words.words
    ends = [index for index, word in enumerate(sequence, start=1) if word in _SMALL]
    edges = {end for end, following in zip(ends, [*ends[1:], 0], strict=False) if following != end + 1}
    edges |= words.breaks
    for line in words.notices:
        edges.update(words.starts[line : line + 2])
    edges.add(len(sequence))
    bounds = [0]
    last = 0
    for end in sorted(edges):
        if end - last > _LONG:
            bounds += _cuts_within(sequence, last, end)
        if end > last:
            bounds.append(end)
            last = end
    texts = [b" ".join(sequence[start:end]) for start, end in zip(bounds, bounds[1:], strict=False)]
    return Chunks(texts, bounds)


def _cuts_within(sequence: list[bytes], start: int, end: int) -> list[int]:
    """Cut a stretch without small words, again where the words say so, and after `_LONGEST` words at the latest."""
    cuts = []
    for index in range(start + 1, end):
        word = sequence[index - 1]
        if (word[0] + word[-1]) % 5 == 0 or index - start >= _LONGEST:
            cuts.append(index)
            start = index
    return cuts


_SMALL = frozenset(
    word.encode()
    for word in (
        *("the", "of", "to", "and", "or", "in", "any", "的", "或", "和", "及"),
        *("de", "la", "le", "les", "du", "des", "et", "ou", "en", "un", "une", "der", "die", "das", "und", "oder"),
        *("von", "den", "dem", "zu", "el", "los", "las", "del", "que", "il", "di", "che", "da", "do", "dos"),
    )
)
_LONG = 12
_LONGEST = 20

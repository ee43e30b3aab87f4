"""Cut words into chunks where the words themselves say so, so that an insertion moves no other cut."""

from typing import NamedTuple

from rail.identify.words import Words


class Chunks(NamedTuple):
    """`texts[i]` are the words `bounds[i]:bounds[i + 1]`, joined by spaces."""

    texts: list[bytes]
    bounds: list[int]


def cut(words: Words) -> Chunks:
    """Cut after each run of small words; copyright notices stand alone. About five words make a chunk."""
    sequence = words.words
    ends = [index for index, word in enumerate(sequence, start=1) if word in _SMALL]
    cuts = [end for end, following in zip(ends, [*ends[1:], 0], strict=False) if following != end + 1]
    if words.notices:
        edges = {edge for line in words.notices for edge in words.starts[line : line + 2]}
        cuts = sorted(edges.union(cuts))
    bounds = [0]
    last = 0
    for end in [*cuts, len(sequence)]:
        while end - last > _LONGEST:
            last += _LONGEST
            bounds.append(last)
        if end > last:
            bounds.append(end)
            last = end
    texts = [b" ".join(sequence[start:end]) for start, end in zip(bounds, bounds[1:], strict=False)]
    return Chunks(texts, bounds)


_SMALL = frozenset(word.encode() for word in ("the", "of", "to", "and", "or", "in", "any", "的", "或", "和", "及"))
_LONGEST = 20

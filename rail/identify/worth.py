"""What finding so many words of a known text is worth."""

FEWEST = 5
"""Words of a known text that are worth naming it."""
ANY_LENGTH = float("inf")


def is_enough(words: int, length: int) -> bool:
    """Tell whether so many words of a known text are worth naming it; if they are not, fewer are not either."""
    return words >= FEWEST and words >= (_MOSTLY * length if words < _PASSAGE else min(_PART * length, _LARGE))


def longest_of(words: int) -> float:
    """Return how long a text may be of which so many words are worth naming it."""
    if words >= _LARGE:
        return ANY_LENGTH
    return max(words / _PART, _PASSAGE / _MOSTLY) if words >= _PASSAGE else words / _MOSTLY


def worth(words: int, length: int) -> float:
    """Return what a known text of `length` words is worth that explains `words`: much of it, and much of the text."""
    words = min(words, length)
    return words * words / length


_PASSAGE = 24  # words: a part of a licence that is worth naming
_MOSTLY = 0.7  # of a short text
_PART = 0.2
_LARGE = 250  # words

"""The words that ordinary licences are written in: a word list, no text."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from functools import cache

from rail.identify.stamp import index_file

VOCABULARY = "vocabulary.txt"
"""Lies beside the index, and is made with it."""

_OFTEN = 8
"""Licences that a word has to stand in to be an ordinary one."""
_WIDTH = 120
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def vocabulary() -> frozenset[str]:
    """Return the ordinary words, in lower case; none when the list is missing."""
    try:
        return frozenset(index_file().with_name(VOCABULARY).read_text(encoding="utf-8").split())
    except OSError:
        return frozenset()


def compile_vocabulary(texts: Iterable[str]) -> str:
    """Return the list of the words that stand in several of the given texts; the same texts give the same list."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(_WORD.findall(text.lower())))
    words = " ".join(sorted(word for word, texts_with_it in seen.items() if texts_with_it >= _OFTEN))
    return textwrap.fill(words, _WIDTH, break_long_words=False) + "\n"

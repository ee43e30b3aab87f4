"""Titles that announce a licence and take something out of it: "MIT License with Ethical Use Clause".

The clause itself may stand elsewhere, or nowhere. What is called so is not the free licence that it is named after.
"""

import re

from rail.identify.clauses.doubt import is_conduct
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.clauses.sentences import words_of
from rail.identify.document import Document

CHANGED = "is called a licence with something taken out of it"


def changed_titles(document: Document) -> tuple[Suspicion, ...]:
    """Return the first line that names a licence and, in the same breath, a use that it is not for, or its ethics."""
    for line in document.lines:
        text = line.text
        if len(text) <= _LONGEST and _SIGNS.search(text) and _LICENCE.search(text) and _is_changed(words_of(text)):
            return (Suspicion(line.number, text[:QUOTED], CHANGED),)
    return ()


def _is_changed(words: list[str]) -> bool:
    """Tell whether a title speaks of ethics, or negates a conduct; a disclaimed warranty for a use is none."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    return "warranty" not in words and (
        any(_is_of_ethics(word, following) for word, following in pairs)
        or any(
            is_conduct(found.meaning) and not _NEGATING.isdisjoint(words[max(found.start - _NEAR, 0) : found.start])
            for found in vocabulary(()).subjects.find(words)
        )
    )


def _is_of_ethics(word: str, following: str) -> bool:
    return (word in _ETHICS and not following.startswith("hack")) or (
        word == "responsible" and following in _RESPONSIBLE
    )


_LONGEST = 120
"""Characters of a title."""
_NEAR = 3
_ETHICS = frozenset({"ethical", "ethics", "moral", "humane", "peaceful", "pacifist"})
_RESPONSIBLE = frozenset({"ai", "use", "usage"})
_NEGATING = frozenset({"no", "non", "not", "without", "anti", "except", "excluding", "minus"})
_SIGNS = re.compile(
    r"\b(?:ethic|moral|humane|peaceful|pacifist|responsible|non?\b|not\b|without|anti|exc|minus)", re.IGNORECASE
)
"""What a title of this kind has; most lines have none of it."""
_LICENCE = re.compile(r"licen[cs]e|\bclause|\bterms\b|\b(?:mit|bsd|apache|[al]?gpl|mpl|isc|cc)\b", re.IGNORECASE)

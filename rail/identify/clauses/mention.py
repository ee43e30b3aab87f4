"""Words that so much as name a use, forbidden or not."""

import re

from rail.identify.clauses.doubt import is_conduct
from rail.identify.clauses.frames import Frame
from rail.identify.clauses.ideographs import is_ideographic
from rail.identify.clauses.languages import languages_of
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.phrases import Vocabulary, vocabulary
from rail.identify.clauses.polarity import Cue
from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.clauses.sentences import words_of
from rail.identify.document import Document

NAMED = "names a use where no known licence speaks of one"


def mentions_use(document: Document) -> bool:
    """Tell whether a use is named anywhere in a document: then it matters what stands above it."""
    text = " ".join([line.text for line in document.lines])
    return may_name_use(text, words_of(text))


def may_name_use(text: str, words: list[str]) -> bool:
    """Tell whether a text, which has these `words`, names a use, or may do so in ideographs."""
    return is_ideographic(text) or bool(vocabulary(languages_of(words)).subjects.find(words))


def named_conduct(document: Document) -> tuple[Suspicion, ...]:
    """Return the first item or paragraph that names a conduct and says nothing of it; names and credits aside.

    "Military purposes" on a line of its own restricts nothing by itself; nobody puts it into a licence for nothing.
    """
    known = vocabulary(())
    for passage in read_passages([line for line in document.lines if not _NOTICE.match(line.text)]):
        if _names_conduct(passage, known):
            return (Suspicion(passage.line, passage.text[:QUOTED], NAMED),)
    return ()


def _names_conduct(passage: Passage, known: Vocabulary) -> bool:
    words = words_of(" ".join([word for word in passage.text.split() if not _is_path(word)]))
    if passage.line <= _TOP and len(words) <= _TITLE and _PRODUCT.search(passage.text):
        return False
    return (
        any(is_conduct(found.meaning) for found in known.subjects.find(words))
        and not _CREDIT.search(passage.text)
        and _LOWER.search(passage.text) is not None
        and not any(found.meaning in _CLEAR for found in known.grammar.find(words))
    )


def _is_path(word: str) -> bool:
    return "/" in word and (word.count("/") > 1 or "." in word or "*" in word)


_NOTICE = re.compile(r"\W{0,9}(?:copyright|\(c\)|©)", re.IGNORECASE)
_CLEAR = {*Frame, Cue.ALLOWS, Cue.VOIDS}
_CREDIT = re.compile(r"copyright|\(c\)|©|@|spdx-|://|www\.|\.(?:com|org|net|io)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_TOP = 3
"""Lines of a text on which a title says what the thing is."""
_TITLE = 10
"""Words of such a title."""
_PRODUCT = re.compile(
    r"\b(?:library|toolkit|toolbox|framework|tool|viewer|app|application|package|plugin|extension|module|sdk|api|client"
    r"|server|engine|game|simulator|driver|implementation|detector|benchmark|demo|project|bindings?|dataset)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"\b(?!(?:and|of|the|for|at|in|by|de|von|van|und|et)\b)[a-z]{3,}\b")
"""A word that is no part of a name."""

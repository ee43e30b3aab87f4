"""Whether words so much as name a use: then it matters what stands above them."""

from rail.identify.clauses.ideographs import is_ideographic
from rail.identify.clauses.languages import languages_of
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.sentences import words_of
from rail.identify.document import Document


def mentions_use(document: Document) -> bool:
    """Tell whether a use is named anywhere in a document, forbidden or not."""
    text = " ".join([line.text for line in document.lines])
    words = words_of(text)
    return is_ideographic(text) or bool(vocabulary(languages_of(set(words))).subjects.find(words))

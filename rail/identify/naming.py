"""Licences that a text only names: "the weights are under the OpenRAIL-M license", or a LICENSE file of two lines.

A long text names a licence when a sentence puts something under it; a text of a few lines does so by naming it at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rail.catalogue.index import Index, stands_out
from rail.catalogue.load import Catalogue
from rail.domain.evidence import Form
from rail.domain.record import SpdxExpression

if TYPE_CHECKING:
    from rail.identify.document import Document

_SHORT = 80
"""Words up to which the whole text is taken for a statement of its licence."""

_LONG = 600
"""Words from which on a text that is no known licence is a page about something: a name in it binds nobody."""

_SPAN = 9
_REMEMBERED = 400
"""Characters of a sentence whose names are kept for the next text."""
_WORD = re.compile(r"[^\s,;()\[\]\"'`<>|]+")
_BLANKED = str.maketrans(dict.fromkeys(",;()[]\"'`<>|", " "))
_CUES = ("licens", "licenc", "rail", "terms", "cc-by", "cc by", "http")
"""No text names a licence without one of them."""

_QUESTIONS = 2
"""Questions from which on a few lines are about licences."""
_SENTENCE_END = re.compile(r"\n|(?<=[.!?])[ \t]+(?=[A-Z])")
_MENTION = re.compile(
    r"\?\s*$|\b(?:survey|surveys|surveyed|articles?|blog|list of|compar\w+|overview|differs?|discuss\w*|history of"
    r"|such as|among|count|counts|counted|studied|study|studies|versus|vs|banned|incompatible)\b",
    re.IGNORECASE,
)
"""What makes a sentence one about licences: it puts nothing under those that it names."""


def names_in(document: Document, catalogue: Catalogue) -> tuple[SpdxExpression, ...]:
    """Return the licences that a text names without being one, each once, in order."""
    text = "\n".join(line.text for line in document.lines)
    if not any(map(text.lower().__contains__, _CUES)):
        return ()
    links = dict.fromkeys([link.url for link in document.links])
    words = _count(text)
    if words > _LONG or (words <= _SHORT and text.count("?") >= _QUESTIONS):
        return ()
    if words <= _SHORT:
        sentences = [*_SENTENCE_END.split(text), *links]
    else:
        from rail.extractors.notices import notices  # noqa: PLC0415 -- its patterns take long to compile

        sentences = [sentence for _, sentence in notices(text)]
    index = _index_of(catalogue)
    names: list[SpdxExpression] = []
    for sentence in sentences:
        found = named_in(sentence, index)
        if found and not _MENTION.search(sentence):
            names += found
    return tuple(dict.fromkeys(names))


def is_short(document: Document) -> bool:
    """Tell whether a text is a statement of a few lines rather than a licence."""
    return sum(_count(line.text) for line in document.lines) <= _SHORT


def _count(text: str) -> int:
    """Return the number of words."""
    return len(text.translate(_BLANKED).split()) if text.isascii() else len(_WORD.findall(text))


def named_in(sentence: str, index: Index) -> list[SpdxExpression]:
    """Return the licences named in a sentence: the longest runs of words that are a known name or URL."""
    return [*_named_before(sentence, index)] if len(sentence) <= _REMEMBERED else _named_in(sentence, index)


@lru_cache(maxsize=2048)
def _named_before(sentence: str, index: Index) -> tuple[SpdxExpression, ...]:
    """Return the same; texts have each other's sentences around the licences."""
    return tuple(_named_in(sentence, index))


def _named_in(sentence: str, index: Index) -> list[SpdxExpression]:
    words = _WORD.findall(sentence)
    if not stands_out(" ".join(words).translate(_MARKS)):
        return []
    found: list[SpdxExpression] = []
    at = 0
    while at < len(words):
        if not index.may_begin(words[at]):
            at += 1
            continue
        for end in range(min(at + _SPAN, len(words)), at, -1):
            span = " ".join(words[at:end]).rstrip(".:!*_").lstrip("*_#")
            is_url = "://" in span
            if not is_url and not stands_out(span):
                continue
            named = index.find(span, Form.URL if is_url else Form.NOTICE)
            if named is not None:
                found.append(named.expression)
                at = end
                break
        else:
            at += 1
    return found


def _index_of(catalogue: Catalogue) -> Index:
    """Return the index of a catalogue; the last one is kept, for its table takes longer to read than a text."""
    if not _indexes or _indexes[0][0] is not catalogue:
        _indexes[:] = [(catalogue, Index(catalogue))]
    return _indexes[0][1]


_indexes: list[tuple[Catalogue, Index]] = []
_MARKS = str.maketrans("*_#", "   ")

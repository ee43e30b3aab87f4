"""Licences that a text only names: "the weights are under the OpenRAIL-M license", or a LICENSE file of two lines.

A long text names a licence when a sentence puts something under it; a text of a few lines does so by naming it at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from rail.catalogue.index import Index, stands_out
from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import named_restricts
from rail.domain.evidence import Form, Restricted
from rail.domain.record import SpdxExpression
from rail.expression.parse import symbols
from rail.identify.clauses.result import QUOTED, Suspicion

if TYPE_CHECKING:
    from rail.identify.document import Document

UNCLEAR = "names a licence that restricts, and does not say clearly what is under it"
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
    r"|such as|among|count|counts|counted|studied|study|studies|versus|vs)\b",
    re.IGNORECASE,
)
"""What makes a sentence one about licences: it puts nothing under those that it names, unless it says so."""
_UNDER = re.compile(
    r"\b(?:licen[sc]ed|released|distributed|available|provided|published|shared|offered|is|are|was|were|falls?|comes?)"
    r"\s{1,3}(?:\w{1,20}\s{1,3}){0,2}under\b|\b(?:subject to|governed by|covered by)\b"
    r"|\b(?:weights?|models?|checkpoints?|licen[sc]e)\s{0,3}:\s",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{1,300}")
_MOST_ADDRESSES = 2000
_MOST_STATEMENTS = 200
"""Sentences that put something under a licence of a family that restricts: more of them say nothing else."""
_PAUSE = re.compile(r"[,;.]\s")


def names_in(document: Document, catalogue: Catalogue, *, beside: bool = False) -> tuple[SpdxExpression, ...]:
    """Return the licences that a text names without being one, each once, in order.

    Words `beside` a free licence may put something under another one however many they are.
    """
    text = "\n".join(line.text for line in document.lines)
    if not any(map(text.lower().__contains__, _CUES)):
        return ()
    links = dict.fromkeys([link.url for link in document.links])
    words = _count(text)
    if words > _LONG and not beside:
        return ()
    asking = words <= _SHORT and text.count("?") >= _QUESTIONS
    if words <= _SHORT:
        sentences = [*_SENTENCE_END.split(text), *links]
    else:
        from rail.extractors.notices import notices  # noqa: PLC0415 -- its patterns take long to compile

        sentences = [sentence for _, sentence in islice(notices(text), _MOST_STATEMENTS)]
    index = _index_of(catalogue)
    names: list[SpdxExpression] = []
    for sentence in sentences:
        found = named_in(sentence, index)
        if found and (asking or is_mention(sentence)):
            found = [name for words in _put_under(sentence) for name in named_in(words, index)]
        names += found
    return tuple(dict.fromkeys(names))


def _put_under(sentence: str) -> Iterator[str]:
    """Yield the words of a sentence about licences that something is put under, up to the next comma."""
    for found in _UNDER.finditer(sentence):
        words = _PAUSE.split(sentence[found.end() :], maxsplit=1)[0]
        if not is_mention(words):
            yield words


def unclear_names(document: Document, catalogue: Catalogue) -> tuple[Suspicion, ...]:
    """Return the first place in many words that names a licence that restricts, or its address, and is no mere mention.

    In few words such a name counts; in many it takes a sentence that puts something under it, and what else is said of
    it may do so in other words.
    """
    text = "\n".join(line.text for line in document.lines)
    if _count(text) <= _SHORT:
        return ()
    from rail.extractors.notices import families  # noqa: PLC0415 -- its patterns take long to compile

    for line, words in families(text):
        if not is_mention(words):
            return (Suspicion(document.lines[line - 1].number, words[:QUOTED], UNCLEAR),)
    index = _index_of(catalogue)
    for line, address in _addresses(document):
        named = index.find(address, Form.URL)
        if named is not None and any(
            named_restricts(symbol, catalogue) is not Restricted.NO for symbol in symbols(named.expression)
        ):
            return (Suspicion(line, address[:QUOTED], UNCLEAR),)
    return ()


def _addresses(document: Document) -> Iterator[tuple[int, str]]:
    """Yield each web address once, with the line that it stands on or is hidden behind."""
    shown = [(line.number, found[0]) for line in document.lines for found in _ADDRESS.finditer(line.text)]
    hidden = [(link.number, link.url) for link in document.links]
    seen: set[str] = set()
    for line, address in [*shown, *hidden][:_MOST_ADDRESSES]:
        if address not in seen:
            seen.add(address)
            yield line, address


def is_mention(sentence: str) -> bool:
    """Tell whether a sentence speaks of licences, as surveys and comparisons do."""
    return _MENTION.search(sentence) is not None


def names_of(sentence: str, catalogue: Catalogue) -> list[SpdxExpression]:
    """Return the licences that a sentence names, whatever it says of them."""
    return named_in(sentence, _index_of(catalogue))


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

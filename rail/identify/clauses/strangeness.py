"""Words added to a free licence that lay something down for somebody, of a kind that ordinary licences do not have.

No topic and no cue is needed: what is told to people and is not about copying, naming, paying, warranty or the like is
not passed over, nor is a ban in another language.
"""

import re
from collections.abc import Iterator, Sequence

from rail.identify.clauses.doubt import restricts_nothing
from rail.identify.clauses.passages import read_passages
from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.clauses.sentences import split_sentences, words_of
from rail.identify.clauses.unfamiliar import REMARKED, is_unfamiliar
from rail.identify.document import Document

STRANGE = "lays down something for those who use it that could not be named"
_MOST = 20

_NORMS = frozenset(
    """
    not never only cannot nobody just must shall denied lose loses forfeit leave pledge promise prohibited forbidden
    infringement outside unless no none don except excluded exclude excluding but should ban banned breach hands first
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_DOINGS = frozenset(
    """
    use uses used using usage run running employ operate operated apply applied build feed work system systems business
    rights harmed entities contractors
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_SOMEBODY = frozenset(
    """
    you your yours user users person persons people company companies organization organizations organisation
    organisations entity entities anyone anybody everyone somebody individual individuals licensee licensees citizens
    workers employees employers members member contractors government governments who whoever them their
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_USUAL = frozenset(
    """
    warranty warranties warranted liable liability damages damage merchantability fitness responsible responsibility
    endorse endorsed endorsement promote advertising publicity trademark trademarks trade logo logos name names named
    notice notices copyright copyrights copyrighted attribution credit acknowledge acknowledgment acknowledgement
    acknowledgments citation cite cited distribute distributed distributing distribution redistribute redistributed
    redistribution redistributions copy copies copied copying reproduce reproduced publish published publication
    modify modified modification modifications alter altered change changes changed derivative derived
    sell sold resell resale sublicense fee fees royalty pay paid charge price commercial commercially profit research
    compete competing competitive patent patents source binary object export exported import install installed
    warrant represent indemnify court courts jurisdiction venue severable unenforceable compile compiled compiler link
    linked linking header headers file files documentation document documents contribute contribution contributions
    contributor contributors contributed bug bugs report support version versions release releases package packages
    api function functions module modules email mail contact website page url text texts font fonts image images
    origin misrepresent misrepresented claim remove removed retain retained include included risk suitability advice
    event see blame train training gpl lgpl apache mit bsd mozilla dual alternatively option
    terms compliance conditions compatible developed retains method patented algorithm
    everything elements exception limitation guarantee given give
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_BANS = frozenset(
    """
    verboten untersagt unzulässig nicht interdit interdite interdits interdites prohíbe prohíben prohibido prohibida
    prohibidos prohibidas proibido proibida proibidos proibidas vietato vietata vietati verboden запрещено запрещается
    запрещена запрещены нельзя forbudt förbjudet ikke inte niet nicht zabronione zabrania kielletty
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)


_TELLING = _BANS | _NORMS | REMARKED
"""Words without which nothing is laid down."""
_FEW = 60
"""Words added to a licence that are few enough to be a clause slipped in: then every norm counts."""
_SHORT = 2000
"""Words added to a licence from which on they are a page of their own, in the words of its matter."""


def strange_words(document: Document) -> tuple[Suspicion, ...]:
    """Return the sentences of words added to a known licence that lay down something unusual."""
    return tuple(found for found, _ in zip(_strange(document), range(_MOST), strict=False))


def _strange(document: Document) -> Iterator[Suspicion]:
    text = " ".join([line.text for line in document.lines])
    every = words_of(text)
    if _TELLING.isdisjoint(every) and not _SET_APART.search(text):
        return
    few, short = len(every) <= _FEW, len(every) <= _SHORT
    for passage in read_passages(document.lines):
        for sentence in split_sentences(passage.text):
            words = words_of(sentence.text)
            if restricts_nothing(words):
                continue
            if (
                _SET_APART.search(sentence.text)
                or _is_strange(words, few=few)
                or (short and is_unfamiliar(sentence.text, words, ordinary=_USUAL.intersection(words)))
            ):
                yield Suspicion(passage.line_at(sentence.offset), sentence.text[:QUOTED], STRANGE)


_SET_APART = re.compile(r"(?:\b[^\W\d_] ){15}")
"""Letters with spaces between them: no word of such a line is read."""


def _is_strange(words: Sequence[str], *, few: bool) -> bool:
    if not _BANS.isdisjoint(words):
        return True
    if _NORMS.isdisjoint(words) or not _USUAL.isdisjoint(words):
        return False
    return few or not (_SOMEBODY.isdisjoint(words) or _DOINGS.isdisjoint(words))

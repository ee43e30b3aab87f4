"""Sentences in other languages beside a free licence, of which it is not known that they take nothing from it.

In languages that rail knows a sentence that names no conduct and forbids nothing is harmless, and so is one about
selling, copying or warranty. In any other language whatever may be a sentence is not understood.
"""

import re
from collections.abc import Iterator

from rail.identify.clauses.ideographs import is_ideographic, may_restrict
from rail.identify.clauses.languages import languages_of
from rail.identify.clauses.passages import read_passages
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.polarity import Cue
from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.clauses.sentences import split_sentences, words_of
from rail.identify.document import Document

FOREIGN = "says something in another language that could not be read"


def foreign_words(document: Document) -> tuple[Suspicion, ...]:
    """Return the first sentence in another language that may take something from a licence."""
    text = "\n".join([line.text for line in document.lines])
    if text.isascii() and _PLAIN_BANS.search(text) is None and not languages_of(words_of(text)):
        return ()
    return next(((each,) for each in _unread(document)), ())


def _unread(document: Document) -> Iterator[Suspicion]:
    for passage in read_passages(document.lines):
        for sentence in split_sentences(passage.text):
            if _may_restrict(sentence.text):
                yield Suspicion(passage.line_at(sentence.offset), sentence.text[:QUOTED], FOREIGN)


def _may_restrict(said: str) -> bool:
    if _CREDIT.search(said):
        return False
    if is_ideographic(said):
        return may_restrict(said)
    words = words_of(said)
    languages = languages_of(words)
    if languages:
        known = vocabulary(languages)
        limits = not _LIMITS.isdisjoint(words) or any(each.meaning in _LIMITING for each in known.grammar.find(words))
        return not _TRADE.search(said) and (limits or bool(known.subjects.find(words)))
    return len(words) >= _FEWEST and (_PLAIN_BANS.search(said) is not None or _is_strange(said))


def _is_strange(said: str) -> bool:
    """Tell whether the words are those of a language that is not known: in another script, or with letters of its own.

    Names have such letters too, but begin with a capital; they stand in lines of few other words.
    """
    marked = [word for word in _WORD.findall(said) if not word.isascii() and not word[0].isupper()]
    foreign = sum(len(word) for word in marked if _OTHER_SCRIPT.match(word))
    return foreign >= _LETTERS or len(marked) >= _MARKED


_LIMITING = frozenset({Cue.FORBIDS, Cue.LOOKS_BACK, Cue.EXCEPTS})
_LIMITS = frozenset(
    """
    não nao nunca jamás jamais ne pas nicht kein keine keinen nie niemals ikke inte aldrig niet geen nooit non mai не
    нельзя apenas somente sólo solamente nur seulement uniquement alleen kun bara endast только exclusivamente
    exclusivement ausschließlich sans sin sem ohne uden utan zonder senza без
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_FEWEST = 4
_LETTERS = 12
_MARKED = 2
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u1cff\u1f00-\u1fff\ua640-\ua69f\ua800-\uabff]")
"""Letters neither Latin nor of East Asia."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_CREDIT = re.compile(r"copyright|\(c\)|©|@|://|www\.", re.IGNORECASE)
_TRADE = re.compile(
    r"kommerzi|commerci|comerci|kommers|commerce|redistrib|weiterg|weiterverb|vervielf|reprodu|modifi|verkauf|vend"
    r"|gewähr|garant|haft|responsab|aansprak|ansvar|urheber|auteur|autor|ответствен|гарант|коммерч|распростран|копи",
    re.IGNORECASE,
)
_PLAIN_BANS = re.compile(
    r"\b(?:dilarang|tilos|zabrania|zakaz\w{0,6}|zabronion\w{0,3}|nesm[ií]\w{0,3}|yasak\w{0,4}|kullanilamaz|interzis\w?"
    r"|kielletty\w{0,3}|ei saa|draudziama|keelatud|zabranjen\w{0,3}|prepovedan\w{0,2}|ipinagbabawal|marufuku)\b",
    re.IGNORECASE,
)
"""Words that forbid in languages that are mostly written in the letters of English."""

"""Restrictions of a text, read clause by clause."""

import re
from collections.abc import Sequence

from rail.domain.evidence import Clause
from rail.identify.clauses.interpret import Barred, Context, interpret, subjects
from rail.identify.clauses.outline import Outline, opens_list
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.result import ClauseReading, Suspicion
from rail.identify.clauses.sentences import Sentence, offsets_of, split_sentences, words_of
from rail.identify.document import Document

QUOTED = 400
_BEFORE = 150
_HEADING = 60


def read_clauses(document: Document) -> ClauseReading:
    """Read the restrictions of a text. Takes time linear in its size; never fails."""
    return _Reader(read_passages(document.lines)).read()


class _Reader:
    """Walks over the passages of a text."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.outline = Outline()
        self.clauses: list[Clause] = []
        self.secondary: list[Clause] = []
        self.suspicion: list[Suspicion] = []

    def read(self) -> ClauseReading:
        for at, passage in enumerate(self.passages):
            if passage.kind == "heading":
                self.outline.enter_heading(passage.text)
                continue
            inherited = self.outline.inherited(passage)
            follower = self.passages[at + 1] if at + 1 < len(self.passages) else None
            group = self.outline.is_group(passage, follower)
            self.outline.leave(passage, inherited, self.read_passage(passage, inherited, skim=group))
        reading = ClauseReading(_unique(self.clauses))
        if reading.restricts:
            reading = ClauseReading(_unique(self.clauses + self.secondary))
        return reading

    def read_passage(self, passage: Passage, inherited: Context, *, skim: bool) -> Context:
        """Read the sentences of a passage; return what its last one hands down. `skim` reads it for that alone."""
        opens = opens_list(passage.text) or skim
        if not opens and not subjects().find(words_of(passage.text)):
            return Context()
        final = Context()
        for sentence in split_sentences(passage.text):
            words = words_of(sentence.text)
            context = inherited if sentence.offset == 0 or not sentence.text[:1].isupper() else Context()
            said = interpret(words, subjects().find(words), context)
            if not skim:
                for barred in said.barred:
                    self.add(passage, sentence, barred)
            final = said.context
        return final if opens else Context()

    def add(self, passage: Passage, sentence: Sentence, barred: Barred) -> None:
        spans = offsets_of(sentence.text)
        start = spans[barred.start][0]
        clause = Clause(
            use=barred.use,
            mode=barred.mode,
            text=_quote(sentence.text, spans[barred.low][0], spans[barred.high - 1][1], start),
            line=passage.line_at(sentence.offset + start),
            section=self.outline.place,
        )
        (self.secondary if barred.secondary else self.clauses).append(clause)


def _quote(text: str, low: int, high: int, at: int) -> str:
    """Return the sentence, or the clause of it, or the words about `at`: the most that fits."""
    if len(text) > QUOTED:
        text = text[low:high] if high - low <= QUOTED else text[max(low, at - _BEFORE) : max(low, at - _BEFORE) + QUOTED]
    return text.strip(" ;")


def _unique(clauses: list[Clause]) -> tuple[Clause, ...]:
    unique = {(clause.use, clause.mode, clause.line): clause for clause in reversed(clauses)}
    return tuple(sorted(unique.values(), key=lambda clause: clause.line))

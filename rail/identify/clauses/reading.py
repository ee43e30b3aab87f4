"""Restrictions of a text, read clause by clause."""

from collections.abc import Sequence

from rail.domain.evidence import Clause
from rail.identify.clauses import ideographs
from rail.identify.clauses.hearsay import hearsay
from rail.identify.clauses.ideographs import is_ideographic
from rail.identify.clauses.interpret import Barred, Context, Vocabulary, interpret, vocabulary
from rail.identify.clauses.languages import USE, languages_of
from rail.identify.clauses.outline import Outline, opens_list
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.policies import read_policies
from rail.identify.clauses.polarity import Polarity
from rail.identify.clauses.result import ClauseReading, Suspicion
from rail.identify.clauses.sentences import Sentence, offsets_of, split_sentences, words_of
from rail.identify.clauses.topics.topic import Topic
from rail.identify.document import Document

QUOTED = 400
_BEFORE = 150
VAGUE = "forbids a use that could not be named"
_NEGATIVES = frozenset("not never no prohibited forbidden cannot restricted unauthorized nicht keine ikke pas não non не niet inte interdit prohibido proibido vietato verboten".split())
_USES = USE | frozenset({"use", "used", "uses", "using", "usage", "utilize", "utilized", "utilise", "utilised"})
_ORDINARY = frozenset(
    "endorse promote name names trademark trademarks trade logo logos advertising publicity notice notices copyright copyrights warranty warranties liability sublicense"
    " sublicensed distribute distributed distribution redistribution redistribute copy copies copied sell resell sold rent lease lend loan transfer modify modified modifications"
    " reverse decompile disassemble source binary patent patents except license licensed licence agreement contributor contributors fee warrant royalty purchase accept agree bound willing marks font fonts derivative payment other obligation confidentiality required responsibility"
    " develop compete competing competitive commercial commercially profit research publish documentation permission written consent backup server servers computers".split()
)


def read_clauses(document: Document) -> ClauseReading:
    """Read the restrictions of a text. Takes time linear in its size; never fails."""
    passages = read_passages(document.lines)
    words = {word for passage in passages for word in passage.text.lower().split()}
    reading = _Reader(passages, vocabulary(languages_of(words))).read()
    if reading.restricts:
        reason = hearsay(document.lines)
        if reason:
            first = next(clause for clause in reading.restrictions if not clause.use.startswith("non-behavioural"))
            return ClauseReading(suspicion=(Suspicion(first.line, first.text, reason),))
    return reading._replace(policies=read_policies(passages, document.links))


class _Reader:
    """Walks over the passages of a text."""

    def __init__(self, passages: Sequence[Passage], known: Vocabulary) -> None:
        self.known = known
        self.passages = passages
        self.group: tuple[Passage, int, str | None] | None = None
        self.outline = Outline()
        self.clauses: list[Clause] = []
        self.secondary: list[Clause] = []
        self.suspicion: list[Suspicion] = []

    def read(self) -> ClauseReading:
        for at, passage in enumerate(self.passages):
            if passage.kind == "heading":
                self.end_group()
                self.outline.enter_heading(passage.text)
                if self.outline.governed:
                    self.begin_group(passage)
                continue
            inherited = self.outline.inherited(passage)
            follower = self.passages[at + 1] if at + 1 < len(self.passages) else None
            group = self.outline.is_group(passage, follower)
            if group:
                self.end_group()
                if inherited.polarity is Polarity.FORBIDDEN:
                    self.begin_group(passage)
            self.outline.leave(passage, inherited, self.read_passage(passage, inherited, skim=group))
        self.end_group()
        reading = ClauseReading(_unique(self.clauses), suspicion=tuple(self.suspicion))
        if reading.restricts:
            reading = reading._replace(restrictions=_unique(self.clauses + self.secondary))
        return reading

    def begin_group(self, passage: Passage) -> None:
        """Note the uses that the heading of a group of restrictions names."""
        self.group = (passage, len(self.clauses), self.outline.place)

    def end_group(self) -> None:
        """Bar what the heading named and no item spoke of: in scope, but only as far as the items go."""
        if self.group is None:
            return
        passage, first, place = self.group
        self.group = None
        said = {clause.use.partition(".")[0] for clause in self.clauses[first:]}
        if said:
            for found in self.known.subjects.find(words_of(passage.text)):
                topic = found.meaning
                if isinstance(topic, Topic) and not topic.weak and topic.use.partition(".")[0] not in said:
                    self.clauses.append(Clause(use=topic.use, mode="scope-limited", text=passage.text, line=passage.line, section=place))

    def read_passage(self, passage: Passage, inherited: Context, *, skim: bool) -> Context:
        """Read the sentences of a passage; return what its last one hands down. `skim` reads it for that alone."""
        if is_ideographic(passage.text):
            return self.read_ideographs(passage, inherited, skim=skim)
        opens = opens_list(passage.text) or skim
        if not opens:
            words = words_of(passage.text)
            if not self.known.subjects.find(words) and not _forbids_a_use(words):
                return Context()
        final = Context()
        for sentence in split_sentences(passage.text):
            words = words_of(sentence.text)
            context = inherited if sentence.offset == 0 or not sentence.text[:1].isupper() else Context()
            said = interpret(words, self.known, context)
            if not skim:
                for barred in said.barred:
                    self.add(passage, sentence, barred)
                if said.vague and _forbids_a_use(words) and _ORDINARY.isdisjoint(words):
                    self.suspicion.append(Suspicion(passage.line_at(sentence.offset), sentence.text[:QUOTED], VAGUE))
            final = said.context
        return final if opens else Context()

    def read_ideographs(self, passage: Passage, inherited: Context, *, skim: bool) -> Context:
        """The same for a passage in Chinese, Japanese or Korean."""
        final = inherited
        for sentence in ideographs.split(passage.text):
            barred, final, vague = ideographs.named(sentence.text, inherited)
            for use, mode, offset, secondary in () if skim else barred:
                clause = Clause(
                    use=use,
                    mode=mode,
                    text=_quote(sentence.text, 0, len(sentence.text), offset),
                    line=passage.line_at(sentence.offset + offset),
                    section=self.outline.place,
                )
                (self.secondary if secondary else self.clauses).append(clause)
            if vague:
                self.suspicion.append(Suspicion(passage.line, sentence.text[:QUOTED], VAGUE))
        return final if opens_list(passage.text) or skim else Context()

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


def _forbids_a_use(words: list[str]) -> bool:
    """Whether a word of prohibition stands just before a word of use: "may not be used"."""
    return not _NEGATIVES.isdisjoint(words) and any(
        word in _NEGATIVES and not _USES.isdisjoint(words[at + 1 : at + 4]) for at, word in enumerate(words)
    )


def _quote(text: str, low: int, high: int, at: int) -> str:
    """Return the sentence, or the clause of it, or the words about `at`: the most that fits."""
    if len(text) > QUOTED:
        text = text[low:high] if high - low <= QUOTED else text[max(low, at - _BEFORE) : max(low, at - _BEFORE) + QUOTED]
    return text.strip(" ;")


def _unique(clauses: list[Clause]) -> tuple[Clause, ...]:
    unique = {(clause.use, clause.mode, clause.line): clause for clause in reversed(clauses)}
    return tuple(sorted(unique.values(), key=lambda clause: clause.line))

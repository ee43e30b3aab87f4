"""The walk over a text that collects its clauses."""

from collections.abc import Sequence

from rail.domain.evidence import Clause
from rail.identify.clauses import ideographs
from rail.identify.clauses.extent import within_reach
from rail.identify.clauses.frames import is_of_marks
from rail.identify.clauses.hearsay import hearsay
from rail.identify.clauses.interpretation import NOTHING, Context, Interpretation
from rail.identify.clauses.languages import languages_of
from rail.identify.clauses.memory import memory_of
from rail.identify.clauses.outline import Outline, breaks_off, opens_list, precedes_list
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.phrases import Vocabulary, vocabulary
from rail.identify.clauses.polarity import Polarity
from rail.identify.clauses.policies import binds, read_policies
from rail.identify.clauses.result import BUSINESS, QUOTED, ClauseReading, Suspicion
from rail.identify.clauses.sentences import Sentence, explains, goes_on, offsets_of, split_sentences, words_of
from rail.identify.clauses.topics.topic import Topic
from rail.identify.document import Document, Line

MOST = 5000
"""Clauses that are collected of one text; no licence has a tenth of it."""
_BEFORE = 150
VAGUE = "forbids a use that could not be named"
DOUBTFUL = "names a use beside words that may restrict it"


def read_clauses(document: Document, *, binding: bool = False) -> ClauseReading:
    """Read the restrictions of a text. Takes time linear in its size, up to `extent.MOST_READ`; never fails.

    A text that is known to be `binding` makes what it names, whatever else it speaks of.
    """
    document, unread = within_reach(document)
    reading = _read(document, document.lines, binding=binding)
    return reading if unread is None else reading._replace(suspicion=(*reading.suspicion, unread))


def read_residue(document: Document, explained: Sequence[bool]) -> ClauseReading:
    """Read the restrictions of the lines of a text that no known licence explains.

    `explained` says so for each of `document.lines`. The other lines are read for what they hand down: a new item in a
    known list is forbidden by the known words above it.
    """
    return _read(document, [line for line, known in zip(document.lines, explained, strict=True) if not known])


def _read(document: Document, wanted: Sequence[Line], *, binding: bool = False) -> ClauseReading:
    passages = read_passages(document.lines)
    if len(wanted) == len(document.lines):
        heard = passages
    else:
        numbers = {line.number for line in wanted if line.text}
        heard = [passage for passage in passages if any(number in numbers for _, number in passage.starts)]
        if not heard:
            return ClauseReading()
    words = " ".join([passage.text for passage in heard]).lower().split()
    reader = _Reader(passages, vocabulary(languages_of(words)), {id(passage) for passage in heard})
    reading = reader.read()
    if reading.restricts and not binding:
        reason = hearsay(wanted)
        if reason:
            first = next(clause for clause in reading.restrictions if not clause.use.startswith(BUSINESS))
            return ClauseReading(suspicion=(Suspicion(first.line, first.text, reason),))
    return reading._replace(policies=read_policies(reader.binding, document.links))


class _Reader:
    """Walks over passages; those not `heard` only for what they hand down."""

    def __init__(self, passages: Sequence[Passage], known: Vocabulary, heard: set[int]) -> None:
        self.passages = passages
        self.known = known
        self.heard = heard
        self.memory = memory_of(known)
        self.outline = Outline()
        self.clauses: list[Clause] = []
        self.secondary: list[Clause] = []
        self.suspicion: list[Suspicion] = []
        self.vague_leads: list[Suspicion] = []
        self.doubts: list[Suspicion] = []
        self.binding: list[tuple[Passage, Sentence]] = []
        self.group: tuple[Passage, int, str | None] | None = None

    def read(self) -> ClauseReading:
        """Read all passages."""
        for at, passage in enumerate(self.passages):
            if passage.kind == "heading":
                self.bind(passage, [each for each in split_sentences(passage.text) if binds(each.text)])
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
            skim = group or id(passage) not in self.heard
            leads = precedes_list(passage, follower)
            opens = group or opens_list(passage.text) or breaks_off(passage, follower)
            final, empty = self.read_passage(passage, inherited, skim=skim, opens=opens, leads=leads)
            opens = opens or (leads and empty)
            self.outline.leave(passage, follower, inherited, final if opens else NOTHING, opens=opens)
        self.end_group()
        reading = ClauseReading(_unique(self.clauses))
        if reading.restricts:
            return ClauseReading(_unique(self.clauses + self.secondary), suspicion=tuple(self.suspicion))
        return reading._replace(suspicion=tuple(self.suspicion or self.vague_leads), doubts=tuple(self.doubts))

    def bind(self, passage: Passage, sentences: Sequence[Sentence]) -> None:
        """Note that these sentences make a policy binding."""
        if id(passage) in self.heard:
            self.binding += [(passage, sentence) for sentence in sentences]

    def begin_group(self, passage: Passage) -> None:
        """Note the heading of a group of restrictions."""
        self.group = (passage, len(self.clauses), self.outline.place)

    def end_group(self) -> None:
        """Bar what the heading named and no item spoke of: in scope, but only as far as the items go."""
        if self.group is None:
            return
        passage, first, place = self.group
        self.group = None
        said = {_top(clause.use) for clause in self.clauses[first:]}
        if not said:
            return
        self.clauses += [
            Clause(use=found.meaning.use, mode="scope-limited", text=passage.text, line=passage.line, section=place)
            for found in self.known.subjects.find(words_of(passage.text))
            if isinstance(found.meaning, Topic) and not found.meaning.weak and _top(found.meaning.use) not in said
        ]

    def read_passage(
        self, passage: Passage, inherited: Context, *, skim: bool, opens: bool, leads: bool
    ) -> tuple[Context, bool]:
        """Read a passage; return what its last sentence hands down if it `opens` a list, and if it only forbids.

        One that `leads` on to a list, forbids and does not say what, says so there. `skim` reads it for that alone.
        """
        if skim and not (opens or leads):
            return NOTHING, False
        text = passage.text
        final = NOTHING if text.isascii() else self.read_ideographs(passage, inherited, skim=skim, opens=opens)
        empty = False
        last = NOTHING
        for sentence in split_sentences(text):
            handed = _handed(passage, sentence, inherited, last) if sentence.offset else inherited
            said, binding = self.memory.recall(sentence.text, handed, self.known, opens=opens)
            if binding:
                self.bind(passage, [sentence])
            last, empty = NOTHING, False
            if said is None:
                continue
            last = said.context
            if said.context.polarity is not Polarity.SILENT or final.polarity is Polarity.SILENT:
                final = said.context
            if said.barred and sentence.offset and is_of_marks(text, sentence):
                continue
            empty = said.vague and said.context.polarity is Polarity.FORBIDDEN
            if not skim and (said.barred or said.vague or said.doubtful):
                long = said.barred and len(sentence.text) > QUOTED
                self.collect(passage, sentence, said, offsets_of(sentence.text) if long else (), opens=opens or leads)
        return final, empty

    def read_ideographs(self, passage: Passage, inherited: Context, *, skim: bool, opens: bool) -> Context:
        """The same for the words of a passage that are Chinese, Japanese or Korean."""
        final = NOTHING
        if ideographs.is_ideographic(passage.text):
            for sentence in ideographs.split(passage.text):
                said = ideographs.interpret(sentence.text, inherited)
                final = said.context
                if not skim:
                    self.collect(passage, sentence, said, (), opens=opens)
        return final

    def collect(
        self,
        passage: Passage,
        sentence: Sentence,
        said: Interpretation,
        spans: Sequence[tuple[int, int]],
        *,
        opens: bool,
    ) -> None:
        """Keep what a sentence said; `spans` are the offsets of its words (none: it is short, or counts characters)."""
        for barred in said.barred[: max(MOST - len(self.clauses) - len(self.secondary), 0)]:
            place = (
                (spans[barred.low][0], spans[barred.high - 1][1], spans[barred.start][0])
                if spans
                else (barred.low, barred.high, barred.start)
            )
            start, text = _quote(sentence.text, *place)
            clause = Clause(
                use=barred.use,
                mode=barred.mode,
                text=text,
                line=passage.line_at(sentence.offset + start),
                section=self.outline.place,
            )
            (self.secondary if barred.secondary else self.clauses).append(clause)
        if said.vague and len(self.suspicion) + len(self.vague_leads) < MOST:
            doubt = Suspicion(passage.line_at(sentence.offset), sentence.text[:QUOTED], VAGUE)
            (self.vague_leads if opens else self.suspicion).append(doubt)
        elif said.doubtful and len(self.doubts) < MOST:
            self.doubts.append(Suspicion(passage.line_at(sentence.offset), sentence.text[:QUOTED], DOUBTFUL))


def _handed(passage: Passage, sentence: Sentence, inherited: Context, last: Context) -> Context:
    """Return what a later sentence of a passage is handed down; the `last` one before it left that."""
    if not sentence.text[:1].isupper():
        return inherited
    if last.polarity is Polarity.FORBIDDEN and explains(sentence.text):
        return last
    return inherited if inherited.polarity is Polarity.FORBIDDEN and goes_on(passage.text, sentence) else NOTHING


def _quote(text: str, low: int, high: int, at: int) -> tuple[int, str]:
    """Return the sentence, or the clause of it, or the words about `at`: the most that fits, and where it begins."""
    if len(text) <= QUOTED:
        low, high = 0, len(text)
    elif high - low > QUOTED:
        low = max(low, at - _BEFORE)
        high = min(high, low + QUOTED)
    while low < high and text[low] in " ;,":
        low += 1
    return low, text[low:high].rstrip(" ;,")


def _top(use: str) -> str:
    return use.partition(".")[0]


def _unique(clauses: list[Clause]) -> tuple[Clause, ...]:
    unique = {(clause.use, clause.mode, clause.line): clause for clause in reversed(clauses)}
    return tuple(sorted(unique.values(), key=_order))


def _order(clause: Clause) -> tuple[int, str]:
    return clause.line, clause.use

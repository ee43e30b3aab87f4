"""Restrictions of a text, read clause by clause."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rail.domain.evidence import Clause
from rail.identify.clauses.actors import actor_rows
from rail.identify.clauses.demands import Demand, demand_rows
from rail.identify.clauses.frames import Frame, frame_rows
from rail.identify.clauses.headings import heading_polarity, keeps_list_open
from rail.identify.clauses.languages import foreign_rows
from rail.identify.clauses.lexicon import Found, Lexicon
from rail.identify.clauses.modes import mode_rows, pick_mode
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.polarity import Cue, Polarity, after, cue_rows
from rail.identify.clauses.sentences import offsets_of, split_sentences, words_of
from rail.identify.clauses.topics import Topic, topic_rows
from rail.identify.document import Document

QUOTED = 400
_USE_WORDS = frozenset(
    "use used uses using usage utilize utilise utilized employ employed deploy deployed purpose purposes manner ways generate engage activities activity application"
    " applications run access".split()
)
_NEGATED = frozenset({"non", "anti", "counter", "nonmilitary"})
_LEAD_ENDS = (":", "：", "—", "–", "following", " to", " for", " not", "following ways")
_ITEM_START = re.compile(r"(?:to|for|in|any|by|as|on|with|if|that|which|engag\w+|\w+ing|no|or|and)\b|[a-z]")
_OWN_SUBJECT = re.compile(r"(?:this|these|such|the|you|we|it|licensor|nothing|if|all|each|licensee|your|our|please|note)\b", re.IGNORECASE)


class Policy(NamedTuple):
    """A policy that binds the user by name or link."""

    url: str | None
    line: int
    text: str


class Suspicion(NamedTuple):
    """Words that look like a restriction and could not be read as a use."""

    line: int
    text: str
    why: str


class ClauseReading(NamedTuple):
    """What a text forbids: restrictions with their uses, bound policies, and what could not be read."""

    restrictions: tuple[Clause, ...] = ()
    policies: tuple[Policy, ...] = ()
    suspicion: tuple[Suspicion, ...] = ()


class Context(NamedTuple):
    """What a passage inherits from the words above it."""

    polarity: Polarity = Polarity.SILENT
    about_use: bool = False
    framed: bool = False
    actor: bool = False
    ranks: tuple[int, ...] = ()


@cache
def _lexicon() -> Lexicon:
    return Lexicon([*cue_rows(), *frame_rows(), *topic_rows(), *demand_rows(), *mode_rows(), *actor_rows(), *foreign_rows()])


def read_clauses(document: Document) -> ClauseReading:
    """Read the restrictions of a text. Takes time linear in its size; never fails."""
    reader = _Reader()
    passages = read_passages(document.lines)
    for at, passage in enumerate(passages):
        follower = passages[at + 1] if at + 1 < len(passages) else None
        reader.read(passage, follower)
    return reader.reading()


class _Reader:
    """Walks over passages; keeps what each list, section and lead-in hands down."""

    def __init__(self) -> None:
        self.clauses = []
        self.secondary = []
        self.heading = ""
        self.section = Context()
        self.leads = {}
        self.carries = {}
        self.labels = {}

    def reading(self) -> ClauseReading:
        decisive = self.clauses
        if any(not c.use.startswith("non-behavioural") for c in decisive):
            decisive = decisive + self.secondary
        seen, out = set(), []
        for clause in sorted(decisive, key=lambda c: c.line):
            key = (clause.use, clause.mode, clause.line)
            if key not in seen:
                seen.add(key)
                out.append(clause)
        return ClauseReading(tuple(out))

    def read(self, passage: Passage, follower: Passage | None) -> None:
        if passage.kind == "heading":
            self.read_heading(passage)
            return
        context = self.context_of(passage)
        depth = passage.depth
        text = passage.text
        if passage.kind == "item":
            for deeper in [d for d in self.labels if d >= depth]:
                self.labels.pop(deeper, None)
            self.labels[depth] = passage.label
            for deeper in [d for d in self.leads if d >= depth and d != depth - 1]:
                if d_gt(deeper, depth - 1):
                    self.leads.pop(deeper)
        opens = bool(follower) and follower.kind == "item" and (follower.depth > depth or passage.kind == "paragraph") and self.opens(text)
        group = (
            passage.kind == "item" and follower is not None and follower.kind == "item" and follower.depth > depth and len(text.split()) <= 6 and not text.endswith((";", "."))
        )
        if group:
            polarity = heading_polarity(text)
            carry = context if polarity is Polarity.SILENT else Context(polarity, True)
            self.carries[depth] = carry
            return
        final = self.read_text(passage, context)
        if passage.kind == "item":
            hp = Polarity.SILENT
            if len(text.split()) <= 10 and final.polarity is Polarity.SILENT:
                hp = heading_polarity(text)
            if hp is not Polarity.SILENT:
                final = Context(hp, True)
            self.carries[depth] = final if final.polarity is not Polarity.SILENT else context
            if not self.opens(text) and context.polarity is Polarity.SILENT and hp is Polarity.SILENT:
                self.carries[depth] = Context()
        else:
            if self.opens(text):
                self.leads[depth] = (final if final.polarity is not Polarity.SILENT else context, None)
            elif context.polarity is Polarity.SILENT or not _ITEM_START.match(text):
                self.leads.pop(depth, None)

    @staticmethod
    def opens(text: str) -> bool:
        end = text.rstrip(" *_\"'")
        return end.endswith(_LEAD_ENDS) or "following" in end[-120:].lower()

    def read_heading(self, passage: Passage) -> None:
        polarity = heading_polarity(passage.text)
        lead = self.leads.get(0)
        if polarity is Polarity.SILENT and lead and lead[0].polarity is Polarity.FORBIDDEN and keeps_list_open(passage.text):
            self.leads = {0: (lead[0], None)}
        elif polarity is Polarity.SILENT and self.section.polarity is Polarity.FORBIDDEN and keeps_list_open(passage.text):
            pass
        else:
            self.leads = {}
            self.section = Context(polarity, polarity is Polarity.FORBIDDEN)
        self.carries = {}
        self.labels = {}
        self.heading = passage.text

    def context_of(self, passage: Passage) -> Context:
        if passage.kind == "item":
            above = passage.depth - 1
            lead = self.leads.get(above)
            if lead:
                context, style = lead
                if style is None:
                    self.leads[above] = (context, passage.style)
                    return context
                if style == passage.style:
                    return context
                self.leads.pop(above)
            if above in self.carries:
                return self.carries[above]
            return self.section if above == 0 else Context()
        lead = self.leads.get(passage.depth)
        if lead and _ITEM_START.match(passage.text.lower()) and not _OWN_SUBJECT.match(passage.text):
            return lead[0]
        if _OWN_SUBJECT.match(passage.text):
            return Context()
        return self.section

    def read_text(self, passage: Passage, context: Context) -> Context:
        state = context
        lexicon = _lexicon()
        for number, sentence in enumerate(split_sentences(passage.text)):
            start = context
            if number and _OWN_SUBJECT.match(sentence.text):
                start = Context()
            words = words_of(sentence.text)
            found = lexicon.find(words)
            state = self.read_sentence(passage, sentence, words, found, start)
        return state

    def read_sentence(self, passage, sentence, words, found, start) -> Context:
        polarity, own = start.polarity, False
        if words[:1] and words[0] in {"no", "not", "never"} or (words[:2] == ["do", "not"]) or words[:2] == ["don", "t"]:
            polarity, own = Polarity.FORBIDDEN, True
        bounds = [0, *(i for i, w in enumerate(words) if w == ";" or w[0] == "("), len(words)]
        found.sort(key=lambda f: (f.start, -f.stop))
        masked = 0
        taken: list[tuple[Found, bool]] = []
        topics: list[Found] = []
        demands: list[Found] = []
        ranks: list[Found] = []
        actors = []
        strong = start.framed
        weak = False
        boundary = 1
        silent: list[Found] = []
        for item in found:
            while boundary < len(bounds) - 1 and item.start >= bounds[boundary]:
                boundary += 1
                if polarity is Polarity.EXEMPT:
                    polarity = Polarity.FORBIDDEN
            meaning = item.meaning
            if isinstance(meaning, Cue):
                if item.start < masked:
                    continue
                if meaning is Cue.MASKS or meaning is Cue.VOIDS:
                    masked = item.stop
                    if meaning is Cue.VOIDS:
                        polarity = Polarity.SILENT
                    continue
                if meaning is Cue.LOOKS_BACK:
                    taken += [(f, True) for f in silent]
                    silent = []
                if meaning is Cue.ALLOWS:
                    if start.polarity is Polarity.FORBIDDEN and not own and words[max(item.start - 1, 0)] in {"that", "which", "where", "who"}:
                        continue
                    silent = []
                polarity = after(meaning, polarity)
                own = own or polarity is Polarity.FORBIDDEN
            elif isinstance(meaning, Topic):
                if item.start and words[item.start - 1] in _NEGATED:
                    continue
                if polarity is Polarity.FORBIDDEN:
                    taken.append((item, own))
                elif polarity is Polarity.SILENT:
                    silent.append(item)
            elif isinstance(meaning, Demand):
                demands.append((item, polarity))
            elif isinstance(meaning, Frame):
                if meaning is Frame.STRONG:
                    strong = strong or own or polarity is not Polarity.FORBIDDEN
                else:
                    weak = True
            elif isinstance(meaning, int):
                ranks.append(item)
            else:
                actors.append(item)
        about_use = start.about_use or not _USE_WORDS.isdisjoint(words)
        actor = start.actor or bool(actors)
        if taken and not strong:
            self.take(passage, sentence, words, taken, ranks, start, bounds, about_use, weak, actor)
        lawful = False
        for item, held in demands:
            if strong:
                continue
            if item.meaning.use:
                if held is not Polarity.FORBIDDEN:
                    self.add(passage, sentence, words, bounds, item, item.meaning.use, "prohibited")
            else:
                lawful = True
                self.add(passage, sentence, words, bounds, item, "law-violation", "compliance-conditional", secondary=True)
        return Context(polarity if polarity is not Polarity.EXEMPT else Polarity.FORBIDDEN, about_use, strong, actor, tuple(r.meaning for r in ranks if False))

    def take(self, passage, sentence, words, taken, ranks, start, bounds, about_use, weak, actor):
        for item, own in taken:
            topic = item.meaning
            if topic.weak and not about_use:
                continue
            if topic.weak and weak and own:
                continue
            if any(_inside(item, other) for other, _ in taken if other is not item):
                continue
            low = max(b for b in bounds if b <= item.start)
            high = min(b for b in bounds if b >= item.stop)
            mode = pick_mode([r.meaning for r in ranks if low <= r.start < high], topic.use)
            if mode == "prohibited" and actor:
                mode = "actor-based"
            self.add(passage, sentence, words, bounds, item, topic.use, mode)

    def add(self, passage, sentence, words, bounds, item, use, mode, secondary=False):
        low = max(b for b in bounds if b <= item.start)
        high = min((b for b in bounds if b >= item.stop), default=len(words))
        spans = offsets_of(sentence.text)
        if len(sentence.text) <= QUOTED:
            text = sentence.text
        else:
            text = sentence.text[spans[low][0] : spans[high - 1][1]]
            if len(text) > QUOTED:
                at = spans[item.start][0]
                begin = max(0, at - 150)
                text = sentence.text[begin : begin + QUOTED]
        section = " ".join(filter(None, (self.heading[:60], *(self.labels[d] for d in sorted(self.labels))))) or None
        line = passage.line_at(sentence.offset + spans[item.start][0])
        clause = Clause(use=use, mode=mode, text=text, line=line, section=section)
        (self.secondary if secondary else self.clauses).append(clause)


def d_gt(a, b):
    return a > b


def _inside(item, other) -> bool:
    """Whether `other` is the longer, more telling phrase of the same matter."""
    if other.start <= item.start and item.stop <= other.stop and (other.stop - other.start) > (item.stop - item.start):
        a, b = item.meaning.use, other.meaning.use
        return b.startswith(a + ".") or (other.stop - other.start <= 3 and a.partition(".")[0] == b.partition(".")[0])
    return False

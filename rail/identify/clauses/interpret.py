"""What one sentence forbids, given what it inherits from the words above it."""

from bisect import bisect_right
from itertools import chain
from typing import Any

from rail.identify.clauses.actors import Actor
from rail.identify.clauses.demands import Demand
from rail.identify.clauses.doubt import is_doubtful, restricts_nothing
from rail.identify.clauses.exceptions import handed_down
from rail.identify.clauses.frames import Frame
from rail.identify.clauses.idle import heeded
from rail.identify.clauses.interpretation import LAWFUL, Barred, Context, Interpretation
from rail.identify.clauses.lexicon import Found, Lexicon
from rail.identify.clauses.modes import PROHIBITED, is_instance, pick_mode
from rail.identify.clauses.overlap import telling
from rail.identify.clauses.polarity import Cue, Polarity, after
from rail.identify.clauses.topics.topic import Topic
from rail.identify.clauses.wordclasses import (
    BEGINNING,
    DENYING,
    ELSEWHERE,
    FINAL,
    GOES_ON,
    NEGATING,
    NEGATIVE_STARTS,
    ORDERING,
    RELATIVE,
    USES,
    WHOEVER,
)

_REACH = 14
_DUTIES = 20
_NEAR_START = 3
_BEFORE_LAW = 6


def interpret(words: list[str], named: list[Found], grammar: Lexicon[Any], inherited: Context) -> Interpretation:
    """Read a sentence; `named` are the topics and demands met in it."""
    return _Sentence(words, inherited).read(named, grammar.find(words))


class _Sentence:
    """Reads the words from left to right.

    `bounds` part its clauses, at semicolons, inner labels and some colons; `topics` are the forbidden ones by clause,
    `elsewhere` the clauses that are about something other than conduct.
    """

    def __init__(self, words: list[str], inherited: Context) -> None:
        self.words = words
        self.inherited = inherited
        self.polarity = inherited.polarity
        self.own = self.allowed = self.reaches = self.weakly_framed = self.doubtful = False
        self.unfit = self.ordered = False
        self.commands = words[:2] in (["do", "not"], ["don", "t"])
        self.forbidden_until = self.exempt_from = 0
        self.framed, self.actor = inherited.framed, inherited.actor
        self.about_use = inherited.about_use or (
            inherited.polarity is Polarity.FORBIDDEN and not USES.isdisjoint(words)
        )
        self.bounds = [
            at
            for at, word in enumerate(words)
            if word[0] == "("
            or (word == ";" and (at + 1 == len(words) or words[at + 1] not in GOES_ON))
            or (word == ":" and words[at + 1 : at + 2] and words[at + 1] in BEGINNING)
        ]
        self.topics: dict[int, list[Found]] = {}
        self.elsewhere: set[int] = set()
        self.unspoken: list[Found] = []
        self.demanded: list[tuple[Found, Polarity]] = []
        self.modes: dict[int, list[Found]] = {}

    def read(self, named: list[Found], spoken: list[Found]) -> Interpretation:
        """Let each phrase work, in order; of those that begin together the longest first."""
        words = self.words
        negative = words[:1] and (words[0] in NEGATIVE_STARTS or self.commands)
        if negative and not restricts_nothing(words):
            self.forbid(0, len(words))
        masked = clause = 0
        for item in sorted(heeded(named, spoken), key=lambda item: (item.start, -item.stop)):
            if self.clause(item.start) != clause:
                clause = self.clause(item.start)
                self.enter_clause(clause)
            if not isinstance(item.meaning, Cue):
                self.note(item, clause)
            elif item.start >= masked:
                masked = max(masked, self.cue(item, item.meaning))
        if words and words[-1] in FINAL:
            self.start(Found(Cue.LOOKS_BACK, len(words) - 1, len(words)), looks_back=True)
        self.framed = self.framed or (self.unfit and not self.ordered)
        unclear = self.own and self.reaches
        if unclear and not self.topics:
            self.forbid_subject()
        barred = [] if self.framed or (self.doubtful and self.own) else self.barred()
        vague = unclear and not barred and not self.framed and not (self.weakly_framed and not self.doubtful)
        if vague and self.doubtful:
            vague = any(not item.meaning.weak for items in self.topics.values() for item in items)
        elif self.topics:
            vague = False
        context = Context(handed_down(words, self.polarity, self.exempt_from), self.about_use, self.framed, self.actor)
        doubtful = not barred and not self.framed and is_doubtful(words, named, spoken)
        return Interpretation(barred + self.duties(named), context, vague, bool(self.topics), doubtful)

    def clause(self, at: int) -> int:
        """Return which clause the word `at` stands in."""
        return bisect_right(self.bounds, at)

    def span(self, clause: int) -> tuple[int, int]:
        """Return the first word of a clause and one past its last."""
        low = self.bounds[clause - 1] if clause else 0
        return low, self.bounds[clause] if clause < len(self.bounds) else len(self.words)

    def enter_clause(self, clause: int) -> None:
        """Forget what only held in the clause before; one that gives the reason ("…: it is …") forbids nothing."""
        self.unspoken.clear()
        if self.words[self.bounds[clause - 1]] == ":":
            self.polarity = Polarity.SILENT
        if self.polarity is Polarity.EXEMPT:
            self.polarity = Polarity.FORBIDDEN

    def note(self, item: Found, clause: int) -> None:
        """Take up a phrase that is no cue."""
        meaning = item.meaning
        if isinstance(meaning, Topic):
            if item.start and self.words[item.start - 1] in NEGATING:
                return
            if self.polarity is Polarity.FORBIDDEN:
                self.topics.setdefault(clause, []).append(item)
            elif self.polarity is Polarity.SILENT:
                self.unspoken.append(item)
        elif isinstance(meaning, Demand):
            self.demanded.append((item, self.polarity))
        elif isinstance(meaning, Frame):
            self.frame(meaning, clause)
        elif isinstance(meaning, Actor):
            self.actor = True
        else:
            self.modes.setdefault(clause, []).append(item)

    def frame(self, frame: Frame, clause: int) -> None:
        """Note what the sentence is about; an item of a list of restrictions is about them, whatever words it has.

        Inside a sentence, an item ("(b)") that is about something else speaks for itself alone.
        """
        if frame is Frame.WEAK:
            self.weakly_framed = True
        elif frame is Frame.DOUBTFUL:
            self.doubtful = True
        elif frame is Frame.UNFIT and (self.own or self.polarity is not Polarity.FORBIDDEN):
            self.unfit = True
        elif frame is Frame.TRADE and self.is_listed(clause):
            self.doubtful = self.doubtful or not ((self.ordered or self.commands) and self.topics)
        elif self.own and self.is_item(clause):
            self.elsewhere.add(clause)
        elif self.own or self.polarity is not Polarity.FORBIDDEN:
            self.framed = True

    def is_item(self, clause: int) -> bool:
        """Tell whether a clause begins with a label: "(b)"."""
        return clause > 0 and self.words[self.bounds[clause - 1]][0] == "("

    def is_listed(self, clause: int) -> bool:
        """Tell whether what is said now may be one of several conducts: after another one, or after "may not use"."""
        named = [*chain.from_iterable(self.topics.values()), *self.unspoken]
        told = self.ordered or self.commands or any(not item.meaning.weak for item in named)
        return told and not self.is_item(clause)

    def cue(self, item: Found, cue: Cue) -> int:
        """Let a cue work; return up to where it masks others."""
        if cue is Cue.MASKS:
            return item.stop
        if cue is Cue.VOIDS:
            if item.start < self.forbidden_until - 1:
                return 0
            self.polarity = Polarity.SILENT
            return item.stop
        if cue is Cue.ALLOWS:
            before = self.words[item.start - 1] if item.start else ""
            inherits = self.polarity is Polarity.FORBIDDEN and not self.own
            after_it = self.words[item.stop] if item.stop < len(self.words) else ""
            if item.start < self.forbidden_until or (inherits and before in RELATIVE) or after_it in DENYING:
                return 0
            if self.polarity is Polarity.FORBIDDEN and self.words[item.start] == "for":
                return 0  # "prohibits use for any purpose"
            self.unspoken.clear()
        elif cue in {Cue.FORBIDS, Cue.LOOKS_BACK}:
            self.start(item, looks_back=cue is Cue.LOOKS_BACK)
        elif self.polarity is Polarity.ALLOWED and not self.allowed:
            return 0
        self.allowed = self.allowed or cue is Cue.ALLOWS
        self.polarity = after(cue, self.polarity)
        self.exempt_from = item.stop if cue is Cue.EXCEPTS else self.exempt_from
        if self.polarity is Polarity.FORBIDDEN and not self.own:
            self.forbid(item.start, item.stop + _REACH)
        return 0

    def start(self, item: Found, *, looks_back: bool) -> None:
        """Begin a prohibition of what follows and, if it `looks_back`, of what was only named before."""
        self.forbidden_until = item.stop + 1
        if self.words[item.start] in ORDERING and not USES.isdisjoint(self.words[item.stop : item.stop + _NEAR_START]):
            self.ordered = True
        if looks_back:
            for topic in self.unspoken:
                self.topics.setdefault(self.clause(topic.start), []).append(topic)
            self.unspoken.clear()
        self.forbid(max(item.start - _REACH, 0) if looks_back else item.start, item.stop + _REACH)

    def forbid(self, low: int, high: int) -> None:
        """Start a prohibition whose object stands in `words[low:high]`."""
        self.polarity, self.own = Polarity.FORBIDDEN, True
        if not self.reaches and not USES.isdisjoint(self.words[low:high]):
            self.reaches = self.about_use = True

    def forbid_subject(self) -> None:
        """Forbid a conduct that only the subject names: "arms dealers may not use it", "if you spy, you may not"."""
        for topic in self.unspoken:
            if not topic.meaning.weak and (topic.start < _NEAR_START or self.words[0] in WHOEVER):
                self.topics.setdefault(self.clause(topic.start), []).append(topic)

    def barred(self) -> list[Barred]:
        """The uses that are forbidden, or that a demand rules out."""
        barred = []
        for clause, items in self.topics.items():
            if clause in self.elsewhere:
                continue
            low, high = self.span(clause)
            modes = self.modes.get(clause, [])
            strong = self.about_use and not self.weakly_framed
            for item in telling([item for item in items if strong or not item.meaning.weak]):
                ranks = [found.meaning for found in modes if not is_instance(self.words[item.stop : found.start + 1])]
                mode = pick_mode(ranks, item.meaning.use)
                if mode == PROHIBITED and self.actor:
                    mode = "actor-based"
                barred.append(Barred(item.meaning.use, mode, item.start, item.stop, low, max(high, item.stop)))
        for demand, polarity in self.demanded:
            if not demand.meaning.duty and polarity is not Polarity.FORBIDDEN:
                low, high = self.span(self.clause(demand.start))
                barred.append(
                    Barred(demand.meaning.use, PROHIBITED, demand.start, demand.stop, low, max(high, demand.stop))
                )
        return barred

    def duties(self, named: list[Found]) -> list[Barred]:
        """The duties to obey the law and the like, with the matters that they name."""
        barred = []
        for demand, _ in self.demanded[:_DUTIES]:
            around = self.words[max(demand.start - _BEFORE_LAW, 0) : demand.stop]
            if demand.meaning.duty and ELSEWHERE.isdisjoint(around):
                low, high = self.span(self.clause(demand.start))
                matters = [
                    found
                    for found in named
                    if isinstance(found.meaning, Topic) and demand.stop <= found.start < demand.stop + _REACH
                ]
                barred += [
                    Barred(
                        found.meaning.use, LAWFUL, found.start, found.stop, low, max(high, found.stop), secondary=True
                    )
                    for found in [demand, *matters]
                ]
        return barred

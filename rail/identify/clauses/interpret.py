"""What one sentence forbids, given what it inherits from the words above it."""

from functools import cache
from types import ModuleType
from typing import NamedTuple

from rail.identify.clauses.actors import Actor, actor_rows
from rail.identify.clauses.demands import Demand, demand_rows
from rail.identify.clauses.frames import Frame, frame_rows
from rail.identify.clauses.languages import USE, foreign_cue_rows, foreign_topic_rows
from rail.identify.clauses.lexicon import Found, Lexicon
from rail.identify.clauses.modes import PROHIBITED, mode_rows, pick_mode
from rail.identify.clauses.polarity import Cue, Polarity, after, cue_rows
from rail.identify.clauses.topics import topic_rows
from rail.identify.clauses.topics.topic import Topic

_USE = USE | frozenset(
    "use used uses using usage utilize utilise utilized utilised employ employed deploy deployed purpose purposes manner generate create engage".split()
)
_REACH = 14
_SHORT = 3
_NEGATING = frozenset({"non", "anti", "counter"})
_NEGATIVE_STARTS = frozenset({"no", "not", "never", "keine", "kein", "nicht", "nie"})
_RELATIVE = frozenset({"that", "which", "where", "who"})


LAWFUL = "compliance-conditional"


class Context(NamedTuple):
    """What a passage hands down to its items: does it forbid, is it about use, about something else, about actors?"""

    polarity: Polarity = Polarity.SILENT
    about_use: bool = False
    framed: bool = False
    actor: bool = False


class Barred(NamedTuple):
    """A use that a sentence bars: its words are `words[start:stop]`, the clause around them `words[low:high]`.

    `secondary` uses restrict only in the company of others.
    """

    use: str
    mode: str
    start: int
    stop: int
    low: int
    high: int
    secondary: bool = False


class Interpretation(NamedTuple):
    """The uses a sentence bars, what it hands down, and whether it forbids a use that names no topic."""

    barred: list[Barred]
    context: Context
    vague: bool = False


class Vocabulary(NamedTuple):
    """The phrases that name uses, rare in ordinary licences, and those that say how a use is spoken of."""

    subjects: Lexicon[Topic | Demand]
    grammar: Lexicon[Cue | Frame | Actor | int]


@cache
def vocabulary(languages: tuple[ModuleType, ...] = ()) -> Vocabulary:
    """Return the English phrases with those of the other `languages` of a text."""
    return Vocabulary(
        Lexicon([*topic_rows(), *demand_rows(), *foreign_topic_rows(languages)]),
        Lexicon([*cue_rows(), *frame_rows(), *mode_rows(), *actor_rows(), *foreign_cue_rows(languages)]),
    )


def interpret(words: list[str], known: Vocabulary, inherited: Context) -> Interpretation:
    """Read a sentence."""
    return _Sentence(words, inherited).read(known.subjects.find(words), known.grammar.find(words))


class _Sentence:
    """Reads the words from left to right."""

    def __init__(self, words: list[str], inherited: Context) -> None:
        self.words = words
        self.inherited = inherited
        self.polarity = inherited.polarity
        self.own = False
        self.allowed = False
        self.about_use = inherited.about_use or (
            inherited.polarity is Polarity.FORBIDDEN and not _USE.isdisjoint(words)
        )
        self.framed = inherited.framed
        self.weakly_framed = False
        self.actor = inherited.actor
        self.bounds = [0, *(at for at, word in enumerate(words) if word == ";" or word[0] == "("), len(words)]
        self.forbidden: list[tuple[Found[Topic], bool]] = []
        self.unspoken: list[Found[Topic]] = []
        self.demanded: list[tuple[Found[Demand], Polarity]] = []
        self.modes: list[Found[int]] = []
        self.reaches = False
        self.forbidden_until = 0
        self.named: list[Found[Topic | Demand]] = []

    def read(
        self, named: list[Found[Topic | Demand]], spoken: list[Found[Cue | Frame | Actor | int]]
    ) -> Interpretation:
        words = self.words
        self.named = named
        if words and (words[0] in _NEGATIVE_STARTS or words[:2] in (["do", "not"], ["don", "t"])):
            self.forbid(0, len(words))
        found = sorted([*spoken, *named], key=lambda item: (item.start, -item.stop))
        masked, boundary = 0, 1
        for item in found:
            while item.start >= self.bounds[boundary] and boundary < len(self.bounds) - 1:
                boundary += 1
                self.unspoken.clear()
                if self.polarity is Polarity.EXEMPT:
                    self.polarity = Polarity.FORBIDDEN
            meaning = item.meaning
            if isinstance(meaning, Cue):
                if item.start >= masked:
                    masked = max(masked, self.cue(item, meaning))
            elif isinstance(meaning, Topic):
                self.topic(item)
            elif isinstance(meaning, Demand):
                self.demanded.append((item, self.polarity))
            elif isinstance(meaning, Frame):
                self.frame(meaning)
            elif isinstance(meaning, Actor):
                self.actor = True
            else:
                self.modes.append(item)
        barred = (self.barred() if not self.framed else []) + self.duties()
        polarity = Polarity.FORBIDDEN if self.polarity is Polarity.EXEMPT else self.polarity
        vague = (
            self.own
            and self.reaches
            and not barred
            and not self.framed
            and not self.weakly_framed
            and not self.forbidden
        )
        return Interpretation(barred, Context(polarity, self.about_use, self.framed, self.actor), vague)

    def cue(self, item: Found[Cue], cue: Cue) -> int:
        """Let a cue work; return up to where it masks others."""
        if cue is Cue.MASKS:
            return item.stop
        if cue is Cue.VOIDS:
            self.polarity = Polarity.SILENT
            return item.stop
        if cue is Cue.ALLOWS:
            if item.start < self.forbidden_until:
                return 0
            if self.polarity is Polarity.FORBIDDEN and not self.own and self.words[item.start - 1] in _RELATIVE:
                return 0
            self.unspoken.clear()
        if cue in {Cue.FORBIDS, Cue.LOOKS_BACK}:
            self.forbidden_until = item.stop + 1
            if cue is Cue.LOOKS_BACK:
                self.forbidden += [(topic, True) for topic in self.unspoken]
                self.unspoken.clear()
                self.forbid(max(item.start - _REACH, 0), item.stop + _REACH)
            else:
                self.forbid(item.start, item.stop + _REACH)
        if cue is Cue.EXCEPTS and self.polarity is Polarity.ALLOWED and not self.allowed:
            return 0
        self.allowed = self.allowed or cue is Cue.ALLOWS
        self.polarity = after(cue, self.polarity)
        if self.polarity is Polarity.FORBIDDEN and not self.own:
            self.forbid(item.start, item.stop + _REACH)
        return 0

    def forbid(self, low: int, high: int) -> None:
        """Start a prohibition whose object stands in `words[low:high]`."""
        self.polarity, self.own = Polarity.FORBIDDEN, True
        if not self.reaches and not _USE.isdisjoint(self.words[low:high]):
            self.reaches = self.about_use = True

    def topic(self, item: Found[Topic]) -> None:
        if item.start and self.words[item.start - 1] in _NEGATING:
            return
        if self.polarity is Polarity.FORBIDDEN:
            self.forbidden.append((item, self.own))
        elif self.polarity is Polarity.SILENT:
            self.unspoken.append(item)

    def frame(self, frame: Frame) -> None:
        if frame is Frame.WEAK:
            self.weakly_framed = True
        elif self.own or self.polarity is not Polarity.FORBIDDEN:
            self.framed = True

    def barred(self) -> list[Barred]:
        barred = []
        for item, own in self.forbidden:
            topic = item.meaning
            if topic.weak and (not self.about_use or self.weakly_framed):
                continue
            if any(_says_more(other, item) for other, _ in self.forbidden):
                continue
            low, high = self.clause_around(item)
            if any(
                _overshadows(other.meaning.use, topic.use) for other, _ in self.forbidden if low <= other.start < high
            ):
                continue
            mode = pick_mode([found.meaning for found in self.modes if low <= found.start < high], topic.use)
            if mode == PROHIBITED and self.actor:
                mode = "actor-based"
            barred.append(Barred(topic.use, mode, item.start, item.stop, low, high))
        for demand, polarity in self.demanded:
            low, high = self.clause_around(demand)
            if not demand.meaning.duty and polarity is not Polarity.FORBIDDEN:
                barred.append(Barred(demand.meaning.use, PROHIBITED, demand.start, demand.stop, low, high))
        return barred

    def duties(self) -> list[Barred]:
        """The duties to obey the law and the like, with the matters that they name."""
        barred = []
        for demand, _ in self.demanded:
            if not demand.meaning.duty:
                continue
            low, high = self.clause_around(demand)
            barred.append(Barred(demand.meaning.use, LAWFUL, demand.start, demand.stop, low, high, secondary=True))
            barred += [
                Barred(topic.meaning.use, LAWFUL, topic.start, topic.stop, low, max(high, topic.stop), secondary=True)
                for topic in self.named
                if isinstance(topic.meaning, Topic)
                and demand.stop <= topic.start < demand.stop + _REACH
                and topic.meaning.use != demand.meaning.use
            ]
        return barred

    def clause_around(self, item: Found[Topic] | Found[Demand]) -> tuple[int, int]:
        """Return the words between the nearest semicolons or inner labels."""
        low = max(bound for bound in self.bounds if bound <= item.start)
        return low, min((bound for bound in self.bounds if bound >= item.stop), default=len(self.words))


_OVERSHADOWED = {
    "manipulation": ("discrimination.vulnerability-exploitation",),
    "disinformation.fraud": ("law-enforcement.crime-prediction",),
    "law-violation.crime-facilitation": ("law-enforcement.crime-prediction",),
    "essential-services": ("discrimination.essential-services",),
}


def _overshadows(use: str, other: str) -> bool:
    """Whether `other`, in one clause with `use`, only repeats a word of it: "causing harm" beside what the harm is."""
    if other == "harm":
        return use not in {"harm", "law-violation", "ip-infringement"} and not use.startswith("non-behavioural")
    return any(
        (other + ".").startswith(shadow + ".") and use.startswith(casting) for shadow, casting in _OVERSHADOWED.items()
    )


def _says_more(other: Found[Topic], item: Found[Topic]) -> bool:
    """Whether `other` holds `item` in a longer phrase on the same matter: "military surveillance" over "surveillance"."""
    if (
        not (other.start <= item.start and item.stop <= other.stop)
        or other.stop - other.start <= item.stop - item.start
    ):
        return False
    use, outer = item.meaning.use, other.meaning.use
    return outer.startswith(use + ".") or (
        other.stop - other.start <= _SHORT
        and use.partition(".")[0] == outer.partition(".")[0]
        and use.count(".") < outer.count(".")
    )

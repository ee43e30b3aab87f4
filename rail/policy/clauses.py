"""How a restriction meets a declared use, under the facts of a use case.

| the restricted use … | outcome |
| --- | --- |
| is or covers the declared one | the mode decides, by the facts |
| is a part of it | unknown, unless the part is excluded or a fact clears the mode |
| is one that it may involve | a question: conditional at most, unless excluded or cleared by a fact |
| is another | no objection |
"""

import enum
from collections.abc import Mapping
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.use import Mode
from rail.domain.verdict import Step, Verdict
from rail.policy.opinion import Opinion, Reason, step
from rail.policy.taxonomy import Bar, Taxonomy


class Touch(enum.Enum):
    """How a restricted use touches the declared one."""

    IS = "is"
    COVERS = "covers"
    PART = "part"
    INVOLVED = "involved"
    EXCLUDED = "excluded"

    __hash__ = object.__hash__  # the members are unique, and Enum's own hash is a call into Python


_SAYS = {
    Touch.IS: "clause: {}; it is the declared use",
    Touch.COVERS: "clause: {}; it covers the declared use",
    Touch.PART: "clause: {}; it is a part of the declared use",
    Touch.INVOLVED: "clause: {}; the declared use may involve it",
    Touch.EXCLUDED: "excluded: {}; the use case rules it out",
}
_ASKS = {
    Touch.PART: "question: {} ({}): is that what is done? Declare it if so, exclude it if not",
    Touch.INVOLVED: "question: {} ({}): is it involved? Declare it if so, exclude it if not",
}
_QUESTIONABLE = {
    Touch.PART: (Verdict.UNKNOWN, frozenset({Reason.PART})),
    Touch.INVOLVED: (Verdict.CONDITIONAL, frozenset({Reason.INVOLVES})),
}


class Answer(NamedTuple):
    """What a mode comes to under the facts given; `asked` is the question and its answer."""

    verdict: Verdict
    reasons: frozenset[Reason]
    asked: tuple[Step, ...] = ()


class Clauses:
    """The restrictions of all licences under the facts of one use case.

    What it says does not name the declared use, so that one opinion serves all that a clause touches alike.
    """

    def __init__(self, facts: Mapping[str, bool], catalogue: Catalogue, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._answers = {mode.id: _answer(mode, facts) for mode in catalogue.modes.values()}
        self._met: dict[Touch, dict[str, Opinion]] = {touch: {} for touch in Touch}

    def meet(self, bar: Bar, touch: Touch) -> Opinion:
        """Return what a restriction means for a use that it touches."""
        if bar.place is not None:
            return self._meet(bar, touch)
        met = self._met[touch]
        known = met.get(bar.clause)
        if known is None:
            known = met[bar.clause] = self._meet(bar, touch)
        return known

    def _meet(self, bar: Bar, touch: Touch) -> Opinion:
        first = step(_SAYS[touch].format(bar.clause), bar.place)
        if touch is Touch.EXCLUDED:
            return Opinion(Verdict.ALLOWED, steps=(first,))
        answer = self._answers.get(bar.mode) or _no_such(bar.mode)
        if answer.verdict is Verdict.ALLOWED or touch not in _ASKS:
            return Opinion(answer.verdict, answer.reasons, (first, *answer.asked))
        verdict, reasons = _QUESTIONABLE[touch]
        question = step(_ASKS[touch].format(self._taxonomy.label(bar.use), bar.use))
        return Opinion(verdict, reasons, (first, question))


def _answer(mode: Mode, facts: Mapping[str, bool]) -> Answer:
    if mode.asks is None:
        return Answer(mode.when.silent, _reasons(mode.when.silent, asked=False))
    fact = facts.get(mode.asks.fact)
    given = mode.when.yes if fact else mode.when.no
    verdict = mode.when.silent if fact is None or given is None else given
    said = "not answered" if fact is None else f"answered {'yes' if fact else 'no'}"
    asked = step(f"asks: {mode.asks.question} — {said} (fact `{mode.asks.fact}`)")
    return Answer(verdict, _reasons(verdict, asked=True), (asked,))


def _reasons(verdict: Verdict, *, asked: bool) -> frozenset[Reason]:
    if verdict is Verdict.ALLOWED:
        return frozenset()
    if verdict is Verdict.UNKNOWN:
        return frozenset({Reason.OPEN if asked else Reason.BY_REFERENCE})
    return frozenset({Reason.BARRED if verdict is Verdict.PROHIBITED else Reason.ASKS})


def _no_such(mode: str) -> Answer:
    return Answer(Verdict.UNKNOWN, frozenset({Reason.UNREAD}), (step(f"unknown: no such mode: {mode}"),))

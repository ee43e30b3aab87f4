"""One declared use of a use case, and how a restriction meets it.

| the restricted use … | outcome |
| --- | --- |
| covers the declared one | the mode decides, by the facts of the use case |
| is a part of it | unknown, unless the part is excluded or a fact clears the mode |
| is one that it may involve | a question: conditional at most, unless excluded or cleared by a fact |
| is another | no objection |
"""

import enum
from typing import NamedTuple

from rail.catalogue.covers import Bearing, covers, relation
from rail.catalogue.load import Catalogue
from rail.domain.component import Location
from rail.domain.record import UseId
from rail.domain.use import UseCase
from rail.domain.verdict import Step, Verdict
from rail.errors import UsageError
from rail.policy.opinion import Opinion, Reason


class Touch(enum.Enum):
    """How a restricted use touches the declared one."""

    COVERS = "covers"
    PART = "part"
    INVOLVED = "involved"
    EXCLUDED = "excluded"
    NOT = "not"


class Bar(NamedTuple):
    """A restriction as it meets a declared use; `place` is where its words stand in the scanned input."""

    use: UseId
    mode: str
    section: str = ""
    place: Location | None = None
    source: str = ""


class Answer(NamedTuple):
    """What a mode comes to under the facts given; `asked` is the question and its answer, "" for an outright mode."""

    verdict: Verdict
    reason: Reason
    asked: str = ""


class Declared:
    """A use that a use case declares, in the light of a catalogue; remembers what it was asked.

    Raises:
        UsageError: the use case excludes the very use that it declares.
    """

    def __init__(self, use: UseId, use_case: UseCase, catalogue: Catalogue) -> None:
        self.use = use
        self.use_case = use_case
        self._catalogue = catalogue
        self._touches: dict[UseId, Touch] = {}
        self._answers: dict[str, Answer] = {}
        if self._excluded(use):
            raise UsageError(f"use case `{use_case.id}` both declares and excludes {use}")
        above = (each for each in catalogue.uses.values() if covers(each.id, use))
        involved = {other for each in above for other in each.may_involve}
        self._involved = tuple(sorted(each for each in involved if not self._excluded(each)))

    def touch(self, restricted: UseId) -> Touch:
        """Return how a restricted use touches this one."""
        known = self._touches.get(restricted)
        if known is None:
            known = self._touches[restricted] = self._touch(restricted)
        return known

    def meet(self, bar: Bar) -> Opinion | None:
        """Return what a restriction means for this use; `None` when it has no objection and nothing to prove."""
        touch = self.touch(bar.use)
        if touch is Touch.NOT:
            return None
        answer = self._answer(bar.mode)
        clause = f"{bar.source}{bar.section or 'a clause'} bars {bar.use} ({bar.mode})"
        if touch is Touch.EXCLUDED:
            says = f"excluded: {clause}; the use case rules that out"
            return Opinion(Verdict.ALLOWED, steps=(Step(says=says, location=bar.place),))
        if touch is Touch.COVERS:
            reach = "the declared use" if bar.use == self.use else f"covers the declared use {self.use}"
            return _opinion(answer.verdict, answer.reason, f"clause: {clause}; {reach}", bar.place, answer.asked)
        if answer.verdict is Verdict.ALLOWED:
            return _opinion(Verdict.ALLOWED, answer.reason, f"clause: {clause}", bar.place, answer.asked)
        label = self._label(bar.use)
        if touch is Touch.PART:
            question = f"question: Does the use include this: {label}? Declare it if so, exclude it if not ({bar.use})"
            says = f"clause: {clause}, a part of the declared use {self.use}"
            return _opinion(Verdict.UNKNOWN, Reason.PART, says, bar.place, question)
        question = f"question: Does the use involve this: {label}? Exclude it if not ({bar.use})"
        return _opinion(
            Verdict.CONDITIONAL, Reason.INVOLVES, f"clause: {clause}, which {self.use} may involve", bar.place, question
        )

    def _touch(self, restricted: UseId) -> Touch:
        direct = relation(restricted, self.use)
        if direct in {Bearing.EXACT, Bearing.COVERS}:
            return Touch.COVERS
        if direct is Bearing.PART:
            return Touch.EXCLUDED if self._excluded(restricted) else Touch.PART
        if any(relation(restricted, each) is not Bearing.NONE for each in self._involved):
            return Touch.EXCLUDED if self._excluded(restricted) else Touch.INVOLVED
        return Touch.NOT

    def _excluded(self, use: UseId) -> bool:
        return any(covers(each, use) for each in self.use_case.excludes)

    def _answer(self, mode_id: str) -> Answer:
        known = self._answers.get(mode_id)
        if known is None:
            known = self._answers[mode_id] = self._ask(mode_id)
        return known

    def _ask(self, mode_id: str) -> Answer:
        mode = self._catalogue.modes.get(mode_id)
        if mode is None:
            return Answer(Verdict.UNKNOWN, Reason.UNREAD, f"unknown: no such mode: {mode_id}")
        verdict, asked = mode.when.silent, ""
        if mode.asks is not None:
            fact = self.use_case.facts.get(mode.asks.fact)
            given = mode.when.yes if fact else mode.when.no
            if fact is not None and given is not None:
                verdict = given
            said = "not answered" if fact is None else f"answered {'yes' if fact else 'no'}"
            asked = f"asks: {mode.asks.question} — {said} (fact `{mode.asks.fact}`)"
        return Answer(verdict, _REASONS[verdict], asked)

    def _label(self, use: UseId) -> str:
        known = self._catalogue.uses.get(use)
        return known.label if known else use


_REASONS = {
    Verdict.ALLOWED: Reason.ASKS,
    Verdict.CONDITIONAL: Reason.ASKS,
    Verdict.UNKNOWN: Reason.BY_REFERENCE,
    Verdict.PROHIBITED: Reason.BARRED,
}


def _opinion(verdict: Verdict, reason: Reason, clause: str, place: Location | None, then: str) -> Opinion:
    steps = (Step(says=clause, location=place), *((Step(says=then),) if then else ()))
    return Opinion(verdict, frozenset() if verdict is Verdict.ALLOWED else frozenset({reason}), steps)

"""One declared use of a use case, and how a restriction meets it.

| the restricted use … | outcome |
| --- | --- |
| covers the declared one | the mode decides, by the facts of the use case |
| is a part of it | unknown, unless the part is excluded or a fact clears the mode |
| is one that it may involve | a question: conditional at most, unless excluded or cleared by a fact |
| is another | no objection |
"""

import enum
from collections.abc import Mapping
from typing import NamedTuple

from rail.catalogue.covers import Bearing, covers, relation
from rail.catalogue.load import Catalogue
from rail.domain.record import UseId
from rail.domain.use import Mode, UseCase
from rail.domain.verdict import Step, Verdict
from rail.errors import UsageError
from rail.policy.opinion import FREE, Opinion, Reason, step
from rail.policy.taxonomy import Bar, Taxonomy, ancestry


class Touch(enum.Enum):
    """How a restricted use touches the declared one."""

    COVERS = "covers"
    PART = "part"
    INVOLVED = "involved"
    EXCLUDED = "excluded"

    __hash__ = object.__hash__  # the members are unique, and Enum's own hash is a Python call


class Answer(NamedTuple):
    """What a mode comes to under the facts given; `asked` is the question and its answer."""

    verdict: Verdict
    reasons: frozenset[Reason]
    asked: Step | None


class Declared:
    """A use that a use case declares, in the light of a catalogue.

    Raises:
        UsageError: the use case excludes the very use that it declares.
    """

    def __init__(self, use: UseId, use_case: UseCase, catalogue: Catalogue, taxonomy: Taxonomy) -> None:
        self.use = use
        self.untouched = step(f"free: none of its restrictions touches {use}")
        self._excludes = use_case.excludes
        self._taxonomy = taxonomy
        if self._excluded(use):
            raise UsageError(f"use case `{use_case.id}` both declares and excludes {use}")
        self._involved = [each for each in taxonomy.involved(use) if not self._excluded(each)]
        self.touched: Mapping[UseId, Touch] = self._all_touched()

    def touch(self, restricted: UseId) -> Touch | None:
        """Return how any restricted use touches this one, also one that the catalogue does not name."""
        direct = relation(restricted, self.use)
        if direct in {Bearing.EXACT, Bearing.COVERS}:
            return Touch.COVERS
        involved = any(relation(restricted, each) is not Bearing.NONE for each in self._involved)
        if direct is not Bearing.PART and not involved:
            return None
        if self._excluded(restricted):
            return Touch.EXCLUDED
        return Touch.PART if direct is Bearing.PART else Touch.INVOLVED

    def meet(self, bar: Bar) -> Opinion:
        """Return what a restriction means for this use; `FREE` itself when it does not touch it."""
        touch = self.touched.get(bar.use) or self.touch(bar.use)
        if touch is None:
            return FREE
        key = (bar.clause, touch, bar.use == self.use)
        known = None if bar.place else self._met.get(key)
        if known is None:
            known = self._met[key] = self._meet(bar, touch)
        return known

    def _meet(self, bar: Bar, touch: Touch) -> Opinion:
        """Say it without naming the declared use: so it serves all uses of a use case."""
        if touch is Touch.EXCLUDED:
            first = step(f"excluded: {bar.clause}; the use case rules it out", bar.place)
            return Opinion(Verdict.ALLOWED, steps=(first,))
        verdict, reasons, asked = self._answers.get(bar.mode) or Answer(
            Verdict.UNKNOWN, frozenset({Reason.UNREAD}), step(f"unknown: no such mode: {bar.mode}")
        )
        if touch is Touch.COVERS:
            reach = "it is the declared use" if bar.use == self.use else "it covers the declared use"
            first = step(f"clause: {bar.clause}; {reach}", bar.place)
            return Opinion(verdict, reasons, (first, asked) if asked else (first,))
        if verdict is Verdict.ALLOWED:
            first = step(f"clause: {bar.clause}", bar.place)
            return Opinion(verdict, reasons, (first, asked) if asked else (first,))
        label = self._taxonomy.label(bar.use)
        if touch is Touch.PART:
            first = step(f"clause: {bar.clause}; it is a part of the declared use", bar.place)
            ask = step(f"question: {label} ({bar.use}): is that what is done? Declare it if so, exclude it if not")
            return Opinion(Verdict.UNKNOWN, _PART, (first, ask))
        first = step(f"clause: {bar.clause}; the declared use may involve it", bar.place)
        ask = step(f"question: {label} ({bar.use}): is it involved? Declare it if so, exclude it if not")
        return Opinion(Verdict.CONDITIONAL, _INVOLVES, (first, ask))

    def _all_touched(self) -> dict[UseId, Touch]:
        """Return every use of the catalogue that touches this one: the same answers as `touch`, all at once."""
        touched: dict[UseId, Touch] = {}
        for involved in self._involved:
            for each in (*ancestry(involved), *self._taxonomy.below(involved)):
                touched[each] = Touch.EXCLUDED if self._excluded(each) else Touch.INVOLVED
        for each in self._taxonomy.below(self.use):
            touched[each] = Touch.EXCLUDED if self._excluded(each) else Touch.PART
        touched.update(dict.fromkeys(ancestry(self.use), Touch.COVERS))
        return touched

    def _excluded(self, use: UseId) -> bool:
        return any(covers(each, use) for each in self._excludes)


_PART = frozenset({Reason.PART})
_INVOLVES = frozenset({Reason.INVOLVES})


def answers(catalogue: Catalogue, facts: Mapping[str, bool]) -> dict[str, Answer]:
    """Return what each mode comes to under the facts of a use case."""
    return {mode.id: _ask(mode, facts) for mode in catalogue.modes.values()}


def _ask(mode: Mode, facts: Mapping[str, bool]) -> Answer:
    """Turn a mode and the facts of a use case into a verdict, with the question as it was asked and answered."""
    if mode.asks is None:
        return Answer(mode.when.silent, _reasons(mode.when.silent, asked=False), None)
    fact = facts.get(mode.asks.fact)
    given = mode.when.yes if fact else mode.when.no
    verdict = mode.when.silent if fact is None or given is None else given
    said = "not answered" if fact is None else f"answered {'yes' if fact else 'no'}"
    asked = f"asks: {mode.asks.question} — {said} (fact `{mode.asks.fact}`)"
    return Answer(verdict, _reasons(verdict, asked=True), step(asked))


def _reasons(verdict: Verdict, *, asked: bool) -> frozenset[Reason]:
    if verdict is Verdict.ALLOWED:
        return frozenset()
    if verdict is Verdict.UNKNOWN:
        return frozenset({Reason.OPEN if asked else Reason.BY_REFERENCE})
    return frozenset({Reason.BARRED if verdict is Verdict.PROHIBITED else Reason.ASKS})

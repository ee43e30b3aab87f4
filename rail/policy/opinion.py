"""What one source says about one declared use: a verdict, why, and the steps that a person can check."""

import enum
from collections.abc import Iterable
from typing import NamedTuple

from rail.domain.verdict import Step, Verdict

MAX_STEPS = 12
"""How many steps of a proof are kept, the strictest first."""


class Reason(enum.Enum):
    """Why a verdict is what it is; decides which rule reports it."""

    BARRED = "barred"
    ASKS = "asks"
    INVOLVES = "involves"
    PART = "part"
    BY_REFERENCE = "by-reference"
    INCOMPLETE = "incomplete"
    UNPROFILED = "unprofiled"
    UNREAD = "unread"
    MISSING = "missing"


class Opinion(NamedTuple):
    """A verdict, the reasons for that verdict and no milder one, and the proof."""

    verdict: Verdict
    reasons: frozenset[Reason] = frozenset()
    steps: tuple[Step, ...] = ()


FREE = Opinion(Verdict.ALLOWED)


def doubt(reason: Reason, says: str) -> Opinion:
    """Return the opinion that something is not known."""
    return Opinion(Verdict.UNKNOWN, frozenset({reason}), (Step(says=f"unknown: {says}"),))


def together(opinions: Iterable[Opinion]) -> Opinion:
    """Join opinions that all hold: the strictest verdict with its reasons, the steps of the strictest first."""
    ranked = sorted(opinions, key=lambda each: each.verdict, reverse=True)
    if len(ranked) <= 1:
        return ranked[0] if ranked else FREE
    verdict = ranked[0].verdict
    reasons = frozenset[Reason]().union(*(each.reasons for each in ranked if each.verdict is verdict))
    steps = tuple(dict.fromkeys(step for each in ranked for step in each.steps))
    if len(steps) > MAX_STEPS:
        more = Step(says=f"and {len(steps) - MAX_STEPS + 1} more")
        steps = (*steps[: MAX_STEPS - 1], more)
    return Opinion(verdict, reasons, steps)

"""What one source says about one declared use: a verdict, why, and the steps that a person can check."""

import enum
from collections.abc import Iterable
from typing import NamedTuple

from rail.domain.component import Location
from rail.domain.verdict import Step, Verdict

MAX_STEPS = 12
"""How many steps of a proof are kept, the strictest first."""


class Reason(enum.Enum):
    """Why a verdict is what it is; decides which rule reports it."""

    BARRED = "barred"
    ASKS = "asks"
    OPEN = "open"
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
_STRICTEST_FIRST = tuple(reversed(Verdict))


def doubt(reason: Reason, says: str) -> Opinion:
    """Return the opinion that something is not known."""
    return Opinion(Verdict.UNKNOWN, frozenset({reason}), (step(f"unknown: {says}"),))


def step(says: str, location: Location | None = None) -> Step:
    """Return one link of a proof."""
    return Step(says=says, location=location)


def together(opinions: Iterable[Opinion]) -> Opinion:
    """Join opinions that all hold: the strictest verdict with its reasons, the steps of the strictest first.

    Where something is barred, the proof is what bars it and nothing else.
    """
    given = [each for each in opinions if each is not FREE]
    if len(given) <= 1:
        return given[0] if given else FREE
    ranked = [each for verdict in _STRICTEST_FIRST for each in given if each.verdict is verdict]
    strictest, reasons, steps = ranked[0].verdict, ranked[0].reasons, list(ranked[0].steps)
    for each in ranked[1:]:
        if strictest is Verdict.PROHIBITED and each.verdict is not strictest:
            break
        if each.verdict is strictest and each.reasons is not reasons:
            reasons |= each.reasons
        steps += each.steps
    if len(steps) > MAX_STEPS:
        steps[MAX_STEPS - 1 :] = [step(f"and {len(steps) - MAX_STEPS + 1} more")]
    return Opinion(strictest, reasons, tuple(steps))

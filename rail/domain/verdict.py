"""The verdict algebra: four answers in rising order, AND takes the stricter, OR the freer."""

from __future__ import annotations

import enum

from rail.domain.component import Location
from rail.domain.record import Purl, Record, UseId


class Verdict(enum.Enum):
    """From free to forbidden. Unknown stands just below prohibited: it never passes as allowed."""

    ALLOWED = "allowed"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"
    PROHIBITED = "prohibited"

    def __and__(self, other: Verdict) -> Verdict:
        """Both licences bind: the stricter verdict holds."""
        return self if _RANK[self] >= _RANK[other] else other

    def __or__(self, other: Verdict) -> Verdict:
        """The licensee may choose: the freer verdict holds."""
        return self if _RANK[self] <= _RANK[other] else other

    def __lt__(self, other: Verdict) -> bool:
        return _RANK[self] < _RANK[other]

    def __le__(self, other: Verdict) -> bool:
        return _RANK[self] <= _RANK[other]

    def __gt__(self, other: Verdict) -> bool:
        return _RANK[self] > _RANK[other]

    def __ge__(self, other: Verdict) -> bool:
        return _RANK[self] >= _RANK[other]


_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Step(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One link of a proof."""

    says: str
    location: Location | None = None


class Determination(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The verdict on one component for one declared use, with its proof; `relied_on` is the chosen branch of an OR."""

    component: Purl
    use_case: str
    use: UseId
    verdict: Verdict
    trail: tuple[Step, ...] = ()
    relied_on: str | None = None

"""Findings: what a rule has to say, in SARIF's words for levels."""

import enum

from rail.domain.component import Location
from rail.domain.record import Purl, Record
from rail.domain.verdict import Step, Verdict


class Level(enum.Enum):
    """How loud a finding is.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Suppression(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why a finding does not count: the reason given, where it is written, who answers for it, until which day."""

    reason: str
    location: Location | None = None
    owner: str | None = None
    until: str | None = None


class Finding(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One result of one rule.

    `verdict` is set where the finding comes from a determination and decides the exit code. `fingerprint` is a stable
    hash of rule, component without version, use case and path. `help` says what to do. A finding that speaks of several
    components at once names them in `components`.
    """

    rule: str
    level: Level
    message: str
    component: Purl | None = None
    components: tuple[Purl, ...] = ()
    use_case: str | None = None
    verdict: Verdict | None = None
    location: Location | None = None
    trail: tuple[Step, ...] = ()
    help: str | None = None
    fingerprint: str = ""
    suppressed: Suppression | None = None

"""An ignore that stands beside what it is about: `# rail: ignore[RAIL101] reason`."""

from rail.domain.component import Location
from rail.domain.record import Record


class InlineIgnore(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which rules it covers, why, and the lines for which it holds: its own, and the next where it stands alone.

    `until` is an ISO date, the last day on which it holds; `owner` who answers for it.
    """

    rules: tuple[str, ...]
    reason: str
    location: Location
    lines: tuple[int, ...]
    owner: str | None = None
    until: str | None = None

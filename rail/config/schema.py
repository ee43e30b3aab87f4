"""The shape of the configuration: `rail.toml`, or `[tool.rail]` in pyproject.toml. Its JSON Schema is generated."""

import enum

from rail.domain.component import Engagement
from rail.domain.record import Record
from rail.domain.use import UseCase


class FailOn(enum.Enum):
    """The lowest verdict that makes `rail check` exit with 1."""

    PROHIBITED = "prohibited"
    UNKNOWN = "unknown"
    CONDITIONAL = "conditional"
    NEVER = "never"


class Ignore(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A finding that the team has decided to live with: which rule (or all), which components, why, until when.

    `component` is a glob over the package URL without version; `until` an ISO date, the last day on which it holds.
    `line` is where it is written, filled in by the reader.
    """

    reason: str
    rule: str | None = None
    component: str | None = None
    until: str | None = None
    line: int | None = None


class Override(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The team's own conclusion about a licence: replaces what the evidence says, with the reason on record."""

    component: str
    reason: str
    license: str | None = None
    engagement: Engagement | None = None
    until: str | None = None
    line: int | None = None


class Config(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """Everything a project can say about itself."""

    use_case: tuple[UseCase, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.PROHIBITED
    engagement: Engagement | None = None
    strict: bool = False
    offline: bool = False
    online: bool = False
    ignore: tuple[Ignore, ...] = ()
    override: tuple[Override, ...] = ()
    plugins: tuple[str, ...] = ()


class Loaded(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A configuration, the file it came from (relative to the current folder; `None` for defaults), and why that one.

    `lines` gives the line on which each use case id is declared.
    """

    config: Config
    path: str | None = None
    why: str = ""
    lines: dict[str, int] = {}  # noqa: RUF012 -- msgspec copies it for each value

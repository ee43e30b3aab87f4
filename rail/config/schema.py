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
    """A finding that the team has decided to live with: which rule (or all), which components, why, who, until when.

    `component` is a glob over the package URL without version; `until` an ISO date, the last day on which it holds.
    `line` is where it is written, filled in by the reader.
    """

    reason: str
    rule: str | None = None
    component: str | None = None
    owner: str | None = None
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


class Decision(enum.Enum):
    """What a policy says of the licences that it meets: let them pass, warn, or fail the check."""

    ALLOW = "allow"
    WARN = "warn"
    DENY = "deny"


class Policy(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A decision about licences beyond uses. The first policy that meets a licence decides about it.

    It meets a licence when each selector that is given has an entry that fits: `licenses` are globs over SPDX and
    catalogue ids, `families` over families and categories (`rail`, `vendor*`, `copyleft`); `terms` are uses that the
    licence restricts (`non-behavioural.commercial`), duties that it imposes (`name-prefix`) or `territory`;
    `components` are globs over package URLs, `groups` names of dependency groups. `reason` is shown with the finding,
    `owner` answers for it, `until` (an ISO date) is its last day. `line` and `path` tell where it is written.
    """

    id: str
    decide: Decision
    reason: str
    licenses: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    owner: str | None = None
    until: str | None = None
    line: int | None = None
    path: str | None = None


class Shared(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A policy file elsewhere: its address and the SHA-256 of its bytes, so that nobody changes it unseen."""

    url: str
    sha256: str


class Config(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """Everything a project can say about itself.

    `extends` is an organisation's file, by path or pinned address: its policies come before the project's own.
    `fail_on_rules` are rules whose findings fail a check whatever their verdict. `baseline` is a file of accepted
    findings, beside the configuration.
    """

    use_case: tuple[UseCase, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.PROHIBITED
    fail_on_rules: tuple[str, ...] = ()
    baseline: str | None = None
    engagement: Engagement | None = None
    strict: bool = False
    offline: bool = False
    online: bool = False
    ignore: tuple[Ignore, ...] = ()
    override: tuple[Override, ...] = ()
    policy: tuple[Policy, ...] = ()
    extends: str | Shared | None = None


class Loaded(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A configuration, the file it came from (relative to the current folder; `None` for defaults), and why that one.

    `lines` gives the line on which each use case id is declared.
    """

    config: Config
    path: str | None = None
    why: str = ""
    lines: dict[str, int] = {}  # noqa: RUF012 -- msgspec copies it for each value

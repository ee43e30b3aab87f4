"""How two licences differ: clause by clause, then in their terms."""

import enum

from rail.domain.record import Record, UseId


class Change(enum.Enum):
    """What became of a restriction on the way from the first text to the second.

    `changed` means that it binds under another condition, and neither is the stricter one.
    """

    ADDED = "added"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    DROPPED = "dropped"
    CHANGED = "changed"


class Bar(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A restriction on one side: use and mode, where it stands, and its words (a file) or a note (the catalogue)."""

    use: UseId
    mode: str
    section: str | None = None
    line: int | None = None
    text: str | None = None
    note: str | None = None


class ClauseChange(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One difference: the use with its label in plain words, both sides as far as there are two, and why."""

    change: Change
    use: UseId
    label: str
    before: Bar | None = None
    after: Bar | None = None
    why: str | None = None


class TermChange(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A term other than a restriction that differs: an obligation, flow-down, updates; `None` where a side has none."""

    term: str
    before: str | None = None
    after: str | None = None


class Compared(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One side: as the user named it, the licence it is (`id`, where one is known) and its title.

    `restrictions` counts what was compared; `caveats` say why more may stand in it than was compared.
    """

    given: str
    title: str
    id: str | None = None
    restrictions: int
    caveats: tuple[str, ...] = ()


class Difference(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The whole comparison; `unchanged` counts the restrictions that are the same on both sides."""

    before: Compared
    after: Compared
    clauses: tuple[ClauseChange, ...] = ()
    terms: tuple[TermChange, ...] = ()
    unchanged: int = 0

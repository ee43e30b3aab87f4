"""What a check has to say of a licence text or a card: code, place, the words found, why it matters and what to do."""

from rail.domain.finding import Level
from rail.domain.record import Record


class Remark(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One result of one check on one file.

    `line` is 1-based, `None` where something is missing from the whole text. `words` are quoted from the file. `why`
    says what follows from it, `remedy` what to do. `rule` is the rule of `rail check` that speaks of the same thing.
    """

    code: str
    level: Level
    message: str
    line: int | None = None
    words: str | None = None
    why: str
    remedy: str
    rule: str | None = None

"""Uses, the facts of a use case, and the modes that ask for them."""

from rail.domain.record import Record, UseId
from rail.domain.verdict import Verdict


class Use(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """One node of the use taxonomy (`licenses/uses/<id>.yaml`); the hierarchy is in the dotted id.

    `may_involve` names other uses that it often brings along: questions, not facts.
    """

    id: UseId
    label: str
    definition: str
    synonyms: tuple[str, ...] = ()
    domain: str | None = None
    may_involve: tuple[UseId, ...] = ()
    eu_ai_act: tuple[str, ...] = ()
    vocabularies: tuple[str, ...] = ()


class Asks(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The fact that a mode turns on, and how to ask for it."""

    fact: str
    question: str


class When(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The verdict for each answer to the mode's question."""

    yes: Verdict | None = None
    no: Verdict | None = None
    silent: Verdict


class Mode(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a restriction binds: outright, or depending on a fact of the use case (`licenses/modes.yaml`)."""

    id: str
    definition: str
    asks: Asks | None = None
    when: When


class UseCase(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """What a project declares that it does; `facts` answer the modes, `excludes` are uses it rules out.

    `applies_to` are path globs; empty means the whole project.
    """

    id: str
    title: str | None = None
    uses: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    facts: dict[str, bool] = {}  # noqa: RUF012 -- msgspec copies an empty default for each value
    applies_to: tuple[str, ...] = ()
    sector: str | None = None
    region: str | None = None

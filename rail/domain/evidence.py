"""What was said about a licence, by whom, where; and what it was taken to mean."""

import enum

from rail.domain.component import Kind, Location, Relation
from rail.domain.record import Purl, Record, SpdxExpression, UseId

NOT_THE_TEXT = "The text is not part of this document."
"""How rail begins what stands in for a licence text in the documents that it writes: it is not read as one."""


class Form(enum.Enum):
    """The shape of a statement."""

    EXPRESSION = "expression"
    TAG = "tag"
    CLASSIFIER = "classifier"
    NAME = "name"
    URL = "url"
    TEXT = "text"
    NOTICE = "notice"

    __hash__ = object.__hash__  # as quick as there is: a member is one object


class Role(enum.Enum):
    """Who speaks: the author in metadata, the scanner from a text in hand, or the user by an override."""

    DECLARED = "declared"
    OBSERVED = "observed"
    CONCLUDED = "concluded"

    __hash__ = object.__hash__  # as above


class Evidence(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One statement about the licence of a component, in its own words; never rewritten.

    For `Form.TEXT` the statement is the path of the licence file (the words stay where they are).
    `source` names the extractor, registry or `catalogue` that spoke.
    """

    component: Purl
    form: Form
    role: Role
    statement: str
    source: str
    location: Location | None = None


class Unowned(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A statement whose component follows from where it lies: the owner of the folder.

    `about` narrows it: a `MODEL_LICENSE` speaks of the weights (`Kind.MODEL`), not of the code. `None` means the owner.
    """

    form: Form
    role: Role
    statement: str
    source: str
    location: Location
    about: Kind | None = None


class Restricted(enum.Enum):
    """Does a licence restrict what the thing may be used for?"""

    NO = "no"
    UNKNOWN = "unknown"
    BY_REFERENCE = "by-reference"
    YES = "yes"

    __hash__ = object.__hash__  # as above


class Clause(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A restriction read in a text: the use it bars, how, where it stands (line from 1) and its words."""

    use: UseId
    mode: str
    text: str
    line: int
    section: str | None = None


class Recognised(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A known licence met in a text: catalogue id (or SPDX id), and how sure.

    `coverage` is the share of the licence's words that the text has, `similarity` how alike the matched region and
    the licence are (both 0 to 1); `lines` are the first and last line of the region.
    """

    id: str
    scancode: tuple[str, ...] = ()
    coverage: float
    similarity: float
    lines: tuple[int, int]


class TextReading(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a text says: the licences in it, the restrictions read clause by clause, and the answer.

    `expression` joins what was recognised (`None` when nothing was). `policies` are the URLs of bound policies.
    `silent` says that the words lay down nothing at all: names, dates, thanks.
    """

    restricted: Restricted
    expression: SpdxExpression | None = None
    licenses: tuple[Recognised, ...] = ()
    restrictions: tuple[Clause, ...] = ()
    policies: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    silent: bool = False


class Match(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A reading of one evidence: the expression it stands for, or why it could not be read (`expression` None).

    `method` is how (alias, classifier, expression, text, catalogue). `confidence` is set where the catalogue of known
    models spoke: `stated`, `secondary` or `common-knowledge`. `depends` marks an answer that varies by file or version.
    """

    evidence: Evidence
    expression: SpdxExpression | None
    method: str
    note: str | None = None
    confidence: str | None = None
    depends: bool = False
    reading: TextReading | None = None


class Status(enum.Enum):
    """How well the evidence on a component agrees."""

    RESOLVED = "resolved"
    CONFLICT = "conflict"
    UNRECOGNISED = "unrecognised"
    MISSING = "missing"


class Origin(enum.Enum):
    """Whether a restriction is the component's own or came down from an ancestor."""

    OWN = "own"
    INHERITED = "inherited"


class BoundUse(
    Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}
):
    """A restriction that binds a component: from a licence profile, or read in the text itself (`location`)."""

    use: UseId
    mode: str
    section: str | None = None
    license: str | None = None
    origin: Origin = Origin.OWN
    from_: Purl | None = None
    text: str | None = None
    location: Location | None = None
    note: str | None = None


class Reach(enum.Enum):
    """How sure it is that an ancestor's terms bind the descendant.

    `covered`: its licence reaches derivatives of this kind; `disputed`: the licence does not say whether it does;
    `unknown`: nobody knows the terms of the ancestor.
    """

    COVERED = "covered"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Hop(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step up a lineage: to `target`, by which relation, and where that is written."""

    relation: Relation
    target: Purl
    location: Location | None = None


class Inheritance(
    Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}
):
    """Terms that come down from an ancestor: whose, along which path, and how sure it is that they bind.

    `license` is a catalogue id, `None` where the words stand in a text that no catalogued licence explains. `section`
    is where the licence says what it reaches. `path` leads from the component to `from`; a very long one is cut.
    """

    from_: Purl
    restricted: Restricted
    reach: Reach
    license: str | None = None
    section: str | None = None
    path: tuple[Hop, ...] = ()
    reason: str | None = None


class Resolution(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the evidence on one component comes to; keeps what was not understood (`unread`) and why (`reason`).

    `relied_on` names the free branch of an OR. `complete` is false when something unread could hold more restrictions.
    `inherits` is what comes down from ancestors; `expression` and `licenses` are the component's own.
    """

    component: Purl
    status: Status
    restricted: Restricted
    expression: SpdxExpression | None = None
    licenses: tuple[str, ...] = ()
    restrictions: tuple[BoundUse, ...] = ()
    inherits: tuple[Inheritance, ...] = ()
    relied_on: str | None = None
    complete: bool = True
    unread: tuple[str, ...] = ()
    reason: str | None = None

"""What is known of one licence: names, restrictions, obligations, lineage and how well it was read."""

import enum

from rail.domain.component import Relation
from rail.domain.record import Record, UseId


class Artifact(enum.Enum):
    """What a licence covers."""

    MODEL = "model"
    DATASET = "dataset"
    SOURCE_CODE = "source-code"
    APPLICATION = "application"
    COMPLEMENTARY_CODE = "complementary-code"
    OUTPUT = "output"
    SERVICE = "service"
    CONTENT = "content"
    PATENT = "patent"
    OTHER_WORKS = "other-works"


class Level(enum.Enum):
    """How much of a licence text was read for its profile."""

    FULL_TEXT = "full-text"
    PARTIAL = "partial"
    SECONDARY = "secondary"
    NONE = "none"


class Verification(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a profile was made: what was read, from where, and when a second reader held it against the text."""

    level: Level
    policy: str | None = None
    sources: tuple[str, ...] = ()
    audited: str | None = None


class Identifiers(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The cross-walk: every spelling by which people and tools name this licence."""

    spdx: tuple[str, ...] = ()
    scancode: tuple[str, ...] = ()
    huggingface: tuple[str, ...] = ()
    license_names: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


class Restriction(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One barred use: where in the licence it stands (`section`) and how it binds (`mode`, see modes.yaml)."""

    use: UseId
    mode: str
    section: str
    note: str | None = None


class Obligation(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A duty: its kind and trigger come from obligations.yaml, `note` gives the exact wording asked for."""

    kind: str
    trigger: str
    section: str | None = None
    note: str | None = None


class FlowDown(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whether and how the restrictions must bind the next user."""

    required: bool
    kind: str | None = None
    section: str | None = None
    how: str | None = None


class Derivatives(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the licence itself calls a derivative, beyond changed, converted, adapted or merged copies of the work.

    `reaches` are the relations that its definition names (a model distilled from it, or trained on it or its output);
    of those that it does not name nobody knows.
    """

    reaches: tuple[Relation, ...]
    section: str


class PolicyReference(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A policy that the licence binds by link and that can change without the licence changing."""

    url: str | None = None
    updatable: bool = False
    note: str | None = None


class Conduct(enum.Enum):
    """Whether the licence restricts conduct; `vague` restricts in words too vague to evaluate."""

    YES = "yes"
    NO = "no"
    VAGUE = "vague"
    UNKNOWN = "unknown"


class LicenseProfile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """One licence of the catalogue (`licenses/profiles/<id>.yaml`).

    `expression` is the one symbol rail writes for it. `complete` false means that restrictions may be missing, so "no
    matching restriction" is unknown, never clear. `policy_by_reference` restrictions are `by-reference`.
    """

    id: str
    name: str
    family: str
    expression: str
    date: str | None = None
    steward: str | None = None
    artifacts: tuple[Artifact, ...]
    identifiers: Identifiers = Identifiers()
    commercial_use: str | None = None
    output: str | None = None
    conduct: Conduct
    restrictions: tuple[Restriction, ...] = ()
    complete: bool = False
    flow_down: FlowDown
    derivatives: Derivatives | None = None
    obligations: tuple[Obligation, ...] = ()
    update_duty: str | None = None
    remote_restriction: bool = False
    geography: str | None = None
    policy_by_reference: PolicyReference | None = None
    adopters: tuple[str, ...] = ()
    verification: Verification
    notes: str | None = None


class GeneralLicense(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A licence that restricts no conduct and so needs no profile: `id` is its SPDX id or a `LicenseRef-`.

    `category` is permissive, copyleft, weak-copyleft, public-domain, non-commercial, source-available, …
    `aliases` are other spellings; `scancode` its ScanCode key.
    """

    id: str
    name: str
    category: str
    scancode: str | None = None
    aliases: tuple[str, ...] = ()

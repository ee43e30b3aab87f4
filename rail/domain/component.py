"""What a scan finds: components, where they were seen, and how they hang together."""

import enum

from rail.domain.record import Purl, Record


class Kind(enum.Enum):
    """What sort of thing a component is."""

    PACKAGE = "package"
    MODEL = "model"
    DATASET = "dataset"
    CODE = "code"


class Engagement(enum.Enum):
    """How the project deals with a component: it changes which duties bind.

    `references` names it (documentation, tests); `uses` runs it; `redistributes` passes it on.
    """

    REFERENCES = "references"
    USES = "uses"
    REDISTRIBUTES = "redistributes"


class Relation(enum.Enum):
    """Why one component leads to another."""

    DEPENDS_ON = "depends-on"
    CONTAINS = "contains"
    FETCHES = "fetches"
    FINETUNED_FROM = "finetuned-from"
    ADAPTER_OF = "adapter-of"
    QUANTIZED_FROM = "quantized-from"
    MERGED_FROM = "merged-from"
    DISTILLED_FROM = "distilled-from"
    TRAINED_ON = "trained-on"
    DERIVED_FROM = "derived-from"


LINEAGE = frozenset(Relation) - {Relation.DEPENDS_ON, Relation.CONTAINS, Relation.FETCHES}
"""The relations by which a thing descends from another."""


class Location(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, order=True):
    """A place in an input: a POSIX path relative to the scanned root, with a line (from 1) or a JSON pointer."""

    path: str
    line: int | None = None
    pointer: str | None = None


class Component(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A package, model, dataset or piece of code; its identity is the package URL.

    `groups` are the dependency groups it came through (`dev`, `optional`, extras). `found_by` names the extractors.
    """

    purl: Purl
    kind: Kind
    name: str
    version: str | None = None
    groups: tuple[str, ...] = ()
    engagement: Engagement = Engagement.USES
    locations: tuple[Location, ...] = ()
    found_by: tuple[str, ...] = ()
    root: bool = False


class Edge(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`source` stands in `relation` to `target`; dependencies and lineage are one graph."""

    source: Purl
    relation: Relation
    target: Purl
    location: Location | None = None


class Home(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The folder `path` (POSIX, "" for the root) is where `component` lives: what lies below belongs to it."""

    path: str
    component: Purl

"""What a scan finds: components, where they were seen, and how they hang together."""

import enum
from collections.abc import Iterable

from rail.domain.record import Purl, Record


class Kind(enum.Enum):
    """What sort of thing a component is."""

    PACKAGE = "package"
    MODEL = "model"
    DATASET = "dataset"
    CODE = "code"

    __hash__ = object.__hash__  # as quick as there is: a member is one object


class Engagement(enum.Enum):
    """How the project deals with a component: it changes which duties bind.

    `references` names it (documentation, tests); `uses` runs it; `redistributes` passes it on.
    """

    REFERENCES = "references"
    USES = "uses"
    REDISTRIBUTES = "redistributes"

    __hash__ = object.__hash__  # as above


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

    __hash__ = object.__hash__  # as above


_MOST_PLATFORMS = 64

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
    `wanted` holds the bounds that manifests give where no version is known (`>=5.0.0,<6`, in ` || ` alternatives).
    `platforms` are those that alone need it, as its lockfile names them (`win32`, `linux-x64`, `!win32`: all but that);
    none means everywhere.
    """

    purl: Purl
    kind: Kind
    name: str
    version: str | None = None
    wanted: str | None = None
    groups: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    engagement: Engagement = Engagement.USES
    locations: tuple[Location, ...] = ()
    found_by: tuple[str, ...] = ()
    root: bool = False


def either_platform(ways: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Unite the platforms of the ways that lead to a component; where one of them has none, it is needed everywhere.

    So is what more than 64 need.
    """
    needed: set[str] = set()
    for way in ways:
        platforms = set(way)
        if not platforms:
            return ()
        needed |= platforms
    if len(needed) > _MOST_PLATFORMS or any(f"!{each}" in needed for each in needed):
        return ()
    return tuple(sorted(needed))


class Edge(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`source` stands in `relation` to `target`; dependencies and lineage are one graph."""

    source: Purl
    relation: Relation
    target: Purl
    location: Location | None = None


class Wish(Edge, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An edge to a package that a manifest names without a version; `wanted` holds its bounds, like a component's.

    It leads to the locked versions that lie within; a report holds those edges, never a wish.
    """

    wanted: str


class Home(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The folder `path` (POSIX, "" for the root) is where `component` lives: what lies below belongs to it."""

    path: str
    component: Purl

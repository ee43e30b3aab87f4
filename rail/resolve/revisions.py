"""A model that is named without a revision: what is known of the revisions of it that the same input holds.

`from_pretrained("acme/net")` and a snapshot of `acme/net` in the cache, or its entry in a bill of materials, speak of
one model. Where nothing else is said of it, what is said of those revisions counts, with what they come from.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from rail.domain.component import LINEAGE, Component, Edge, Kind
from rail.domain.evidence import Match
from rail.domain.record import Purl
from rail.purl import without_version

_MODELS = frozenset({Kind.MODEL, Kind.DATASET})


class Borrowed(NamedTuple):
    """What a model without a revision has from those with one: readings, and the edges to what they come from."""

    matches: dict[Purl, list[Match]]
    edges: tuple[Edge, ...]


def borrow(
    components: Mapping[Purl, Component], matches: Mapping[Purl, list[Match]], edges: Iterable[Edge]
) -> Borrowed:
    """Return what comes to each model or dataset that is named without a revision and of which nothing is said."""
    silent = {
        identity
        for identity, component in components.items()
        if component.kind in _MODELS and without_version(identity) == identity and not matches.get(identity)
    }
    revisions: dict[Purl, list[Purl]] = defaultdict(list)
    for identity in components:
        name = without_version(identity)
        if name != identity and name in silent and matches.get(identity):
            revisions[name].append(identity)
    said = {
        name: [
            replace(match, evidence=replace(match.evidence, component=name))
            for revision in held
            for match in matches[revision]
        ]
        for name, held in revisions.items()
    }
    names = {revision: name for name, held in revisions.items() for revision in held}
    below = [edge for edge in edges if edge.source in names and edge.relation in LINEAGE]
    return Borrowed(said, tuple(replace(edge, source=names[edge.source]) for edge in below))

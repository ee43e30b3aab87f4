"""What there is in the inputs of a scan: components, how they hang together, what is said of them."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from rail.domain.component import Component, Edge
from rail.domain.evidence import Evidence
from rail.domain.record import Purl
from rail.resolve.union import united

_T = TypeVar("_T")


class Inventory(NamedTuple):
    """Components by purl, edges, and the evidence of each component."""

    components: dict[Purl, Component]
    edges: list[Edge]
    evidence: list[Evidence]


def merge(inventories: Iterable[Inventory]) -> Inventory:
    """Join the inventories of several inputs; a component met in two of them is one component."""
    inventories = tuple(inventories)
    if len(inventories) == 1:
        return inventories[0]._replace(components=dict(inventories[0].components))
    said: dict[Purl, list[Component]] = {}
    for each in inventories:
        for identity, component in each.components.items():
            said.setdefault(identity, []).append(component)
    return Inventory(
        {identity: united(*all_said) for identity, all_said in said.items()},
        unique([edge for each in inventories for edge in each.edges]),
        unique([statement for each in inventories for statement in each.evidence]),
    )


def unique(items: Iterable[_T]) -> list[_T]:
    """Return each of the items once, in order."""
    return list(dict.fromkeys(items))

"""Restrictions that come down from what a model is built on: the union over the chain, each with its origin."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from rail.catalogue.restricts import RANK
from rail.domain.component import Edge, Relation
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted
from rail.domain.record import Purl

DERIVATIVE = frozenset(
    {
        Relation.FINETUNED_FROM,
        Relation.ADAPTER_OF,
        Relation.QUANTIZED_FROM,
        Relation.MERGED_FROM,
        Relation.DERIVED_FROM,
    }
)
"""Relations that every text read treats as a derivative work, so that restrictions travel along them."""


def ancestors(edges: Iterable[Edge]) -> dict[Purl, tuple[Purl, ...]]:
    """Return every model's ancestors, nearest first; a cycle ends where it closes."""
    parents: dict[Purl, list[Purl]] = defaultdict(list)
    for edge in edges:
        if edge.relation in DERIVATIVE:
            parents[edge.source].append(edge.target)
    return {child: _above(child, parents) for child in list(parents)}


def inherit(resolutions: dict[Purl, Resolution], edges: Iterable[Edge]) -> dict[Purl, Resolution]:
    """Return the resolutions with what comes down: restrictions, the stricter answer, and doubt about an ancestor."""
    out = dict(resolutions)
    for child, line in ancestors(edges).items():
        own = resolutions.get(child)
        if own is None:
            continue
        known = [resolutions[each] for each in line if each in resolutions]
        out[child] = _inherit(own, known)
    return out


def _above(child: Purl, parents: dict[Purl, list[Purl]]) -> tuple[Purl, ...]:
    seen: dict[Purl, None] = {}
    queue = list(parents.get(child, ()))
    while queue:
        each = queue.pop(0)
        if each != child and each not in seen:
            seen[each] = None
            queue += parents.get(each, ())
    return tuple(seen)


def _inherit(own: Resolution, line: list[Resolution]) -> Resolution:
    """Add what the ancestors bar; an ancestor of unknown terms leaves a clean answer unknown, never clean."""
    held = {(each.use, each.mode, each.license) for each in own.restrictions}
    down: list[BoundUse] = []
    answer, reason, complete = own.restricted, own.reason, own.complete
    for ancestor in line:
        for bar in ancestor.restrictions:
            key = (bar.use, bar.mode, bar.license)
            if bar.origin is Origin.OWN and key not in held:
                held.add(key)
                down.append(replace(bar, origin=Origin.INHERITED, from_=ancestor.component))
        if RANK[ancestor.restricted] > RANK[answer]:
            answer = ancestor.restricted
            reason = f"it is built on {ancestor.component}" + (
                f": {ancestor.reason}" if ancestor.restricted is Restricted.UNKNOWN and ancestor.reason else ""
            )
        complete = complete and ancestor.complete
    if not down and answer is own.restricted and complete == own.complete:
        return own
    return replace(own, restrictions=(*own.restrictions, *down), restricted=answer, reason=reason, complete=complete)

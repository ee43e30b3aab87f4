"""The edges of one component, each said once: two files may state the same, one of them more exactly."""

from collections.abc import Iterable

from rail.domain.component import Edge, Relation

_CLOSER = frozenset({Relation.FINETUNED_FROM, Relation.ADAPTER_OF, Relation.QUANTIZED_FROM, Relation.MERGED_FROM})


def once(edges: Iterable[Edge]) -> list[Edge]:
    """Return the edges without repetitions, in their order, of those alike the first.

    A card says that a model is derived from another, the configuration beside it how (`adapter-of`): then that holds.
    """
    first: dict[tuple[str, Relation, str], Edge] = {}
    for each in edges:
        first.setdefault((each.source, each.relation, each.target), each)
    exact = {(source, target) for source, relation, target in first if relation in _CLOSER}
    return [
        each
        for each in first.values()
        if each.relation is not Relation.DERIVED_FROM or (each.source, each.target) not in exact
    ]

from rail.domain.component import Edge, Relation
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.resolve.lineage import ancestors, inherit

A, B, C = Purl("pkg:huggingface/o/a"), Purl("pkg:huggingface/o/b"), Purl("pkg:huggingface/o/c")


def edge(source: Purl, target: Purl, relation: Relation = Relation.FINETUNED_FROM) -> Edge:
    return Edge(source=source, relation=relation, target=target)


def resolution(purl: Purl, restricted: Restricted = Restricted.NO, **fields: object) -> Resolution:
    return Resolution(component=purl, status=Status.RESOLVED, restricted=restricted, **fields)


def test_restrictions_come_down_the_whole_chain_with_their_origin():
    bar = BoundUse(use="military", mode="prohibited", license="x")
    found = inherit(
        {A: resolution(A), B: resolution(B), C: resolution(C, Restricted.YES, restrictions=(bar,))},
        [edge(A, B), edge(B, C)],
    )

    assert found[A].restricted is Restricted.YES
    assert [(each.use, each.origin, each.from_) for each in found[A].restrictions] == [
        ("military", Origin.INHERITED, C)
    ]
    assert found[C].restrictions == (bar,)


def test_an_ancestor_of_unknown_terms_leaves_a_clean_model_unknown():
    found = inherit(
        {A: resolution(A), B: resolution(B, Restricted.UNKNOWN, complete=False, reason="no licence was found")},
        [edge(A, B)],
    )

    assert found[A].restricted is Restricted.UNKNOWN
    assert not found[A].complete
    assert "o/b" in (found[A].reason or "")


def test_what_a_model_was_trained_on_does_not_come_down_as_a_derivative():
    bar = BoundUse(use="military", mode="prohibited")
    found = inherit(
        {A: resolution(A), B: resolution(B, Restricted.YES, restrictions=(bar,))}, [edge(A, B, Relation.TRAINED_ON)]
    )

    assert found[A].restricted is Restricted.NO


def test_a_cycle_ends_where_it_closes():
    lines = ancestors([edge(A, B), edge(B, C), edge(C, A)])

    assert lines == {A: (B, C), B: (C, A), C: (A, B)}


def test_a_missing_ancestor_is_survived():
    assert inherit({A: resolution(A)}, [edge(A, B)])[A].restricted is Restricted.NO

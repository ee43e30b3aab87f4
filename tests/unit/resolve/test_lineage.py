from itertools import pairwise

import pytest

from rail.catalogue.load import load
from rail.domain.component import Component, Edge, Kind, Relation
from rail.domain.evidence import BoundUse, Origin, Reach, Resolution, Restricted, Status
from rail.domain.record import Purl, SpdxExpression
from rail.resolve.lineage import inherit

A, B, C = Purl("pkg:huggingface/o/a"), Purl("pkg:huggingface/o/b"), Purl("pkg:huggingface/o/c")
DATA = Purl("pkg:huggingface/o/d?repository_type=dataset")
BAR = BoundUse(use="military", mode="prohibited")


@pytest.fixture(scope="module")
def catalogue():
    return load()


def edge(source: Purl, target: Purl, relation: Relation = Relation.FINETUNED_FROM) -> Edge:
    return Edge(source=source, relation=relation, target=target)


def resolution(purl: Purl, restricted: Restricted = Restricted.NO, **fields: object) -> Resolution:
    return Resolution(component=purl, status=Status.RESOLVED, restricted=restricted, **fields)


def licensed(purl: Purl, license_: str, restricted: Restricted = Restricted.BY_REFERENCE) -> Resolution:
    bar = BoundUse(use="military", mode="prohibited", license=license_)
    return resolution(purl, restricted, licenses=(license_,), restrictions=(bar,))


def inherited(resolutions, edges, catalogue):
    components = {
        each: Component(purl=each, kind=Kind.DATASET if "dataset" in each else Kind.MODEL, name=each)
        for each in (*(each.component for each in resolutions), *(each.target for each in edges))
    }
    return inherit({each.component: each for each in resolutions}, edges, catalogue, components)


def test_restrictions_come_down_the_whole_chain_with_their_origin(catalogue):
    base = licensed(C, "creativeml-openrail-m")

    found = inherited([resolution(A), resolution(B), base], [edge(A, B, Relation.ADAPTER_OF), edge(B, C)], catalogue)

    assert found[A].restricted is Restricted.BY_REFERENCE
    assert [(each.use, each.origin, each.from_) for each in found[A].restrictions] == [
        ("military", Origin.INHERITED, C)
    ]
    (coming,) = found[A].inherits
    assert (coming.license, coming.from_, coming.reach) == ("creativeml-openrail-m", C, Reach.COVERED)
    assert [(each.relation, each.target) for each in coming.path] == [
        (Relation.ADAPTER_OF, B),
        (Relation.FINETUNED_FROM, C),
    ]
    assert coming.section == "§4, §5"
    assert found[C] == base


def test_words_that_no_licence_explains_come_down_too(catalogue):
    base = resolution(B, Restricted.YES, restrictions=(BAR,))

    found = inherited([resolution(A), base], [edge(A, B)], catalogue)

    assert found[A].restricted is Restricted.YES
    assert [each.from_ for each in found[A].restrictions] == [B]


def test_the_union_of_two_parents_binds_a_merge(catalogue):
    parents = [licensed(B, "llama3.1"), licensed(C, "gemma-2024-04-01")]

    found = inherited(
        [resolution(A), *parents], [edge(A, B, Relation.MERGED_FROM), edge(A, C, Relation.MERGED_FROM)], catalogue
    )

    assert {each.license for each in found[A].inherits} == {"llama3.1", "gemma-2024-04-01"}
    assert {each.license for each in found[A].restrictions} == {"llama3.1", "gemma-2024-04-01"}


def test_a_licence_that_the_descendant_has_itself_does_not_come_down_again(catalogue):
    found = inherited([licensed(A, "llama3.1"), licensed(B, "llama3.1")], [edge(A, B)], catalogue)

    assert found[A] == licensed(A, "llama3.1")


def test_distillation_is_covered_where_the_licence_says_so(catalogue):
    found = inherited(
        [resolution(A), licensed(B, "creativeml-openrail-m")], [edge(A, B, Relation.DISTILLED_FROM)], catalogue
    )

    assert found[A].restricted is Restricted.BY_REFERENCE
    assert found[A].inherits[0].reach is Reach.COVERED
    assert "Derivatives" in (found[A].inherits[0].section or "")


def test_distillation_is_unknown_where_the_licence_does_not_speak_of_it(catalogue):
    found = inherited([resolution(A), licensed(B, "llama2")], [edge(A, B, Relation.DISTILLED_FROM)], catalogue)

    assert found[A].restricted is Restricted.UNKNOWN
    assert not found[A].complete
    assert found[A].restrictions == ()
    assert found[A].inherits[0].reach is Reach.DISPUTED
    assert "llama2" in (found[A].reason or "")
    assert "distilled" in (found[A].reason or "")


def test_one_disputed_step_leaves_the_whole_chain_disputed(catalogue):
    found = inherited(
        [resolution(A), resolution(B), licensed(C, "llama2")],
        [edge(A, B), edge(B, C, Relation.DISTILLED_FROM)],
        catalogue,
    )

    assert found[A].restricted is Restricted.UNKNOWN
    assert found[A].inherits[0].from_ == C


def test_a_sure_way_counts_more_than_a_disputed_one(catalogue):
    found = inherited(
        [resolution(A), resolution(B), licensed(C, "llama2")],
        [edge(A, C, Relation.DISTILLED_FROM), edge(A, B), edge(B, C)],
        catalogue,
    )

    assert found[A].restricted is Restricted.BY_REFERENCE
    assert [each.reach for each in found[A].inherits] == [Reach.COVERED]


def test_a_licence_of_data_that_reaches_models_binds_what_is_trained_on_it(catalogue):
    found = inherited(
        [resolution(A), licensed(DATA, "coral-openrail-d")], [edge(A, DATA, Relation.TRAINED_ON)], catalogue
    )

    assert found[A].restricted is Restricted.BY_REFERENCE


def test_a_licence_of_data_that_is_silent_on_models_leaves_them_unknown(catalogue):
    found = inherited([resolution(A), licensed(DATA, "ffhq")], [edge(A, DATA, Relation.TRAINED_ON)], catalogue)

    assert found[A].restricted is Restricted.UNKNOWN


def test_data_of_unknown_terms_say_nothing_of_the_model(catalogue):
    unknown = resolution(DATA, Restricted.UNKNOWN, complete=False)

    found = inherited([resolution(A), unknown], [edge(A, DATA, Relation.TRAINED_ON)], catalogue)

    assert found[A] == resolution(A)


@pytest.mark.parametrize(
    ("ancestor", "relation", "answer"),
    [(DATA, Relation.TRAINED_ON, Restricted.NO), (B, Relation.DISTILLED_FROM, Restricted.UNKNOWN)],
)
def test_a_text_half_understood_is_a_doubt_like_one_not_understood(catalogue, ancestor, relation, answer):
    terms = (BoundUse(use="non-behavioural.commercial", mode="prohibited"),)
    half = resolution(ancestor, Restricted.UNKNOWN, restrictions=terms, complete=False)

    found = inherited([resolution(A), half], [edge(A, ancestor, relation)], catalogue)

    assert found[A].restricted is answer


def test_an_ancestor_of_unknown_terms_leaves_a_clean_model_unknown(catalogue):
    unknown = resolution(C, Restricted.UNKNOWN, complete=False, reason="no licence was found")

    found = inherited([resolution(A), resolution(B), unknown], [edge(A, B), edge(B, C)], catalogue)

    assert found[A].restricted is Restricted.UNKNOWN
    assert not found[A].complete
    assert "o/c" in (found[A].reason or "")
    assert found[A].inherits[0].reach is Reach.UNKNOWN


def test_an_ancestor_that_nobody_knows_leaves_a_clean_model_unknown(catalogue):
    found = inherited([resolution(A)], [edge(A, B)], catalogue)

    assert found[A].restricted is Restricted.UNKNOWN
    assert not found[A].complete
    assert "o/b" in (found[A].reason or "")


def test_a_free_branch_that_was_relied_on_stays_free_below(catalogue):
    choice = resolution(
        B,
        expression=SpdxExpression("MIT OR LicenseRef-x"),
        licenses=("MIT", "llama2"),
        restrictions=(BoundUse(use="military", mode="prohibited", license="llama2"),),
        relied_on="MIT",
    )

    found = inherited([resolution(A), choice], [edge(A, B)], catalogue)

    assert found[A] == resolution(A)


def test_terms_that_bar_no_conduct_come_down_without_an_accusation(catalogue):
    terms = BoundUse(use="non-behavioural.commercial", mode="prohibited", license="qwen-2024")
    base = resolution(B, licenses=("qwen-2024",), restrictions=(terms,))

    found = inherited([resolution(A), base], [edge(A, B)], catalogue)

    assert found[A].restricted is Restricted.NO
    assert [each.from_ for each in found[A].restrictions] == [B]
    assert found[A].inherits == ()


def test_a_cycle_ends_where_it_closes_and_binds_all_in_it(catalogue):
    found = inherited(
        [resolution(A), resolution(B), licensed(C, "creativeml-openrail-m")],
        [edge(A, B), edge(B, C), edge(C, A)],
        catalogue,
    )

    assert [found[each].restricted for each in (A, B, C)] == [Restricted.BY_REFERENCE] * 3
    assert found[C].inherits == ()


def test_a_very_long_chain_is_followed_to_its_end(catalogue):
    names = [Purl(f"pkg:huggingface/o/m{at}") for at in range(5000)]
    models = [*(resolution(each) for each in names[:-1]), licensed(names[-1], "creativeml-openrail-m")]

    found = inherited(models, [edge(a, b) for a, b in pairwise(names)], catalogue)

    assert found[names[0]].inherits[0].from_ == names[-1]
    assert len(found[names[0]].inherits[0].path) == 32
    assert len(found[names[-17]].inherits[0].path) == 16


def test_what_a_package_depends_on_is_no_lineage(catalogue):
    found = inherited([resolution(A), licensed(B, "llama2")], [edge(A, B, Relation.DEPENDS_ON)], catalogue)

    assert found[A] == resolution(A)

"""The laws of the taxonomy: `covers` is a partial order, and `relation` says the same thing."""

from hypothesis import given
from hypothesis import strategies as st

from rail.catalogue.covers import Bearing, covers, relation

words = st.sampled_from(["a", "b", "ab", "a-b"])
uses = st.lists(words, min_size=1, max_size=4).map(".".join)


@given(uses)
def test_a_use_covers_itself(use: str):
    assert covers(use, use)


@given(uses, uses)
def test_two_uses_that_cover_each_other_are_one(one: str, other: str):
    if covers(one, other) and covers(other, one):
        assert one == other


@given(uses, uses, uses)
def test_what_covers_a_cover_covers(top: str, middle: str, bottom: str):
    if covers(top, middle) and covers(middle, bottom):
        assert covers(top, bottom)


@given(uses, words)
def test_a_use_covers_its_kinds_and_no_kind_covers_it(use: str, word: str):
    assert covers(use, f"{use}.{word}")
    assert not covers(f"{use}.{word}", use)


@given(uses, uses, uses)
def test_what_covers_one_use_lies_in_one_line(one: str, other: str, declared: str):
    if covers(one, declared) and covers(other, declared):
        assert covers(one, other) or covers(other, one)


@given(uses, uses)
def test_the_relation_agrees_with_the_order(restricted: str, declared: str):
    bearing = relation(restricted, declared)

    assert (bearing in (Bearing.EXACT, Bearing.COVERS)) == covers(restricted, declared)
    assert (bearing is Bearing.EXACT) == (restricted == declared)
    assert (bearing is Bearing.PART) == (restricted != declared and covers(declared, restricted))

from hypothesis import given
from hypothesis import strategies as st

from rail.domain.component import Edge, Relation
from rail.domain.record import Purl
from rail.policy.circles import circles


def edges(*pairs: str) -> list[Edge]:
    return [Edge(source=Purl(a), relation=Relation.FINETUNED_FROM, target=Purl(b)) for a, b in pairs]


def test_a_line_and_a_diamond_are_no_circles():
    assert circles(edges("ab", "bc", "ad", "dc")) == []


def test_each_circle_is_told_once_and_without_what_hangs_on_it():
    assert circles(edges("xa", "ab", "bc", "ca", "cy", "pq", "qp")) == [("a", "b", "c"), ("p", "q")]


def test_dependencies_may_go_in_circles():
    pair = [Edge(source=Purl(a), relation=Relation.DEPENDS_ON, target=Purl(b)) for a, b in ("ab", "ba")]

    assert circles(pair) == []


def test_a_circle_of_thousands_needs_no_recursion():
    names = [Purl(f"m{at:05}") for at in range(20_000)]
    ring = [
        Edge(source=a, relation=Relation.FINETUNED_FROM, target=b)
        for a, b in zip(names, [*names[1:], names[0]], strict=True)
    ]

    assert circles(ring) == [tuple(names)]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=20))
def test_two_are_in_one_circle_exactly_when_each_leads_to_the_other(pairs):
    above = {each: {each} for each in "abcdef"}
    for _ in above:
        for a, b in pairs:
            above[a] |= above[b]
    together = {frozenset((a, b)) for a in above for b in above[a] if a != b and a in above[b]}

    found = circles([Edge(source=Purl(a), relation=Relation.MERGED_FROM, target=Purl(b)) for a, b in pairs])

    assert together == {frozenset((a, b)) for circle in found for a in circle for b in circle if a != b}

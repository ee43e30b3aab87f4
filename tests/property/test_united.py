"""What many files say of one component comes to the same, however it is put together."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from rail.domain.component import Component, Engagement, Kind, Location
from rail.domain.record import Purl
from rail.resolve.union import united

FEW = st.lists(st.sampled_from(["dev", "optional", "test"]), max_size=2, unique=True).map(tuple)
STATEMENTS = st.builds(
    Component,
    purl=st.just(Purl("pkg:pypi/kumquat")),
    kind=st.just(Kind.PACKAGE),
    name=st.sampled_from(["kumquat", "Kumquat"]),
    version=st.sampled_from([None, "1.0", "2.0"]),
    wanted=st.sampled_from([None, ">=1", "<3", ">=1 || <3"]),
    groups=FEW,
    platforms=st.sampled_from([(), ("linux",), ("win32",), ("!linux",)]),
    engagement=st.sampled_from(Engagement),
    locations=st.lists(st.builds(Location, path=st.sampled_from("abc")), max_size=3).map(tuple),
    found_by=FEW.map(lambda names: tuple(sorted(names))),
    root=st.booleans(),
)


@given(st.lists(STATEMENTS, min_size=1, max_size=6))
def test_all_at_once_or_one_after_another(said: list[Component]) -> None:
    assert united(*said) == reduce(united, said)


@given(STATEMENTS, STATEMENTS)
def test_nothing_that_was_said_is_lost(one: Component, other: Component) -> None:
    both = united(one, other)

    assert {*one.locations, *other.locations} == {*both.locations}
    assert {*one.found_by, *other.found_by} == {*both.found_by}
    assert both.root == (one.root or other.root)

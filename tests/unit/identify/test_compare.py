import pytest
from hypothesis import given
from hypothesis import strategies as st

from rail.catalogue.load import Catalogue, load
from rail.domain.difference import Bar, Change, Compared, Difference
from rail.domain.evidence import Clause, Recognised, Restricted, TextReading
from rail.identify.compare import Side, compare, side_of_license, side_of_text
from rail.identify.strictness import Order, order

CATALOGUE = load()
TURNED = {
    Change.ADDED: Change.DROPPED,
    Change.DROPPED: Change.ADDED,
    Change.STRENGTHENED: Change.WEAKENED,
    Change.WEAKENED: Change.STRENGTHENED,
    Change.CHANGED: Change.CHANGED,
}


def side(*bars: str) -> Side:
    """A side from words such as `military.weapons` or `health:without-consent`."""
    made = tuple(Bar(use=use, mode=mode or "prohibited") for use, _, mode in (each.partition(":") for each in bars))
    return Side(Compared(given="x", title="x", restrictions=len(made)), made)


def told(before: Side, after: Side) -> dict[str, Change]:
    return {each.use: each.change for each in compare(before, after, CATALOGUE).clauses}


def test_what_only_one_side_bars_is_added_or_dropped() -> None:
    assert told(side("military"), side("privacy")) == {"military": Change.DROPPED, "privacy": Change.ADDED}


def test_a_condition_in_place_of_a_ban_weakens_and_the_reverse_strengthens() -> None:
    ban, condition = side("privacy"), side("privacy:without-consent")
    assert told(ban, condition) == {"privacy": Change.WEAKENED}
    assert told(condition, ban) == {"privacy": Change.STRENGTHENED}


def test_conditions_that_ask_different_things_are_changed() -> None:
    assert told(side("health:without-accreditation"), side("health:without-consent")) == {"health": Change.CHANGED}


def test_a_policy_elsewhere_is_never_ranked() -> None:
    assert order("by-reference", "prohibited") is Order.OTHER
    assert order("prohibited", "by-reference") is Order.OTHER
    assert told(side("health"), side("health:by-reference")) == {"health": Change.CHANGED}


def test_barring_only_a_part_weakens_the_whole() -> None:
    changes = compare(side("military"), side("military.weapons"), CATALOGUE).clauses
    assert [(each.use, each.change, each.why) for each in changes] == [
        ("military", Change.WEAKENED, "only a part in the second: military.weapons")
    ]


def test_barring_the_whole_strengthens_a_part_and_drops_nothing() -> None:
    assert told(side("military.weapons"), side("military")) == {"military": Change.STRENGTHENED}


def test_a_part_under_a_weaker_whole_is_weakened() -> None:
    assert told(side("military.weapons"), side("military:if-unlawful")) == {
        "military.weapons": Change.WEAKENED,
        "military": Change.CHANGED,
    }


def test_a_stricter_part_beside_a_dropped_condition_on_the_whole_is_no_mere_weakening() -> None:
    assert told(side("health:without-consent"), side("health.medical-advice")) == {
        "health": Change.CHANGED,
        "health.medical-advice": Change.STRENGTHENED,
    }


def test_of_several_clauses_on_one_use_the_strictest_counts() -> None:
    assert told(side("health:if-unlawful", "health"), side("health")) == {}


bars = st.lists(
    st.tuples(
        st.sampled_from(
            ["health", "health.medical-advice", "health.clinical-use", "military", "military.weapons", "privacy"]
        ),
        st.sampled_from(sorted(CATALOGUE.modes)),
    ).map(":".join),
    max_size=6,
).map(lambda words: side(*words))


@given(bars)
def test_a_side_does_not_differ_from_itself(one: Side) -> None:
    assert compare(one, one, CATALOGUE).clauses == ()


@given(bars, bars)
def test_turning_the_sides_around_turns_every_change_around(one: Side, other: Side) -> None:
    assert told(other, one) == {use: TURNED[change] for use, change in told(one, other).items()}


@given(st.sampled_from(sorted(CATALOGUE.modes)), st.sampled_from(sorted(CATALOGUE.modes)))
def test_strictness_is_antisymmetric(mode: str, other: str) -> None:
    turned = {Order.STRICTER: Order.LOOSER, Order.LOOSER: Order.STRICTER}
    assert order(other, mode) is turned.get(order(mode, other), order(mode, other))


def profile_diff(before: str, after: str) -> Difference:
    profiles = CATALOGUE.profiles
    return compare(side_of_license(before, profiles[before]), side_of_license(after, profiles[after]), CATALOGUE)


def test_the_update_duty_is_what_the_second_stable_diffusion_licence_dropped() -> None:
    found = profile_diff("creativeml-openrail-m", "creativeml-openrail-pp-m")
    assert found.clauses == ()
    assert [each.term for each in found.terms] == ["duty to update", "obligation: use-latest-version on use"]
    assert found.unchanged == found.before.restrictions


def test_a_licence_that_restricts_nothing_drops_everything() -> None:
    mit = CATALOGUE.by_symbol("MIT")
    assert mit is not None
    found = compare(
        side_of_license("creativeml-openrail-m", CATALOGUE.profiles["creativeml-openrail-m"]),
        side_of_license("MIT", mit),
        CATALOGUE,
    )
    assert {each.change for each in found.clauses} == {Change.DROPPED}
    assert found.terms == ()


def test_a_profile_that_may_lack_restrictions_says_so() -> None:
    incomplete = next(each for each in CATALOGUE.profiles.values() if not each.complete)
    assert "not complete" in side_of_license(incomplete.id, incomplete).compared.caveats[0]


@pytest.fixture
def catalogue() -> Catalogue:
    return CATALOGUE


def test_a_text_brings_its_words_and_lines_and_the_name_of_the_licence_that_it_is(catalogue: Catalogue) -> None:
    clause = Clause(use="military", mode="prohibited", text="no use in war", line=7, section="Attachment A (a)")
    known = Recognised(id="creativeml-openrail-m", coverage=0.97, similarity=0.97, lines=(1, 90))
    reading = TextReading(restricted=Restricted.YES, licenses=(known,), restrictions=(clause,))
    made = side_of_text("LICENSE", reading, catalogue)
    assert (made.compared.id, made.compared.title) == ("creativeml-openrail-m", "CreativeML Open RAIL-M")
    assert made.bars == (
        Bar(use="military", mode="prohibited", section="Attachment A (a)", line=7, text="no use in war"),
    )


@pytest.mark.parametrize(
    ("reading", "caveat"),
    [
        (TextReading(restricted=Restricted.UNKNOWN), "could not be read to the end"),
        (TextReading(restricted=Restricted.BY_REFERENCE, policies=("https://example.org/p",)), "https://example.org/p"),
    ],
)
def test_a_text_that_was_not_read_whole_says_so(reading: TextReading, caveat: str, catalogue: Catalogue) -> None:
    assert caveat in side_of_text("LICENSE", reading, catalogue).compared.caveats[0]

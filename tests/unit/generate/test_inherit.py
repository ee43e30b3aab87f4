import pytest

from rail.catalogue.covers import covers
from rail.domain.evidence import Restricted
from rail.generate.answers import Answers, Artifact, Inherited
from rail.generate.bundle import bundle
from rail.generate.clauselist import Bars
from rail.generate.inherit import Base, lost, take_over
from rail.identify.strictness import Order, order


def answers(*clauses: str, **given) -> Answers:
    return Answers(**{"work": "W", "licensor": "L", "artifacts": (Artifact.MODEL,), "clauses": clauses, **given})


def base(*restrictions: tuple[str, str], restricted=Restricted.YES) -> Base:
    bars = tuple(Bars(use=use, mode=mode) for use, mode in restrictions)
    return Base(source="hf:a/b", license="x", restricted=restricted, restrictions=bars)


@pytest.fixture
def take(clauses, catalogue):
    return lambda given, *bases: take_over(given, bases, clauses, catalogue)


def test_the_clause_that_bars_it_in_the_same_way_is_taken(take):
    taken = take(answers("law"), base(("surveillance", "without-consent")))

    assert taken.answers.clauses == ("law", "surveillance:without-consent")
    assert taken.answers.inherited[0].clauses == ("surveillance:without-consent".partition(":")[0],)


def test_a_chosen_clause_that_is_as_strict_is_enough(take):
    taken = take(answers("surveillance"), base(("surveillance.tracking", "without-consent")))

    assert taken.answers.clauses == ("surveillance",)


def test_a_chosen_wording_that_is_looser_is_made_stricter(take):
    taken = take(answers("surveillance:if-unlawful"), base(("surveillance", "prohibited")))

    assert taken.answers.clauses == ("surveillance",)


def test_a_chosen_wording_is_never_exchanged_for_one_that_bars_less(take):
    taken = take(answers("false-information"), base(("disinformation.false-information", "intent-to-harm")))

    assert taken.answers.clauses == ("false-information",)
    (own,) = taken.answers.custom
    assert (own.use, own.mode) == ("disinformation.false-information", "intent-to-harm")


def test_what_no_clause_bars_becomes_a_clause_of_its_own(take):
    taken = take(answers("law"), base(("societal.gambling", "scope-limited")))

    (own,) = taken.answers.custom
    assert (own.use, own.mode) == ("societal.gambling", "prohibited")
    assert taken.answers.inherited[0].clauses == (own.id,)


def test_a_carve_out_that_would_let_go_of_a_restriction_is_dropped(take):
    given = answers("malware", carve_outs={"malware": ("security-testing",)})

    taken = take(given, base(("cybersecurity.malware", "prohibited")))

    assert taken.answers.carve_outs == {}
    assert taken.answers.research_exemption is False


@pytest.mark.parametrize(
    ("variant", "use", "refused"),
    [
        ("openrail", "non-behavioural.non-research", True),
        ("openrail", "non-behavioural.commercial", True),
        ("rail", "non-behavioural.non-research", True),
        ("research", "non-behavioural.non-research", False),
        ("openrail", "non-behavioural.redistribution", True),
        ("research", "non-behavioural.redistribution", True),
        ("rail", "non-behavioural.redistribution", False),
    ],
)
def test_a_variant_that_grants_what_the_base_keeps_is_refused_with_the_reason(take, variant, use, refused):
    taken = take(answers("law", variant=variant), base((use, "prohibited")))

    assert bool(taken.refusals) is refused
    assert all(use in each or "passed on" in each for each in taken.refusals)


def test_unknown_and_business_terms_are_told(take):
    taken = take(
        answers("law"), base(("non-behavioural.commercial", "compliance-conditional"), restricted=Restricted.UNKNOWN)
    )

    assert [each.code for each in taken.remarks] == ["W-INHERIT", "W-TERMS"]
    assert not taken.refusals


def test_every_profile_of_the_catalogue_is_carried_in_full(take, clauses, catalogue):
    for profile in catalogue.profiles.values():
        wanted = [Bars(use=each.use, mode=each.mode) for each in profile.restrictions]
        conduct = [each for each in wanted if not each.use.startswith("non-behavioural")]
        given = Base(source="s", license=profile.id, restricted=Restricted.YES, restrictions=tuple(conduct))
        taken = take(answers("false-information"), given)

        barred = [
            bars for item in bundle(taken.answers, clauses, catalogue).made.items for bars in item.clause.restricts
        ]
        for each in conduct:
            assert any(
                covers(own.use, each.use)
                and (own.mode == "prohibited" or order(own.mode, each.mode) in {Order.SAME, Order.STRICTER})
                for own in barred
            ), (profile.id, each)


def test_what_was_taken_over_before_is_kept_beside_the_new(take):
    first = take(answers("law"), base(("surveillance", "prohibited")))
    other = Base(
        source="hf:c/d", license="y", restricted=Restricted.YES, restrictions=(Bars(use="minors", mode="prohibited"),)
    )

    both = take(first.answers, other)

    assert [each.source for each in both.answers.inherited] == ["hf:a/b", "hf:c/d"]


@pytest.mark.parametrize(
    ("bars", "missing"),
    [
        ((), ("surveillance=without-consent",)),
        ((Bars(use="surveillance", mode="if-unlawful"),), ("surveillance=without-consent",)),
        ((Bars(use="surveillance.mass", mode="prohibited"),), ("surveillance=without-consent",)),
        ((Bars(use="surveillance", mode="without-consent"),), ()),
        ((Bars(use="surveillance", mode="prohibited"),), ()),
    ],
)
def test_a_restriction_that_was_let_go_is_noticed(bars, missing):
    taken = Inherited(source="s", license="l", restrictions=("surveillance=without-consent",))

    assert lost(taken, bars) == missing

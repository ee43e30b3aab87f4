"""How licences, restrictions and facts become verdicts on the declared uses."""

import pytest

from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.domain.use import UseCase
from rail.domain.verdict import Verdict
from rail.errors import UsageError
from rail.policy.determine import applies, determine

A, C, U, P = Verdict
PURL = Purl("pkg:huggingface/acme/m")


def model(*paths, **more):
    more.setdefault("kind", Kind.MODEL)
    return Component(purl=PURL, name="m", locations=tuple(Location(path=p) for p in paths), **more)


def resolution(expression=None, restricted=Restricted.YES, **more):
    more.setdefault("status", Status.RESOLVED)
    return Resolution(component=PURL, expression=expression, restricted=restricted, **more)


def case(*uses, **more):
    return UseCase(id="case", uses=uses, **more)


def ruled(catalogue, resolved, use, *, strict=False, **more):
    (one,) = determine(model(), resolved, case(use, **more), catalogue, strict=strict)
    return one


def verdict(catalogue, license_, use, **more):
    restricted = Restricted.YES if "licenseref" in license_.lower() else Restricted.NO
    return ruled(catalogue, resolution(license_, restricted), use, **more).verdict


@pytest.mark.parametrize(
    ("license_", "use", "more", "expected"),
    [
        ("LicenseRef-barring", "watching", {}, P),
        ("LicenseRef-barring", "watching.mass", {}, P),
        ("LicenseRef-barring", "policing.prediction.place", {}, P),
        ("LicenseRef-barring", "music", {}, A),
        ("LicenseRef-gentle", "policing.prediction", {}, U),
        ("LicenseRef-gentle", "policing.prediction", {"excludes": ("policing.prediction.fraud",)}, A),
        ("LicenseRef-gentle", "policing", {"excludes": ("policing.prediction",)}, A),
        ("LicenseRef-gentle", "policing.prediction", {"facts": {"human-decides": True}}, A),
        ("LicenseRef-gentle", "policing.prediction", {"facts": {"human-decides": False}}, U),
        ("LicenseRef-gentle", "policing.prediction.fraud", {}, C),
        ("LicenseRef-gentle", "policing.prediction.fraud", {"facts": {"human-decides": True}}, A),
        ("LicenseRef-gentle", "policing.prediction.fraud", {"facts": {"human-decides": False}}, P),
        ("LicenseRef-gentle", "policing.prediction.fraud", {"facts": {"consent": True}}, C),
        ("LicenseRef-gentle", "health.triage", {}, C),
        ("LicenseRef-gentle", "health.triage", {"excludes": ("health.advice",)}, A),
        ("LicenseRef-gentle", "health.triage", {"facts": {"consent": True}}, A),
        ("LicenseRef-gentle", "health.triage", {"facts": {"consent": False}}, C),
        ("LicenseRef-barring", "policing", {"excludes": ("policing.prediction",)}, C),
        ("LicenseRef-fixed", "policing.prediction.place", {}, C),
        ("LicenseRef-fixed", "policing.prediction.place", {"excludes": ("watching",)}, A),
        ("LicenseRef-vague", "health.advice", {}, U),
        ("LicenseRef-scoped", "health.advice", {}, U),
        ("LicenseRef-scoped", "health.advice", {"facts": {"within-scope": False}}, A),
        ("LicenseRef-scoped", "health.advice", {"facts": {"within-scope": True}}, P),
        ("LicenseRef-incomplete", "watching", {}, P),
        ("LicenseRef-incomplete", "music", {}, U),
        ("LicenseRef-unread", "music", {}, U),
        ("LicenseRef-linked", "watching", {}, P),
        ("LicenseRef-linked", "music", {}, U),
        ("LicenseRef-partial", "music", {}, A),
        ("LicenseRef-partial", "music", {"strict": True}, U),
        ("LicenseRef-nobody-knows", "music", {}, U),
        ("licenseref-BARRING", "watching", {}, P),
        ("MIT", "watching", {}, A),
        ("GPL-2.0+", "watching", {}, A),
        ("MIT", "non-behavioural.commercial", {}, A),
        ("CC-BY-NC-4.0", "watching", {}, A),
        ("CC-BY-NC-4.0", "non-behavioural.commercial", {}, U),
        ("MIT AND LicenseRef-barring", "watching", {}, P),
        ("MIT OR LicenseRef-barring", "watching", {}, A),
        ("LicenseRef-unread OR LicenseRef-barring", "watching", {}, U),
        ("LicenseRef-barring WITH LLVM-exception", "watching", {}, P),
        ("MIT WITH LicenseRef-No-Watching", "watching", {}, U),
        ("health.typo", "health.nowhere", {}, U),
    ],
)
def test_a_license_and_a_use_give_a_verdict(catalogue, license_, use, more, expected):
    assert verdict(catalogue, license_, use, **more) is expected


def test_a_use_case_cannot_exclude_what_it_declares(catalogue):
    with pytest.raises(UsageError, match="both declares and excludes"):
        verdict(catalogue, "MIT", "watching.mass", excludes=("watching",))


def test_a_free_branch_is_named_only_when_it_matters(catalogue):
    both = resolution("LicenseRef-barring OR (MIT AND GPL-2.0)")
    assert ruled(catalogue, both, "watching").relied_on == "MIT AND GPL-2.0"
    assert ruled(catalogue, both, "music").relied_on is None
    assert ruled(catalogue, resolution("MIT"), "watching").relied_on is None


def test_the_proof_can_be_checked_step_by_step(catalogue):
    trail = ruled(catalogue, resolution("LicenseRef-gentle"), "policing.prediction.fraud").trail
    assert [step.says for step in trail] == [
        "licence: Gentle (gentle)",
        "clause: §2 bars policing.prediction.fraud (fully-automated); it is the declared use",
        "asks: Does a human decide? — not answered (fact `human-decides`)",
    ]


def test_the_proof_of_an_answered_fact_says_so(catalogue):
    trail = ruled(
        catalogue, resolution("LicenseRef-gentle"), "policing.prediction.fraud", facts={"human-decides": True}
    ).trail
    assert trail[-1].says == "asks: Does a human decide? — answered yes (fact `human-decides`)"


def test_a_clause_found_in_the_input_is_shown_with_its_place(catalogue):
    place = Location(path="LICENSE", line=7)
    bound = BoundUse(use="watching", mode="prohibited", section="§1", license="barring", location=place)
    trail = ruled(catalogue, resolution("LicenseRef-barring", restrictions=(bound,)), "watching").trail
    assert trail[1].location == place


def test_what_a_text_bars_counts_beside_a_free_license(catalogue):
    bound = BoundUse(use="watching", mode="prohibited", section="(a)", text="No  watching\nof anyone. " + "x" * 200)
    one = ruled(catalogue, resolution("MIT", restrictions=(bound,)), "watching.mass")
    assert one.verdict is P
    assert one.trail[0].says.startswith("clause: (a) “No watching of anyone. x")
    assert "… " not in one.trail[0].says
    assert verdict(catalogue, "MIT", "watching.mass") is A


def test_a_restriction_that_the_catalogue_does_not_name_still_meets_its_kinds(catalogue):
    bounds = (
        BoundUse(use="watching.birds", mode="prohibited"),
        BoundUse(use="farming", mode="prohibited"),
        BoundUse(use="music", mode="odd"),
    )
    resolved = resolution("MIT", restrictions=bounds)
    assert ruled(catalogue, resolved, "watching.birds.owls").verdict is P
    assert ruled(catalogue, resolved, "watching").verdict is U
    assert ruled(catalogue, resolved, "watching", excludes=("watching.birds",)).verdict is A
    assert ruled(catalogue, resolved, "health").verdict is A
    assert ruled(catalogue, resolved, "music").verdict is U
    involved = resolution("MIT", restrictions=(BoundUse(use="watching.mass.drones", mode="prohibited"),))
    assert ruled(catalogue, involved, "policing").verdict is C


def test_a_license_beside_the_expression_binds_as_a_whole(catalogue):
    bound = BoundUse(use="watching", mode="prohibited", license="linked")
    assert ruled(catalogue, resolution("MIT", restrictions=(bound,)), "music").verdict is U
    assert ruled(catalogue, resolution("MIT", restrictions=(bound,)), "watching").verdict is P


def test_an_ancestor_binds_with_its_whole_license_and_is_named(catalogue):
    base = Purl("pkg:huggingface/acme/base")
    bound = BoundUse(use="watching", mode="prohibited", license="barring", origin=Origin.INHERITED, from_=base)
    one = ruled(catalogue, resolution("MIT OR LicenseRef-barring", restrictions=(bound,)), "policing.prediction")
    assert one.verdict is P
    assert one.trail[0].says == f"licence: {base}: Barring (barring)"


@pytest.mark.parametrize("restricted", [Restricted.UNKNOWN, Restricted.NO, Restricted.YES, Restricted.BY_REFERENCE])
def test_what_is_not_known_in_full_never_passes(catalogue, restricted):
    assert ruled(catalogue, resolution("MIT", restricted, complete=False), "music").verdict is U


def test_unknown_words_are_never_allowed(catalogue):
    assert ruled(catalogue, resolution("MIT", Restricted.UNKNOWN), "music").verdict is U
    missing = resolution(None, Restricted.UNKNOWN, status=Status.MISSING)
    assert ruled(catalogue, missing, "music").verdict is U


def test_words_that_restrict_but_are_not_at_hand_are_unknown(catalogue):
    assert ruled(catalogue, resolution(None, Restricted.BY_REFERENCE), "music").verdict is U
    assert ruled(catalogue, resolution("MIT", Restricted.YES), "music").verdict is U


def test_a_license_that_is_only_named_is_judged_by_its_profile(catalogue):
    assert ruled(catalogue, resolution("LicenseRef-barring", Restricted.BY_REFERENCE), "music").verdict is A


def test_what_restricts_nothing_has_a_short_proof(catalogue):
    one = ruled(catalogue, resolution("MIT", Restricted.NO), "watching")
    assert [step.says for step in one.trail] == ["licence: MIT restricts no use"]
    free = ruled(catalogue, resolution(None, Restricted.NO), "watching")
    assert (free.verdict, len(free.trail)) == (A, 1)


def test_a_long_proof_is_cut_with_the_strictest_steps_kept(catalogue):
    bounds = tuple(BoundUse(use="watching", mode="prohibited", section=f"({n})") for n in range(30))
    trail = ruled(catalogue, resolution("MIT", restrictions=bounds), "watching").trail
    assert len(trail) == 12
    assert trail[0].says.startswith("clause: (0)")
    assert trail[-1].says == "and 19 more"


def test_each_declared_use_has_its_own_determination(catalogue):
    found = determine(model(), resolution("LicenseRef-barring"), case("watching", "music"), catalogue)
    assert [(each.use, each.verdict) for each in found] == [("watching", P), ("music", A)]


@pytest.mark.parametrize(
    ("globs", "paths", "expected"),
    [
        ((), ("a.py",), True),
        (("services/**",), (), True),
        (("services/**",), ("services/a/b.py",), True),
        (("services/**",), ("other/a.py",), False),
        (("services",), ("services/a.py",), True),
        (("services/",), ("services2/a.py",), False),
        (("*.py",), ("a.py",), True),
        (("*.py",), ("deep/a.py",), False),
        (("**/*.py",), ("very/deep/a.py", "x.txt"), True),
        (("./src/?.py",), ("src/a.py",), True),
        (("src**",), ("src/deep/a.py",), True),
        (("a[b].py",), ("a[b].py",), True),
    ],
)
def test_a_use_case_covers_components_by_path(globs, paths, expected):
    assert applies(case("music", applies_to=globs), model(*paths)) is expected


def test_a_component_elsewhere_has_no_determination(catalogue):
    elsewhere = case("watching", applies_to=("services/**",))
    assert determine(model("docs/a.md"), resolution("LicenseRef-barring"), elsewhere, catalogue) == ()


def test_the_project_itself_needs_no_license_but_is_held_to_one_it_has(catalogue):
    root = model(kind=Kind.CODE, root=True)
    missing = resolution(None, Restricted.UNKNOWN, status=Status.MISSING)
    assert determine(root, missing, case("watching"), catalogue) == ()
    assert determine(root, resolution("LicenseRef-barring"), case("watching"), catalogue)[0].verdict is P

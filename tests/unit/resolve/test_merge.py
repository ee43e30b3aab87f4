"""One component, some readings, one answer."""

import pytest
from msgspec.structs import replace

from rail.catalogue.load import Catalogue, CatalogueData, Vocabulary
from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Clause, Evidence, Form, Match, Recognised, Restricted, Role, Status, TextReading
from rail.domain.profile import Artifact, Conduct, FlowDown, GeneralLicense, LicenseProfile, Restriction, Verification
from rail.domain.profile import Level as Read
from rail.domain.record import Purl, SpdxExpression
from rail.resolve.merge import resolve

PURL = Purl("pkg:pypi/thing@1")
THING = Component(purl=PURL, kind=Kind.PACKAGE, name="thing")


def profile(identity: str, expression: str, *, conduct: Conduct = Conduct.YES) -> LicenseProfile:
    bars = (Restriction(use="military", mode="prohibited", section="4(a)"),) if conduct is Conduct.YES else ()
    return LicenseProfile(
        id=identity,
        name=identity,
        family="rail",
        expression=expression,
        artifacts=(Artifact.MODEL,),
        conduct=conduct,
        restrictions=bars,
        complete=True,
        flow_down=FlowDown(required=True),
        verification=Verification(level=Read.FULL_TEXT),
    )


FAMILY = replace(profile("openrail-family-tag", "LicenseRef-openrail"), restrictions=(), complete=False)
CATALOGUE = Catalogue(
    CatalogueData(
        version="t",
        digest="t",
        profiles=(
            profile("peace", "LicenseRef-peace"),
            profile("blank", "LicenseRef-blank", conduct=Conduct.UNKNOWN),
            FAMILY,
        ),
        general=tuple(
            GeneralLicense(id=each, name=each, category="permissive")
            for each in ("MIT", "Apache-2.0", "BSD-3-Clause", "LicenseRef-rail-bsd-family")
        ),
        uses=(),
        modes=(),
        obligations=Vocabulary(kinds={}, triggers={}),
    )
)


def said(statement: str, *, expression: str | None = "", form: Form = Form.NAME, **fields: object) -> Match:
    evidence = Evidence(
        component=PURL, form=form, role=fields.pop("role", Role.DECLARED), statement=statement, source="x"
    )
    known = SpdxExpression(expression or statement) if expression is not None else None
    return Match(evidence=evidence, expression=known, method=str(fields.pop("method", "alias")), **fields)


def text(restricted: Restricted, expression: str | None = None, *clauses: Clause) -> Match:
    ids = ({"LicenseRef-peace": "peace"}.get(expression, expression),) if expression else ()
    found = tuple(Recognised(id=each, coverage=1.0, similarity=1.0, lines=(1, 9)) for each in ids)
    known = SpdxExpression(expression) if expression else None
    reading = TextReading(restricted=restricted, expression=known, licenses=found, restrictions=clauses)
    place = Location(path="LICENSE")
    evidence = Evidence(
        component=PURL, form=Form.TEXT, role=Role.OBSERVED, statement="LICENSE", source="x", location=place
    )
    return Match(evidence=evidence, expression=known, method="text", reading=reading)


def answer(*matches: Match, strict: bool = False) -> tuple[Restricted, Status]:
    found = resolve(THING, matches, CATALOGUE, strict=strict)
    return found.restricted, found.status


def test_nothing_said_is_unknown_and_missing():
    assert answer() == (Restricted.UNKNOWN, Status.MISSING)


def test_a_known_free_licence_is_no():
    assert answer(said("MIT")) == (Restricted.NO, Status.RESOLVED)


def test_a_restricting_licence_that_is_only_named_is_by_reference():
    assert answer(said("LicenseRef-peace")) == (Restricted.BY_REFERENCE, Status.RESOLVED)


def test_a_restricting_licence_whose_text_is_in_hand_is_yes():
    assert answer(text(Restricted.YES, "LicenseRef-peace")) == (Restricted.YES, Status.RESOLVED)


def test_metadata_that_says_mit_over_a_restricting_text_is_a_conflict_and_the_text_holds():
    assert answer(said("MIT"), text(Restricted.YES, "LicenseRef-peace")) == (Restricted.YES, Status.CONFLICT)


def test_metadata_that_says_mit_over_a_text_nobody_knows_is_unknown():
    assert answer(said("MIT"), text(Restricted.UNKNOWN)) == (Restricted.UNKNOWN, Status.RESOLVED)


def test_an_unread_text_keeps_a_restricted_answer_incomplete():
    found = resolve(THING, [text(Restricted.YES, "LicenseRef-peace"), text(Restricted.UNKNOWN)], CATALOGUE)

    assert found.restricted is Restricted.YES
    assert not found.complete


def test_the_free_branch_of_a_choice_is_named():
    found = resolve(THING, [said("LicenseRef-peace OR MIT", form=Form.EXPRESSION)], CATALOGUE)

    assert (found.restricted, found.relied_on) == (Restricted.NO, "MIT")


def test_the_texts_of_both_branches_of_a_choice_do_not_take_the_choice_away():
    found = resolve(
        THING,
        [
            said("LicenseRef-peace OR MIT", form=Form.EXPRESSION),
            text(Restricted.YES, "LicenseRef-peace"),
            text(Restricted.NO, "MIT"),
        ],
        CATALOGUE,
    )

    assert (found.restricted, found.relied_on) == (Restricted.NO, "MIT")


@pytest.mark.parametrize(
    ("choice", "held"),
    [
        ("MIT OR Hippocratic-3.0-ECO-MIL", "LicenseRef-scancode-Hippocratic-3.0"),
        ("MIT OR LicenseRef-Hippocratic-3.0-BDS", "LicenseRef-rail-hippocratic-3.0"),
    ],
)
def test_a_text_with_the_modules_of_a_branch_is_that_branch(choice: str, held: str):
    found = resolve(THING, [said(choice, form=Form.EXPRESSION), text(Restricted.YES, held)], CATALOGUE)

    assert (found.restricted, found.relied_on) == (Restricted.NO, "MIT")


def test_a_choice_between_unknown_and_free_relies_on_the_free_branch():
    assert answer(said("LicenseRef-nobody OR MIT", form=Form.EXPRESSION))[0] is Restricted.NO


def test_both_parts_of_a_conjunction_bind():
    assert answer(said("LicenseRef-nobody AND MIT", form=Form.EXPRESSION))[0] is Restricted.UNKNOWN


@pytest.mark.parametrize("confidence", ["stated", "secondary", "common-knowledge"])
def test_a_known_model_that_depends_is_never_no(confidence):
    row = said("MIT", method="catalogue", confidence=confidence, depends=True)

    assert answer(row)[0] is Restricted.UNKNOWN


def test_common_knowledge_yields_to_a_text_in_hand():
    row = said("LicenseRef-peace", method="catalogue", confidence="common-knowledge")

    assert answer(row, text(Restricted.NO, "MIT"))[0] is Restricted.NO


def test_strict_takes_common_knowledge_for_unknown():
    row = said("MIT", method="catalogue", confidence="common-knowledge")

    assert answer(row)[0] is Restricted.NO
    assert answer(row, strict=True)[0] is Restricted.UNKNOWN


def test_words_that_name_nothing_do_not_hide_what_is_known():
    assert answer(said("Other/Proprietary License", expression=None, method="empty"), said("MIT"))[0] is Restricted.NO


def test_an_unknown_name_without_a_text_is_unknown():
    assert answer(said("Acme terms", expression=None)) == (Restricted.UNKNOWN, Status.UNRECOGNISED)


def test_an_unknown_name_beside_a_known_one_stays_unknown():
    assert answer(said("Acme terms", expression=None), said("MIT"))[0] is Restricted.UNKNOWN


def test_a_name_nobody_knows_is_not_cleared_by_a_free_text_beside_it():
    assert answer(said("Acme terms", expression=None), text(Restricted.NO, "MIT"))[0] is Restricted.UNKNOWN


def test_words_that_only_point_at_the_text_are_answered_by_it():
    pointer = said("see LICENSE.txt", expression=None, method="empty")

    assert answer(pointer, text(Restricted.NO, "MIT"))[0] is Restricted.NO


def test_members_of_one_family_do_not_disagree():
    found = answer(said("BSD", expression="LicenseRef-rail-bsd-family"), text(Restricted.NO, "BSD-3-Clause"))

    assert found == (Restricted.NO, Status.RESOLVED)


def test_two_unrelated_free_licences_disagree_and_still_bar_nothing():
    assert answer(said("MIT"), text(Restricted.NO, "Apache-2.0")) == (Restricted.NO, Status.CONFLICT)


def test_the_users_own_conclusion_decides_alone():
    concluded = said("MIT", form=Form.EXPRESSION, role=Role.CONCLUDED)

    assert answer(concluded, text(Restricted.YES, "LicenseRef-peace"), said("x", expression=None))[0] is Restricted.NO


def test_a_licence_without_a_known_text_is_unknown():
    assert answer(said("LicenseRef-blank"))[0] is Restricted.UNKNOWN


def test_a_clause_carries_its_words_and_place():
    clause = Clause(use="military", mode="prohibited", text="no war", line=7, section="4(a)")
    found = resolve(THING, [text(Restricted.YES, "LicenseRef-peace", clause)], CATALOGUE)

    assert [(b.use, b.license, b.text, b.location) for b in found.restrictions] == [
        ("military", "peace", "no war", Location(path="LICENSE", line=7))
    ]


def test_clauses_of_a_text_nobody_knows_bind_without_a_licence():
    clause = Clause(use="surveillance", mode="prohibited", text="no watching", line=3)
    found = resolve(THING, [said("MIT"), text(Restricted.YES, None, clause)], CATALOGUE)

    assert [(b.use, b.license) for b in found.restrictions] == [("surveillance", None)]


def test_a_clause_slipped_into_a_free_text_is_not_covered_by_a_choice():
    clause = Clause(use="surveillance", mode="prohibited", text="no watching", line=3)
    found = resolve(
        THING,
        [said("MIT OR Apache-2.0", form=Form.EXPRESSION), text(Restricted.YES, "MIT", clause)],
        CATALOGUE,
    )

    assert found.restricted is Restricted.YES


def attached(name: str, **fields: object) -> Match:
    reading = TextReading(restricted=Restricted.UNKNOWN, **fields)
    evidence = Evidence(component=PURL, form=Form.TEXT, role=Role.OBSERVED, statement=f"x.dist-info/{name}", source="x")
    return Match(evidence=evidence, expression=None, method="text", reading=reading)


@pytest.mark.parametrize("name", ["AUTHORS", "AUTHORS.rst", "CONTRIBUTORS.md", "CHANGELOG.rst"])
def test_a_list_of_authors_or_changes_takes_nothing_from_a_known_licence(name):
    assert answer(said("MIT"), attached(name))[0] is Restricted.NO


def test_a_notice_that_lays_down_nothing_takes_nothing_from_a_known_licence():
    assert answer(said("MIT"), attached("NOTICE", silent=True))[0] is Restricted.NO


def test_a_notice_with_rules_nobody_knows_leaves_the_licence_unknown():
    assert answer(said("MIT"), attached("NOTICE"))[0] is Restricted.UNKNOWN


def test_a_list_of_authors_with_a_suspicious_line_is_not_passed_over():
    assert answer(said("MIT"), attached("AUTHORS", problems=("line 3: bars something",)))[0] is Restricted.UNKNOWN


def test_a_list_of_authors_alone_is_no_licence():
    assert answer(attached("AUTHORS", silent=True)) == (Restricted.UNKNOWN, Status.MISSING)


def test_a_home_made_text_that_binds_a_policy_by_link_stays_incomplete():
    clause = Clause(use="military", mode="prohibited", text="no war", line=7)
    reading = TextReading(restricted=Restricted.YES, restrictions=(clause,), policies=("https://example.org/policy",))
    evidence = Evidence(component=PURL, form=Form.TEXT, role=Role.OBSERVED, statement="LICENSE", source="x")
    found = resolve(THING, [Match(evidence=evidence, expression=None, method="text", reading=reading)], CATALOGUE)

    assert found.restricted is Restricted.YES
    assert not found.complete


def test_a_copy_of_a_text_says_its_clauses_once():
    clause = Clause(use="military", mode="prohibited", text="not for war", line=3)
    other = Clause(use="military", mode="prohibited", text="no war", line=3)
    texts = [text(Restricted.YES, None, each) for each in (clause, clause, other)]

    found = resolve(THING, texts, CATALOGUE)

    assert [each.text for each in found.restrictions] == ["not for war", "no war"]


def test_the_name_of_a_family_is_spelled_out_by_a_text_of_it():
    said_so = resolve(THING, [said("LicenseRef-openrail"), text(Restricted.YES, "LicenseRef-peace")], CATALOGUE)
    assert (said_so.status, said_so.restricted, said_so.licenses) == (Status.RESOLVED, Restricted.YES, ("peace",))


@pytest.mark.parametrize("other", [("MIT", Restricted.NO), (None, Restricted.YES), (None, Restricted.UNKNOWN)])
def test_the_name_of_a_family_is_not_spelled_out_by_any_other_text(other):
    expression, answer = other
    kept = resolve(THING, [said("LicenseRef-openrail"), text(answer, expression)], CATALOGUE)
    assert "openrail-family-tag" in kept.licenses
    assert kept.restricted in {Restricted.BY_REFERENCE, Restricted.YES}

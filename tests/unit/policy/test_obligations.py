"""What the licences ask, held against what the project does with each thing; the catalogue is the real one."""

import pytest

from rail.catalogue.load import Catalogue, load
from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.duty import Duty, Owing, Standing
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.record import Purl, SpdxExpression
from rail.domain.report import CatalogueStamp, Report, Summary, Tool
from rail.policy.obligations import owing
from rail.policy.obligations.wording import LicenseText

LLAMA = "LicenseRef-scancode-llama-3.1-license-2024"
BASE = Purl("pkg:huggingface/meta-llama/Llama-3.1-8B")


@pytest.fixture(scope="module", name="full")
def full_catalogue() -> Catalogue:
    return load()


def thing(purl: str, engagement: Engagement = Engagement.USES, **fields: object) -> Component:
    name = purl.removeprefix("pkg:").partition("/")[2]
    return Component(purl=Purl(purl), kind=Kind.MODEL, name=name, engagement=engagement, **fields)  # type: ignore[arg-type]


def under(purl: str, expression: str | None, status: Status = Status.RESOLVED, **fields: object) -> Resolution:
    known = expression is not None
    said: dict[str, object] = {"restricted": Restricted.BY_REFERENCE if known else Restricted.UNKNOWN, **fields}
    written = SpdxExpression(expression) if expression is not None else None
    return Resolution(component=Purl(purl), status=status, expression=written, **said)  # type: ignore[arg-type]


def owed(
    catalogue: Catalogue,
    components: list[Component],
    resolutions: list[Resolution],
    edges: list[Edge] | None = None,
    texts: dict[str, list[LicenseText]] | None = None,
) -> Owing:
    report = Report(
        tool=Tool(name="rail", version="0"),
        catalogue=CatalogueStamp(version="0", digest="0"),
        inputs=("project",),
        components=tuple(components),
        edges=tuple(edges or ()),
        evidence=(),
        resolutions=tuple(resolutions),
        determinations=(),
        findings=(),
        problems=(),
        summary=Summary(
            components=0, files=0, restricted={}, verdicts={}, findings={}, ignored=0, unread=0, use_cases=0
        ),
    )
    return owing(report, catalogue, texts or {})


def one(found: Owing, kind: str, trigger: str = "distribution") -> Duty:
    (duty,) = [each for each in found.duties if each.kind == kind and each.trigger == trigger]
    return duty


def test_what_is_only_referenced_asks_for_nothing_now(full):
    found = owed(full, [thing(BASE, Engagement.REFERENCES)], [under(BASE, LLAMA)])

    assert found.duties
    assert {each.standing for each in found.duties} == {Standing.NOT_NOW}
    assert {each.why for each in found.duties} == {"you only reference it"}


def test_what_is_used_binds_by_its_policy_now_and_by_the_rest_once_it_is_passed_on(full):
    found = owed(full, [thing(BASE)], [under(BASE, LLAMA)])

    assert one(found, "follow-policy", "use").standing is Standing.NOW
    assert one(found, "give-copy").standing is Standing.IF
    assert one(found, "display-name").phrase == "Built with Llama"
    assert one(found, "ask-license", "use").standing is Standing.IF
    assert "700 million" in one(found, "ask-license", "use").clause.text


def test_what_is_passed_on_unchanged_needs_a_copy_but_no_new_name(full):
    found = owed(full, [thing(BASE, Engagement.REDISTRIBUTES)], [under(BASE, LLAMA)])

    assert one(found, "give-copy").standing is Standing.NOW
    assert one(found, "notice-file").standing is Standing.NOW
    assert one(found, "name-prefix").standing is Standing.IF


def test_a_derivative_of_ones_own_must_bear_the_name_and_shows_the_chain(full):
    root = thing("pkg:generic/lora", root=True)
    own = thing("pkg:generic/lora?artifact=model")
    middle = "pkg:huggingface/acme/tuned"
    edges = [
        Edge(
            source=own.purl,
            relation=Relation.ADAPTER_OF,
            target=Purl(middle),
            location=Location(path="README.md", line=3),
        ),
        Edge(source=Purl(middle), relation=Relation.FINETUNED_FROM, target=BASE),
    ]
    found = owed(
        full,
        [root, own, thing(middle, Engagement.REFERENCES), thing(BASE, Engagement.REFERENCES, found_by=("catalogue",))],
        [under(root.purl, "MIT"), under(own.purl, "Apache-2.0"), under(middle, "MIT"), under(BASE, LLAMA)],
        edges,
    )
    prefix = one(found, "name-prefix")

    assert prefix.standing is Standing.NOW
    assert [hop.target for each in prefix.bearers for hop in each.chain] == [middle, BASE]
    assert prefix.bearers[0].chain[0].location == Location(path="README.md", line=3)
    assert prefix.todo == "Let the name of the model begin with “Llama”."
    assert {each.license for each in found.duties} == {"llama3.1"}
    assert [each.license for each in found.general] == ["Apache-2.0", "MIT"]


def test_what_a_model_declares_and_inherits_alike_is_asked_once_and_as_it_binds_most(full):
    root = thing("pkg:generic/tuned", root=True)
    own = thing("pkg:generic/tuned?artifact=model", Engagement.REDISTRIBUTES)
    other = thing("pkg:huggingface/acme/other", Engagement.REDISTRIBUTES)
    found = owed(
        full,
        [root, own, other, thing(BASE, Engagement.REFERENCES)],
        [under(root.purl, "MIT"), under(own.purl, LLAMA), under(other.purl, LLAMA), under(BASE, LLAMA)],
        [Edge(source=own.purl, relation=Relation.FINETUNED_FROM, target=BASE)],
    )
    asked = [
        (each.kind, each.trigger, each.clause.text, component)
        for each in found.duties
        for component in {bearer.component for bearer in each.bearers}
    ]
    prefixes = [each for each in found.duties if (each.kind, each.trigger) == ("name-prefix", "distribution")]

    assert len(asked) == len(set(asked))
    assert {bearer.component: each.standing for each in prefixes for bearer in each.bearers} == {
        own.purl: Standing.NOW,
        other.purl: Standing.IF,
    }
    assert all(bearer.chain for each in prefixes for bearer in each.bearers if bearer.component == own.purl)


@pytest.mark.parametrize(
    ("name", "standing"),
    [("acme/Llama-helper", Standing.DONE), ("acme/llama-helper", Standing.DONE), ("acme/my-Llama", Standing.NOW)],
)
def test_a_published_name_that_begins_as_asked_is_done(full, name, standing):
    own = thing(f"pkg:huggingface/{name}", Engagement.REDISTRIBUTES)
    edge = Edge(source=own.purl, relation=Relation.FINETUNED_FROM, target=BASE)
    found = owed(full, [own, thing(BASE, Engagement.REFERENCES)], [under(own.purl, LLAMA), under(BASE, LLAMA)], [edge])

    assert standing in {each.standing for each in found.duties if each.kind == "name-prefix"}
    assert all(each.bearers[0].component == own.purl for each in found.duties)


def test_what_was_trained_on_output_owes_what_the_licence_ties_to_training(full):
    own = thing("pkg:huggingface/acme/student", Engagement.REDISTRIBUTES)
    teacher = Purl("pkg:huggingface/Qwen/teacher")
    edge = Edge(source=own.purl, relation=Relation.DISTILLED_FROM, target=teacher)
    found = owed(
        full,
        [own, thing(teacher, Engagement.REFERENCES, found_by=("catalogue",))],
        [under(own.purl, "MIT"), under(teacher, "LicenseRef-scancode-qwen-2024")],
        [edge],
    )

    assert one(found, "display-name", "training").standing is Standing.NOW
    assert one(found, "give-copy").standing is Standing.IF
    assert "does not say" in one(found, "give-copy").why


def test_a_free_choice_frees_from_the_duties_of_the_other(full):
    resolution = under(BASE, f"MIT OR {LLAMA}", restricted=Restricted.NO, relied_on="MIT")

    assert owed(full, [thing(BASE)], [resolution]).duties == ()


def test_a_choice_among_bound_licences_is_told_as_a_doubt(full):
    found = owed(full, [thing(BASE)], [under(BASE, f"{LLAMA} OR LicenseRef-scancode-gemma-tou-2025-03-24")])

    assert {each.license for each in found.duties} == {"llama3.1", "gemma-2025-03-24"}
    assert all("one of the choices" in (each.bearers[0].doubt or "") for each in found.duties)


def test_statements_that_disagree_leave_a_doubt_and_both_lists(full):
    resolution = under(BASE, f"{LLAMA} AND MIT", Status.CONFLICT, licenses=("llama3.1", "MIT"))
    found = owed(full, [thing(BASE)], [resolution])

    assert found.duties
    assert all("disagree" in (each.bearers[0].doubt or "") for each in found.duties)


def test_an_unknown_licence_is_never_an_empty_list(full):
    found = owed(full, [thing(BASE)], [under(BASE, None, Status.MISSING, reason="no licence was found")])

    assert [(each.component, each.reason) for each in found.unknown] == [(BASE, "no licence was found")]


def test_an_ancestor_of_unknown_terms_leaves_unknown_what_is_asked(full):
    own = thing("pkg:huggingface/acme/tuned")
    edge = Edge(source=own.purl, relation=Relation.FINETUNED_FROM, target=BASE)
    found = owed(
        full,
        [own, thing(BASE, Engagement.REFERENCES)],
        [under(own.purl, "MIT"), under(BASE, None, Status.MISSING, reason="no licence was found")],
        [edge],
    )

    assert [(each.component, each.reason) for each in found.unknown] == [
        (own.purl, f"it is built on {BASE}: no licence was found")
    ]


def test_the_licence_of_the_project_itself_binds_only_who_is_not_its_licensor(full):
    root = thing("pkg:generic/project", root=True)
    found = owed(full, [root], [under(root.purl, "LicenseRef-scancode-bigscience-open-rail-m")])

    assert {each.standing for each in found.duties} == {Standing.IF}
    assert all("licensor" in each.why for each in found.duties)


def test_a_lineage_that_runs_in_a_circle_ends(full):
    one_, two = thing("pkg:huggingface/a/one"), thing("pkg:huggingface/a/two")
    edges = [
        Edge(source=one_.purl, relation=Relation.MERGED_FROM, target=two.purl),
        Edge(source=two.purl, relation=Relation.MERGED_FROM, target=one_.purl),
    ]
    found = owed(full, [one_, two], [under(one_.purl, LLAMA), under(two.purl, "MIT")], edges)

    assert [len(each.chain) for each in one(found, "give-copy").bearers] == [0, 1]


def test_a_licence_that_ends_with_a_territory_says_so_to_who_uses_it(full):
    found = owed(full, [thing(BASE)], [under(BASE, "LicenseRef-rail-tencent-hunyuan-large")])

    territory = one(found, "stay-in-territory", "use")
    assert territory.standing is Standing.NOW
    assert "EU" in territory.clause.text


def test_after_a_breach_is_not_now(full):
    found = owed(full, [thing(BASE)], [under(BASE, "LicenseRef-scancode-responsible-ai-source-1.1")])

    assert one(found, "destroy-copies", "breach").standing is Standing.NOT_NOW


def test_a_clause_comes_from_the_scanned_text_with_its_line(full):
    text = LicenseText(
        "LICENSE",
        'Terms\n\nWhoever passes it on must add a copy of this licence.\n\n"Copy" means a copy of this licence.',
    )
    found = owed(full, [thing(BASE)], [under(BASE, LLAMA)], texts={"llama3.1": [text]})
    clause = one(found, "give-copy").clause

    assert clause.quoted
    assert (clause.text, clause.location) == (
        "Whoever passes it on must add a copy of this licence.",
        Location(path="LICENSE", line=3),
    )
    assert not one(found, "display-name").clause.quoted


def test_a_text_that_differs_from_the_licence_and_lacks_a_clause_leaves_it_open(full):
    text = LicenseText("LICENSE", "Whoever passes it on must add a copy of this licence.", exact=False)
    found = owed(full, [thing(BASE, Engagement.REDISTRIBUTES)], [under(BASE, LLAMA)], texts={"llama3.1": [text]})

    assert one(found, "give-copy").standing is Standing.NOW
    assert one(found, "notice-file").standing is Standing.IF
    assert "not found" in one(found, "notice-file").why


def test_every_profile_comes_to_duties_of_the_vocabulary_with_something_to_do(full):
    for profile in full.profiles.values():
        found = owed(full, [thing(BASE, Engagement.REDISTRIBUTES)], [under(BASE, profile.expression)])
        for each in found.duties:
            assert each.kind in full.obligations.kinds
            assert each.trigger in full.obligations.triggers
            assert each.todo
            assert "{" not in each.todo
            assert each.clause.text
            if each.kind == "name-prefix":
                assert each.phrase, profile.id

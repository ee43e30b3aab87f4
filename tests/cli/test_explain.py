import json

import jsonschema
import pytest

from rail.report.schema import schemas


def explained(here, thing):
    run = here("explain", thing, "--format", "json")
    assert run.returncode == 0, run.stderr
    document = json.loads(run.stdout)
    jsonschema.Draft202012Validator(json.loads(schemas()["rail.explain-1.json"])).validate(document)
    return document


def group(document, heading):
    return next(each["entries"] for each in document["groups"] if each["heading"] == heading)


@pytest.mark.parametrize(
    ("thing", "kind", "identity"),
    [
        ("bigscience-openrail-m", "license", "bigscience-openrail-m"),
        ("LicenseRef-scancode-bigscience-open-rail-m", "license", "bigscience-openrail-m"),
        ("BigScience Open RAIL-M License", "license", "bigscience-openrail-m"),
        ("mit", "license", "MIT"),
        ("Apache License 2.0", "license", "Apache-2.0"),
        ("law-enforcement.crime-prediction", "use", "law-enforcement.crime-prediction"),
        ("crime-prediction", "use", "law-enforcement.crime-prediction"),
        ("predictive policing", "use", "law-enforcement.crime-prediction"),
        ("without-consent", "mode", "without-consent"),
        ("RAIL101", "rule", "RAIL101"),
        ("rail101", "rule", "RAIL101"),
    ],
)
def test_a_thing_is_found_by_its_id_and_by_its_names(here, thing, kind, identity):
    document = explained(here, thing)

    assert (document["kind"], document["id"]) == (kind, identity)


def test_a_licence_says_what_it_restricts_where_and_how_and_how_this_is_known(here):
    document = explained(here, "bigscience-openrail-m")

    assert document["restricted"] == "yes"
    clause = next(each for each in group(document, "restricts") if each["use"] == "law-enforcement")
    assert clause["mode"] == "prohibited"
    assert clause["section"]
    assert any(each.get("confidence") == "full-text" for each in group(document, "how this is known"))
    assert group(document, "obliges")


def test_a_licence_that_restricts_nothing_says_no(here):
    assert explained(here, "MIT")["restricted"] == "no"


def test_a_use_says_which_licences_restrict_it_whole_and_in_part(here):
    document = explained(here, "law-enforcement")

    whole = {each["license"] for each in group(document, "restricted by")}
    part = [each["use"] for each in group(document, "restricted in part by")]
    assert "bigscience-openrail-m" in whole
    assert part
    assert all(each.startswith("law-enforcement.") for each in part)


def test_a_mode_says_what_it_asks_and_the_verdict_for_each_answer(here):
    document = explained(here, "without-consent")

    assert "consent" in group(document, "asks")[0]["says"]
    assert [each["says"] for each in group(document, "verdict")] == [
        "no answer: conditional",
        "yes: allowed",
        "no: prohibited",
    ]


def test_a_rule_says_what_why_and_what_to_do(here):
    says = [each["says"] for each in group(explained(here, "RAIL101"), "says")]

    assert says[0]
    assert any(each.startswith("What to do:") for each in says)


@pytest.mark.parametrize("thing", ["bigscience/bloom", "hf:bigscience/bloom", "pkg:huggingface/bigscience/bloom"])
def test_a_model_says_what_is_on_record_with_source_and_confidence_and_what_follows(here, thing):
    document = explained(here, thing)

    assert document["kind"] == "model"
    (row,) = group(document, "on record")
    assert "bigscience-bloom-rail-1.0" in row["says"]
    assert row["confidence"] == "stated"
    assert row["source"]
    assert document["restricted"] in {"yes", "by-reference"}
    assert any(each["use"] == "law-enforcement" for each in group(document, "restricts"))


def test_a_package_of_which_nothing_is_known_is_unknown_and_never_free(here):
    document = explained(here, "pkg:pypi/no-such-package-at-all@1.0")

    assert document["restricted"] == "unknown"


def test_an_ambiguous_name_lists_what_it_can_mean(here):
    run = here("explain", "gemma")

    assert run.returncode == 2
    assert run.stderr.startswith("error: ambiguous: gemma\n  help: say which: license:")
    assert run.stderr.endswith(", model:gemma\n")
    assert explained(here, "model:gemma")["kind"] == "model"
    assert explained(here, "license:gemma-2024-04-01")["kind"] == "license"


def test_an_exact_id_is_meant_before_a_name_and_a_kind_says_otherwise(here):
    assert explained(here, "llama3.1")["kind"] == "license"
    assert explained(here, "model:llama3.1")["kind"] == "model"


def test_an_ambiguous_use_lists_its_full_ids(here):
    run = here("explain", "polygraph")

    assert run.returncode == 2
    assert "law-enforcement.polygraph" in run.stderr


@pytest.mark.parametrize(
    ("thing", "hint"),
    [
        ("bigscience-openrail-n", "license:bigscience-openrail-m"),
        ("survelance", "use:surveillance"),
        ("without-consnt", "mode:without-consent"),
        ("RAIL999", "RAIL101"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(here, thing, hint):
    run = here("explain", thing)

    assert run.returncode == 2
    assert run.stdout == ""
    assert hint in run.stderr


def test_what_is_no_package_url_is_a_usage_error(here):
    run = here("explain", "pkg:nothing")

    assert run.returncode == 2
    assert "not a package URL" in run.stderr


def test_the_text_is_the_same_proof_for_people(here):
    run = here("explain", "crime-prediction")

    assert run.stdout.startswith("law-enforcement.crime-prediction  (use)  Crime prediction\n")
    assert "\nrestricted by:\n" in run.stdout


def test_show_is_explain_under_the_catalogue(here):
    assert here("catalogue", "show", "MIT").stdout == here("explain", "MIT").stdout


LOCK = {
    "name": "shop",
    "version": "1.0.0",
    "lockfileVersion": 3,
    "packages": {
        "": {"name": "shop", "version": "1.0.0", "dependencies": {"a": "1", "b": "1"}, "devDependencies": {"t": "1"}},
        "node_modules/a": {"version": "1.0.0", "license": "MIT", "dependencies": {"react-leaflet": "5"}},
        "node_modules/b": {"version": "1.0.0", "license": "MIT", "dependencies": {"a": "1"}},
        "node_modules/t": {"version": "1.0.0", "license": "MIT", "dev": True, "dependencies": {"react-leaflet": "4"}},
        "node_modules/react-leaflet": {"version": "5.0.0", "license": "Hippocratic-2.1"},
        "node_modules/t/node_modules/react-leaflet": {"version": "4.2.1", "license": "Hippocratic-2.1", "dev": True},
    },
}
WAYS = [
    "generic/shop@1.0.0 → npm/a@1.0.0 → npm/react-leaflet@5.0.0",
    "generic/shop@1.0.0 → npm/b@1.0.0 → npm/a@1.0.0 → npm/react-leaflet@5.0.0",
]
DEV_WAY = "generic/shop@1.0.0 → npm/t@1.0.0 [dev] → npm/react-leaflet@4.2.1 [dev]"


def says(document, heading):
    return [each["says"] for each in group(document, heading)]


def test_a_package_of_the_project_says_every_way_that_leads_to_it(here, tmp_path):
    (tmp_path / "package-lock.json").write_text(json.dumps(LOCK, indent=1))

    document = explained(here, "pkg:npm/react-leaflet@5.0.0")

    assert says(document, "is here through") == WAYS
    assert says(document, "named in")[0].startswith("package-lock.json:")


def test_a_package_without_a_version_means_each_version_in_the_project(here, tmp_path):
    (tmp_path / "package-lock.json").write_text(json.dumps(LOCK, indent=1))

    assert sorted(says(explained(here, "pkg:npm/react-leaflet"), "is here through")) == sorted([*WAYS, DEV_WAY])


def test_a_package_is_looked_for_in_the_input_that_is_named_be_it_a_saved_report(here, tmp_path):
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "package-lock.json").write_text(json.dumps(LOCK))
    assert here("scan", "web", "-q", "-o", "saved.json").returncode == 0

    for given in ("web", "saved.json"):
        run = here("explain", "pkg:npm/react-leaflet@4.2.1", "--in", given)
        assert f"is here through:\n  {DEV_WAY}\n" in run.stdout


def test_what_the_project_does_not_hold_is_explained_all_the_same(here, tmp_path):
    (tmp_path / "package-lock.json").write_text(json.dumps(LOCK))

    document = explained(here, "pkg:npm/react-leaflet@3.0.0")

    assert document["restricted"] == "by-reference"
    assert says(document, "is here through") == ["nothing: it is not in ."]


def test_ways_without_number_are_cut_and_counted(here, tmp_path):
    names = [f"p{at}" for at in range(30)]
    packages = {f"node_modules/{name}": {"version": "1.0.0", "dependencies": {"end": "1"}} for name in names}
    root = {"name": "shop", "dependencies": dict.fromkeys(names, "1")}
    packages |= {"": root, "node_modules/end": {"version": "1.0.0"}}
    (tmp_path / "package-lock.json").write_text(json.dumps({**LOCK, "packages": packages}))

    ways = says(explained(here, "pkg:npm/end@1.0.0"), "is here through")

    assert len(ways) == 21
    assert ways[-1] == "and 10 more"

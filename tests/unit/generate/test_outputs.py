import json
import xml.etree.ElementTree as ET

import jsonschema
import pytest
import tomli
import yaml
from packaging.licenses import canonicalize_license_expression

from rail.expression.parse import parse
from rail.generate.answers import Artifact, Custom, Inherited
from rail.generate.schema import schemas

ODD = "Kestrel: \"7B\" 'x' #1 - é"


@pytest.fixture
def made(make):
    return make(
        presets=("surveillance-and-crime",),
        names=("malware", "likeness"),
        work=ODD,
        artifacts=tuple(Artifact),
        carve_outs={"malware": ("security-testing",)},
        custom=(Custom(id="WH-1", text="to locate whales for whaling", use="environment"),),
        inherited=(
            Inherited(source="hf:bigscience/bloom", license="bigscience-bloom-rail-1.0", clauses=("likeness",)),
        ),
    )


def test_the_policy_and_the_answers_keep_to_their_published_schemas(made):
    published = {name: json.loads(content) for name, content in schemas().items()}

    jsonschema.validate(json.loads(made.files["rail-policy.json"]), published["rail.policy-1.json"])
    jsonschema.validate(tomli.loads(made.files["rail-license.toml"].decode()), published["rail.license-1.json"])


def test_the_policy_lists_every_restriction_with_its_clause(made):
    policy = json.loads(made.files["rail-policy.json"])

    told = {(clause["code"], bars["use"], bars["mode"]) for clause in policy["clauses"] for bars in clause["restricts"]}
    assert ("PR-04", "surveillance", "prohibited") in told
    assert ("IN-03", "disinformation.impersonation", "without-consent") in told
    assert ("WH-1", "environment", "prohibited") in told
    assert policy["binds"] == {"derivatives": True, "outputs": True, "trained-models": True, "recipients": True}
    by_code = {clause["code"]: clause for clause in policy["clauses"]}
    assert by_code["SE-01"]["exceptions"] == ["security-testing"]
    assert by_code["IN-03"]["inherited-from"] == ["hf:bigscience/bloom"]
    assert by_code["IN-03"]["eu-ai-act"] == ["Art. 50(4)"]


@pytest.mark.parametrize(
    ("variant", "other", "permits"),
    [
        ("openrail", [], {"commercial-use": True, "modification": True, "distribution": True, "research-only": False}),
        (
            "research",
            ["non-behavioural.non-research"],
            {"commercial-use": False, "modification": True, "distribution": True, "research-only": True},
        ),
        (
            "rail",
            ["non-behavioural.redistribution"],
            {"commercial-use": True, "modification": False, "distribution": False, "research-only": False},
        ),
    ],
)
def test_the_policy_says_what_the_variant_grants(make, variant, other, permits):
    policy = json.loads(make(variant=variant).files["rail-policy.json"])

    assert policy["other-uses"] == other
    assert policy["permits"] == permits
    assert bool(policy["obligations"]) is (variant != "rail")


def test_the_places_in_the_policy_are_those_of_the_text(made):
    lines = made.text.splitlines()
    for clause in json.loads(made.files["rail-policy.json"])["clauses"]:
        letter = clause["place"].rpartition(" ")[2]
        at = next(number for number, line in enumerate(lines) if f"[{clause['code']}]" in line)
        start = next(number for number in range(at, -1, -1) if lines[number].startswith("  ("))
        assert lines[start].startswith(f"  {letter} "), clause["id"]


def test_odrl_has_one_prohibition_for_each_restriction_and_the_fact_it_hangs_on(made):
    offer = json.loads(made.files["rail-policy.odrl.jsonld"])
    rows = {each["uid"]: each for each in offer["prohibition"]}

    assert offer["@type"] == "Offer"
    assert len(rows) == len(offer["prohibition"]) == sum(len(each.clause.restricts) for each in made.made.items)
    likeness = rows["urn:rail:clause:IN-03:disinformation.impersonation"]["constraint"]
    assert likeness[0]["rightOperand"]["@id"] == "rail:use:disinformation.impersonation"
    assert {"leftOperand": "rail:fact:consent", "operator": "eq", "rightOperand": False} in likeness
    assert [each["leftOperand"] for each in rows["urn:rail:clause:DE-01:military.weapons"]["constraint"]] == ["purpose"]


def test_a_fact_that_bars_when_true_is_asked_for_as_true(make):
    offer = json.loads(make(clauses=("impersonation",)).files["rail-policy.odrl.jsonld"])

    (prohibition,) = offer["prohibition"]
    assert prohibition["constraint"][1] == {
        "leftOperand": "rail:fact:intent-to-deceive",
        "operator": "eq",
        "rightOperand": True,
    }


def test_the_cards_have_front_matter_that_the_hub_understands(made):
    model = made.files["rail-license/for-model.txt"].decode()
    _, head, body = model.split("---\n", 2)

    assert yaml.safe_load(head) == {
        "license": "other",
        "license_name": "kestrel-7b-x-1-e-openrail-dams",
        "license_link": "LICENSE",
        "base_model": ["bigscience/bloom"],
    }
    assert "- Surveillance (PR-04)" in body
    dataset = made.files["rail-license/for-dataset.txt"].decode()
    assert yaml.safe_load(dataset.split("---\n")[1])["license_link"] == "LICENSE"


def test_cards_are_made_for_what_is_licensed_and_nothing_else(make):
    files = make(artifacts=(Artifact.SOURCE_CODE,)).files

    assert not [path for path in files if path.endswith(("for-model.txt", "for-dataset.txt"))]


def test_the_packaging_snippets_parse_and_name_the_same_expression(made):
    project = tomli.loads(made.files["rail-license/for-pyproject.txt"].decode())["project"]
    reuse = tomli.loads(made.files["rail-license/for-reuse.txt"].decode())
    package = json.loads(made.files["rail-license/for-package-json.txt"])

    assert canonicalize_license_expression(project["license"]) == made.made.reference
    assert parse(made.made.reference) == made.made.reference
    assert reuse["annotations"][0]["SPDX-License-Identifier"] == made.made.reference
    assert package == {"license": "SEE LICENSE IN LICENSE"}
    assert made.files[f"LICENSES/{made.made.reference}.txt"] == made.text.encode()


def test_cyclonedx_carries_the_text_and_the_restrictions(made):
    ((licence,),) = (json.loads(made.files["rail-license/cyclonedx.json"]),)
    told = {each["name"]: each["value"] for each in licence["license"]["properties"]}

    assert set(licence) == {"license"}
    assert licence["license"]["name"] == made.made.reference
    assert licence["license"]["text"]["content"] == made.text
    assert told["rail:restriction:PR-04"] == "surveillance=prohibited"


def test_the_badge_is_drawn_and_says_the_family(made):
    drawing = ET.fromstring(made.files["rail-license/badge.svg"])

    assert "OpenRAIL-DAMS" in "".join(drawing.itertext())
    assert json.loads(made.files["rail-license/badge.json"])["message"] == "OpenRAIL-DAMS"


def test_the_summary_names_every_clause_its_exception_and_the_law_beside_it(made):
    summary = made.files["rail-license/summary.md"].decode()

    assert all(f"({item.clause.code})" in summary for item in made.made.items)
    assert "(except: tests that the owner" in summary
    assert "- PR-11 Emotion recognition: Art. 5(1)(f), Annex III 1(c)" in summary


def test_same_answers_same_bytes(make):
    assert make(presets=("data",)).files == make(presets=("data",)).files


def test_every_text_says_whose_it_is_not(make):
    for variant in ("openrail", "research", "rail"):
        words = " ".join(make(variant=variant).text.split())
        assert "not published, reviewed or endorsed by the RAIL Initiative, and it is not legal advice" in words

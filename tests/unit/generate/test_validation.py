"""What is generated, held against the tools and schemas of others."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from pyld import jsonld

from rail.generate.answers import Artifact, Custom, Inherited
from tests.unit.generate import odrl

VARIANTS = ("openrail", "research", "rail")


@pytest.fixture(params=VARIANTS)
def made(make, request):
    return make(
        variant=request.param,
        presets=("surveillance-and-crime",),
        names=("malware", "likeness"),
        work='Kestrel: "7B" é #1',
        year=2026,
        artifacts=tuple(Artifact),
        url="https://example.org/kestrel",
        carve_outs={"malware": ("security-testing",)},
        custom=(Custom(id="WH-1", text="to locate whales for whaling", use="environment"),),
        inherited=(
            Inherited(source="hf:bigscience/bloom", license="bigscience-bloom-rail-1.0", clauses=("likeness",)),
        ),
    )


def test_the_licence_object_is_valid_cyclonedx(made):
    licences = json.loads(made.files["rail-license/cyclonedx.json"])
    component = {"type": "machine-learning-model", "name": "kestrel", "version": "1", "licenses": licences}
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [component]}

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document)) is None
    licences[0]["license"]["nonsense"] = True
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document)) is not None


def test_the_offer_keeps_to_the_model_and_the_vocabulary_of_odrl(made):
    offer = json.loads(made.files["rail-policy.odrl.jsonld"])

    jsonschema.Draft202012Validator(odrl.OFFER).validate(offer)
    assert len({each["uid"] for each in offer["prohibition"]}) == len(offer["prohibition"])


def test_the_offer_is_linked_data_in_which_no_term_is_lost(made):
    offer = json.loads(made.files["rail-policy.odrl.jsonld"])

    (expanded,) = jsonld.expand(offer, {"documentLoader": served})

    assert expanded["@type"] == [odrl.SPACE + "Offer"]
    rules = expanded[odrl.SPACE + "prohibition"]
    assert len(rules) == len(offer["prohibition"])
    for rule in rules:
        assert rule[odrl.SPACE + "action"] == [{"@id": odrl.SPACE + "use"}]
        for constraint in rule[odrl.SPACE + "constraint"]:
            (left,) = constraint[odrl.SPACE + "leftOperand"]
            assert left["@id"].startswith((odrl.SPACE, "urn:rail:fact:"))
    assert keys(expanded) >= keys_of_source(offer)


def served(address, _options):
    assert address == odrl.ADDRESS
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": odrl.CONTEXT}


def keys(node) -> set[str]:
    """Return the last words of all properties of expanded linked data."""
    if isinstance(node, list):
        return set().union(*map(keys, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {re.split(r"[/#:]", each)[-1] for each in node if not each.startswith("@")}
    return own.union(*map(keys, node.values()))


def keys_of_source(node) -> set[str]:
    """Return the last words of all properties of the document as it is written."""
    if isinstance(node, list):
        return set().union(*map(keys_of_source, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    plain = {each: value for each, value in node.items() if not each.startswith("@") and each != "uid"}
    return {each.rpartition(":")[2] for each in plain}.union(*map(keys_of_source, plain.values()))


def test_the_front_matter_of_the_cards_is_what_the_hub_asks_for(made):
    for name in ("for-model", "for-dataset"):
        head = yaml.safe_load(made.files[f"rail-license/{name}.txt"].decode().split("---\n")[1])
        jsonschema.validate(
            head,
            {
                "type": "object",
                "required": ["license", "license_name", "license_link"],
                "properties": {
                    "license": {"const": "other"},
                    "license_name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
                    "license_link": {"enum": sorted(made.files)},
                    "base_model": {"type": "array", "items": {"type": "string", "pattern": "^[^/]+/[^/]+$"}},
                },
                "additionalProperties": False,
            },
        )


def test_a_folder_made_as_the_snippets_say_passes_reuse_lint(make, tmp_path):
    made = make(work="Kestrel 7B", year=2026, presets=("medical",))
    for path, content in made.files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (tmp_path / "train.py").write_text("print('x')\n")
    (tmp_path / "REUSE.toml").write_bytes(made.files["rail-license/for-reuse.txt"])

    done = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", str(tmp_path), "lint", "--json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["compliant"] is True
    assert report["summary"]["used_licenses"] == [made.made.reference]
    (tmp_path / "LICENSES" / f"{made.made.reference}.txt").unlink()
    again = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", str(tmp_path), "lint", "--quiet"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert again.returncode == 1

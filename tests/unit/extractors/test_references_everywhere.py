"""A project that names models in every kind of place: each is found where it stands, and nothing else is."""

from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.component import Component, Engagement, Kind
from rail.extractors.references import configvalues
from rail.extractors.references._names import addresses

PROJECTS = Path(__file__).parents[2] / "cases" / "projects"
PROJECT = PROJECTS / "models-everywhere"
EXPECTED = (PROJECTS / "models-everywhere.txt").read_text(encoding="utf-8").splitlines()


KNOWN_OFFLINE = {
    "runwayml/stable-diffusion-v1-5": "by-reference",
    "meta-llama/Llama-3.1-8B-Instruct": "by-reference",
    "bigcode/starcoder": "by-reference",
    "mistralai/Mistral-7B-Instruct-v0.2": "no",
}


@pytest.fixture(scope="module")
def scan():
    scan = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=PROJECT)
    assert scan.problems == ()
    return scan


@pytest.fixture(scope="module")
def found(scan):
    return [each for each in scan.components.values() if each.kind in (Kind.MODEL, Kind.DATASET)]


def test_every_reference_is_found_in_its_place_and_no_other(found):
    places = {
        f"{place.path}:{place.line} {each.purl} {each.engagement.value}" for each in found for place in each.locations
    }

    assert sorted(places) == sorted(EXPECTED)
    assert len({each.purl for each in found}) >= 100


def test_the_licence_is_told_where_it_is_known_offline_and_is_unknown_elsewhere(scan, found):
    told = {each.name: scan.resolutions[each.purl].restricted.value for each in found}

    assert {name: told[name] for name in KNOWN_OFFLINE} == KNOWN_OFFLINE
    assert {answer for name, answer in told.items() if name.startswith("acme")} == {"unknown"}


def test_code_of_others_in_the_tree_is_not_looked_at(found):
    names = {each.name for each in found}

    assert not any(name.startswith("acme/no-") for name in names)
    assert "acme/beside-installed-89" in names


def test_documentation_and_tests_only_refer(found):
    aside = {each.name: each.engagement for each in found if each.locations[0].path.startswith(("docs/", "tests/"))}

    assert len(aside) == 15
    assert set(aside.values()) == {Engagement.REFERENCES}


@pytest.mark.parametrize(("count", "engagement"), [(3, Engagement.USES), (200, Engagement.REFERENCES)])
def test_a_long_list_of_models_is_one_to_choose_from(count, engagement, one_file):
    listed = "models:\n" + "".join(f"  - id: acme/base-{number}\n" for number in range(count))

    components = [each for each in configvalues.extract(one_file("a.yaml", listed)) if isinstance(each, Component)]

    assert len(components) == count
    assert {each.engagement for each in components} == {engagement}


def test_an_address_without_an_owner_names_a_model_only_before_one_of_its_files():
    site = "https://huggingface.co"
    text = f"{site}/gpt2/raw/main/x {site}/acme/m/resolve/main/y {site}/learn"

    assert [(named.name, named.fetched) for _, named in addresses(text)] == [("gpt2", True), ("acme/m", True)]

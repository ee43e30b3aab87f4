"""Real lockfiles and bills of materials: all of their components are there, and what restricts use among them."""

import re
from pathlib import Path

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted

FLAGGED = (Restricted.YES, Restricted.BY_REFERENCE)


def scan(project: Path):
    return pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)


def flagged(found) -> set[str]:
    return {each.component for each in found.resolutions.values() if each.restricted in FLAGGED}


def found_by(found, name: str) -> set[str]:
    return {purl for purl, each in found.components.items() if name in each.found_by}


def test_terms_for_weights_and_data_are_flagged_beside_a_lockfile_of_free_packages(corpus):
    found = scan(corpus / "projects" / "P03-coral")

    assert flagged(found) == {
        "pkg:generic/coral@0.0.0?artifact=dataset",
        "pkg:generic/coral@0.0.0?artifact=model",
        "pkg:huggingface/CoRal-project/coral?repository_type=dataset",  # the cards link to the data on the Hub
    }
    assert len(found_by(found, "python/uvlock")) > 200


def test_every_package_of_a_pdm_lockfile_is_a_component(corpus):
    project = corpus / "projects" / "P26-video-quality-eval"
    locked = set(re.findall(r'^name = "(.+)"\nversion = "(.+)"', (project / "pdm.lock").read_text(), re.MULTILINE))
    found = scan(project)

    assert found_by(found, "python/pdmlock") == {f"pkg:pypi/{name}@{version}" for name, version in locked}
    assert not found.problems


def test_every_package_of_a_pipenv_lockfile_is_a_component(corpus):
    project = corpus / "projects" / "P27-pipenv"
    locked = set()
    for lock in project.rglob("Pipfile.lock"):
        locked |= set(
            re.findall(r'^        "(.+)": \{(?:\n            .*)*?"version": "==(.+)"', lock.read_text(), re.MULTILINE)
        )
    found = scan(project)

    assert {each.rpartition("@")[2] for each in found_by(found, "python/pipfilelock")} >= {v for _, v in locked}
    assert len(found_by(found, "python/pipfilelock")) > 100


def test_a_model_in_a_bill_of_materials_is_flagged_by_its_licence(corpus):
    found = scan(corpus / "projects" / "P31-aibom-hunyuan")
    model = "pkg:huggingface/tencent/HunyuanWorld-Voyager@1.0"

    assert flagged(found) == {model, model.partition("@")[0]}  # the README links to it, without a revision
    assert found.resolutions[model].restrictions


def test_models_and_data_of_spdx_documents_are_free(corpus):
    found = scan(corpus / "projects" / "P35-spdx-ai-examples")
    kinds = {found.components[each].kind.value for each in found_by(found, "sbom/spdx3")}

    assert {"dataset", "model"} <= kinds
    assert flagged(found) == set()
    assert not found.problems

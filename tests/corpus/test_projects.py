"""Real projects: what a careful reader flags is flagged, what must not be flagged is not."""

from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.component import LINEAGE
from rail.domain.evidence import Restricted

FLAGGED = (Restricted.YES, Restricted.BY_REFERENCE)


def flagged(project: Path) -> set[str]:
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)
    return {each.component for each in found.resolutions.values() if each.restricted in FLAGGED}


def bases(project: Path) -> set[str]:
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)
    return {each.target for each in found.edges if each.relation in LINEAGE}


def test_weights_notices_are_flagged_and_the_gpl_code_is_not(corpus):
    found = flagged(corpus / "projects" / "P05-diffusionbee")

    weights = "pkg:generic/diffusion_bee_public?artifact=model"
    assert found == {
        weights,  # the README says so of the application as a whole
        f"{weights}#backends/stable_diffusion",
        f"{weights}#backends/stable_diffusion_tf_models",
    }


def test_a_project_named_like_a_package_is_not_that_package(corpus):
    found = flagged(corpus / "projects" / "P08-cowglow-react-leaflet")

    assert found == {"pkg:npm/react-leaflet@5.0.0", "pkg:npm/%40react-leaflet/core@3.0.0"}


def test_the_licences_of_model_and_data_are_flagged_and_what_the_model_was_trained_from_is_not(corpus):
    found = flagged(corpus / "projects" / "P03-coral")

    assert {"pkg:generic/coral@0.0.0?artifact=dataset", "pkg:generic/coral@0.0.0?artifact=model"} <= found
    assert not [each for each in found if "whisper" in each or "wav2vec2" in each]


def test_a_licence_beside_a_model_is_flagged_and_a_placeholder_is_no_base(corpus):
    project = corpus / "projects" / "P13-ota-v1"

    assert flagged(project) == {"pkg:generic/P13-ota-v1?artifact=model"}
    assert bases(project) == set()


def test_a_model_of_a_bill_of_materials_is_flagged(corpus):
    assert "pkg:huggingface/tencent/HunyuanWorld-Voyager@1.0" in flagged(corpus / "projects" / "P31-aibom-hunyuan")


@pytest.mark.parametrize("project", ["P03-coral", "P05-diffusionbee", "P13-ota-v1", "P31-aibom-hunyuan"])
def test_nobody_is_accused_of_losing_what_is_declared(corpus, project):
    loaded = Loaded(config=Config())
    scan = pipeline.scan(["."], loaded=loaded, catalogue=load(), cwd=corpus / "projects" / project)
    report = pipeline.check(scan, loaded=loaded, catalogue=load(), today="2026-11-22")

    assert [each for each in report.findings if each.rule.startswith(("RAIL2", "RAIL4"))] == []


@pytest.mark.parametrize("project", ["P25-oyez-sa-asr", "P26-video-quality-eval", "P27-pipenv", "P35-spdx-ai-examples"])
def test_nothing_is_flagged_where_nothing_is_restricted(corpus, project):
    assert flagged(corpus / "projects" / project) == set()

"""Real projects: what a careful reader flags is flagged, what must not be flagged is not."""

from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted

FLAGGED = (Restricted.YES, Restricted.BY_REFERENCE)


def flagged(project: Path) -> set[str]:
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)
    return {each.component for each in found.resolutions.values() if each.restricted in FLAGGED}


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


@pytest.mark.parametrize("project", ["P25-oyez-sa-asr", "P26-video-quality-eval", "P27-pipenv", "P35-spdx-ai-examples"])
def test_nothing_is_flagged_where_nothing_is_restricted(corpus, project):
    assert flagged(corpus / "projects" / project) == set()

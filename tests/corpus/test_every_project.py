"""Every project of the corpus: what a careful reader finds is found with its source, and nothing else is flagged."""

from typing import NamedTuple

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.domain.record import Purl

FLAGGED = (Restricted.YES, Restricted.BY_REFERENCE)
LEAFLETS = ("react-leaflet@5.0.0", "%40react-leaflet/core@3.0.0")


class Reader(NamedTuple):
    """What a careful reader says: what restricts use, the files that say so, and what must come out clean."""

    restricts: frozenset[str]
    sources: frozenset[str] = frozenset()
    clean: tuple[str, ...] = ()


def npm(*names: str) -> frozenset[str]:
    return frozenset(f"pkg:npm/{each}" for each in names)


PROJECTS = {
    "P03-coral": Reader(
        frozenset(
            {
                "pkg:generic/coral@0.0.0?artifact=dataset",
                "pkg:generic/coral@0.0.0?artifact=model",
                "pkg:huggingface/CoRal-project/coral?repository_type=dataset",
            }
        ),
        frozenset({"DATASET_LICENSE", "MODEL_LICENSE"}),
        clean=("pkg:generic/coral@0.0.0", "pkg:huggingface/openai/whisper-", "pkg:huggingface/facebook/wav2vec2-"),
    ),
    "P05-diffusionbee": Reader(
        frozenset(
            f"pkg:generic/diffusion_bee_public?artifact=model{folder}"
            for folder in ("", "#backends/stable_diffusion", "#backends/stable_diffusion_tf_models")
        ),
        frozenset(
            {
                "backends/stable_diffusion/WEIGHTS_LICENSE",
                "backends/stable_diffusion_tf_models/WEIGHTS_LICENSE",
                "README.md",
            }
        ),
        clean=("pkg:generic/diffusion_bee_public",),
    ),
    "P08-cowglow-react-leaflet": Reader(npm(*LEAFLETS), clean=("pkg:generic/react-leaflet@0.0.0",)),
    "P11-cenksari-outdoor-maps": Reader(npm(*LEAFLETS, "react-leaflet@4.2.1", "%40react-leaflet/core@2.1.0")),
    "P13-ota-v1": Reader(
        frozenset({"pkg:generic/P13-ota-v1?artifact=model"}),
        frozenset({"LICENSE-MODEL"}),
        clean=("pkg:generic/P13-ota-v1",),
    ),
    "P20-drama-llama": Reader(
        frozenset({"pkg:generic/drama_llama@0.7.0"}), frozenset({"LICENSE.md", "TERMS_OF_USE.md", "Cargo.toml"})
    ),
    "P25-oyez-sa-asr": Reader(frozenset()),
    "P26-video-quality-eval": Reader(frozenset()),
    "P27-pipenv": Reader(frozenset()),
    "P31-aibom-hunyuan": Reader(
        frozenset(
            {
                "pkg:huggingface/tencent/HunyuanWorld-Voyager@1.0",
                "pkg:huggingface/tencent/HunyuanWorld-Voyager",  # the README links to it, without a revision
            }
        ),
    ),
    "P35-spdx-ai-examples": Reader(frozenset()),
}
"""By folder of the corpus; models in code of which nothing is known are neither restricted nor clean."""


@pytest.fixture(scope="module")
def scans() -> dict[str, pipeline.Scan]:
    return {}


def scanned(name, corpus, scans):
    if name not in scans:
        project = corpus / "projects" / name
        scans[name] = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)
    return scans[name]


def test_every_project_has_a_careful_reader(corpus):
    assert {each.name for each in (corpus / "projects").iterdir() if each.is_dir()} == set(PROJECTS)


@pytest.mark.parametrize("name", PROJECTS)
def test_what_restricts_use_in_a_project_is_found_and_nothing_else_is_flagged(corpus, scans, name):
    found = scanned(name, corpus, scans)

    assert {each.component for each in found.resolutions.values() if each.restricted in FLAGGED} == set(
        PROJECTS[name].restricts
    )
    assert found.problems == ()


@pytest.mark.parametrize("name", [name for name, reader in PROJECTS.items() if reader.sources])
def test_the_files_that_restrict_use_are_named_as_the_source(corpus, scans, name):
    found, reader = scanned(name, corpus, scans), PROJECTS[name]
    named = {each.location.path for each in found.evidence if each.component in reader.restricts and each.location}

    assert named >= reader.sources


@pytest.mark.parametrize("name", [name for name, reader in PROJECTS.items() if reader.clean])
def test_what_stands_beside_it_and_is_clean_is_not_flagged(corpus, scans, name):
    found, reader = scanned(name, corpus, scans), PROJECTS[name]
    for wanted in reader.clean:
        meant = [Purl(wanted)] if wanted in found.components else [p for p in found.components if p.startswith(wanted)]

        assert meant, wanted
        assert not {found.resolutions[each].restricted for each in meant} & set(FLAGGED)


def test_the_same_two_packages_are_found_in_each_of_two_lockfiles(corpus, scans):
    found = scanned("P08-cowglow-react-leaflet", corpus, scans)
    for purl in npm(*LEAFLETS):
        component = found.components[Purl(purl)]

        assert {each.path for each in component.locations} == {"package-lock.json", "pnpm-lock.yaml"}
        assert component.groups == ("dev",)


def test_images_and_placeholders_are_no_models(corpus, scans):
    for name in ("P08-cowglow-react-leaflet", "P13-ota-v1"):
        models = {each.name for each in scanned(name, corpus, scans).components.values() if each.kind.value == "model"}

        assert not {each for each in models if "MODEL_PATH" in each or "mongo" in each}

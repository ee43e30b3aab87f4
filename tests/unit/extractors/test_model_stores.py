"""Models that lie in a store within the tree: each is known by name, its licence is read, and it is passed on."""

import shutil
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.component import Engagement, Kind, Relation

CASES = Path(__file__).parents[2] / "cases" / "extractors" / "models"
REVISION = "0123456789abcdef0123456789abcdef01234567"


def scanned(folder):
    return pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)


def test_a_snapshot_in_the_hubs_cache_is_the_model_of_that_name(tmp_path):
    shutil.copytree(CASES / "hubcache/a-snapshot-with-weights/input", tmp_path / "p")
    (tmp_path / "p/app.py").write_text("m.from_pretrained('acme/tiny-7b')\n", encoding="utf-8")

    found = scanned(tmp_path / "p")

    model, data = f"pkg:huggingface/acme/tiny-7b@{REVISION}", f"pkg:huggingface/acme/words@{REVISION}"
    kept = {purl: each for purl, each in found.components.items() if each.version == REVISION}
    assert {purl: each.kind for purl, each in kept.items()} == {
        model: Kind.MODEL,
        f"{data}?repository_type=dataset": Kind.DATASET,
    }
    assert kept[model].engagement is Engagement.REDISTRIBUTES
    assert [each.statement for each in found.evidence if each.component == model] == ["openrail"]
    assert {each.relation for each in found.edges if each.target == model} == {Relation.CONTAINS}
    assert "pkg:huggingface/acme/tiny-7b" in found.components  # what the code fetches may be another revision


@pytest.mark.parametrize("case", ["ollamastore/models-with-licences", "ocilayout/modelpack", "ocilayout/docker-model"])
def test_the_licence_layer_of_an_artefact_is_read_clause_by_clause(case, tmp_path):
    shutil.copytree(CASES / case / "input", tmp_path / "p")

    found = scanned(tmp_path / "p")

    restricted = {
        found.components[purl].engagement
        for purl, each in found.resolutions.items()
        if any(bar.use == "law-enforcement.crime-prediction" for bar in each.restrictions)
    }
    assert restricted == {Engagement.REDISTRIBUTES}
    assert not found.problems


def test_a_gallery_of_many_addresses_is_a_list_to_choose_from(tmp_path):
    rows = "".join(
        f'  {{"name": "m{at}", "reference": "https://huggingface.co/acme/m{at}",'
        f' "url": "https://huggingface.co/acme/m{at}/resolve/main/m.safetensors"}},\n'
        for at in range(100)
    )
    (tmp_path / "model-list.json").write_text(f'{{"models": [\n{rows.rstrip()[:-1]}\n]}}\n', encoding="utf-8")

    found = scanned(tmp_path)

    models = [each for each in found.components.values() if each.kind is Kind.MODEL]
    assert len(models) == 100
    assert {each.engagement for each in models} == {Engagement.REFERENCES}
    assert {found.resolutions[each.purl].restricted.value for each in models} == {"unknown"}

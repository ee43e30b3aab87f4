import pytest

from rail.catalogue import models, store
from rail.catalogue.compile import compile_all
from rail.catalogue.folder import Sources
from rail.catalogue.models import lookup, lookup_docker, lookup_ollama


def licenses(rows: tuple) -> list[str]:
    return [row.license for row in rows]


def test_a_known_model_is_found_with_its_base_and_confidence():
    (row,) = lookup("runwayml/stable-diffusion-v1-5")

    assert row.license == "creativeml-openrail-m"
    assert row.base == ("CompVis/stable-diffusion-v1-2",)
    assert row.relation == "finetune"
    assert row.confidence.value == "stated"


def test_hub_ids_are_found_whatever_their_case_and_revision():
    assert lookup("COMPVIS/Stable-Diffusion-v1-4@abc") == lookup("CompVis/stable-diffusion-v1-4") != ()


def test_an_id_without_an_owner_is_found():
    assert licenses(lookup("gpt2")) == ["MIT"]


def test_a_licence_that_changed_has_a_row_for_each_time_oldest_first():
    rows = lookup("01-ai/Yi-34B")

    assert licenses(rows) == ["yi-community-2.1", "Apache-2.0"]
    assert rows[0].until == rows[1].since


def test_a_series_is_found_by_its_glob_and_a_row_of_its_own_wins():
    assert lookup("bigscience/bloom-no-such-size")[0].pattern
    assert not lookup("bigscience/bloom")[0].pattern


def test_of_two_globs_the_more_telling_one_holds():
    assert licenses(lookup("google/gemma-3n-no-such")) == ["gemma-2025-03-24"]
    assert lookup("google/gemma-3n-no-such")[0].id == "google/gemma-3n-*"


def test_models_and_datasets_are_apart():
    assert lookup("allenai/dolma", dataset=True) != ()
    assert lookup("allenai/dolma") == ()


@pytest.mark.parametrize("name", ["llama2", "llama2:13b", "library/llama2", "registry.ollama.ai/library/llama2:latest"])
def test_ollama_names_are_found_with_any_tag(name: str):
    assert licenses(lookup_ollama(name)) == ["llama2"]


@pytest.mark.parametrize("name", ["ai/llama3.1", "ai/llama3.1:8B-Q4_K_M", "docker.io/ai/llama3.1@sha256:0"])
def test_docker_names_are_found_with_any_tag(name: str):
    assert licenses(lookup_docker(name)) == ["llama3.1"]


@pytest.mark.parametrize(
    ("name", "license"),
    [
        ("qwen2.5", "Apache-2.0"),
        ("qwen2.5:latest", "Apache-2.0"),
        ("qwen2.5:72b", "qwen-2024"),
        ("qwen2.5:72b-instruct-q4_K_M", "qwen-2024"),
        ("deepseek-r1:70b", "MIT"),
        ("falcon:180b-chat", "falcon-180b"),
    ],
)
def test_a_tag_tells_the_size_and_so_the_licence(name: str, license: str):  # noqa: A002 -- its name in the rows
    (row,) = lookup_ollama(name)

    assert (row.license, row.depends) == (license, False)


@pytest.mark.parametrize("name", ["qwen2.5:72", "vicuna:33b", "llava:34b", "cogito:32b"])
def test_of_tags_that_differ_an_unknown_one_depends(name: str):
    assert [row.depends for row in lookup_ollama(name)] == [True]


@pytest.mark.parametrize(
    "name", ["", "/", "no/such", "llama", "a\tb", "a\nb", "x" * 10_000, "model:gpt2", "*", "gpt2*", "\x00", "ÿ/é"]
)
def test_what_is_not_on_record_has_no_rows(name: str):
    assert lookup(name) == lookup_ollama(name) == lookup_docker(name) == ()


def test_every_row_is_found_again(sources: Sources):
    for file in sources.models.values():
        ask = {"huggingface": lookup, "ollama": lookup_ollama, "docker": lookup_docker}[file.registry]
        for row in file.models:
            if not row.pattern:
                found = lookup(row.id, dataset=True) if row.kind == "dataset" else ask(row.id)
                assert row.id in {each.id for each in found}, row.id


def test_the_table_can_be_searched_in_memory_too(small, monkeypatch: pytest.MonkeyPatch):
    built = compile_all(small)
    monkeypatch.setattr(models, "view", built.__getitem__)
    models._rows.cache_clear()
    models._patterns.cache_clear()
    try:
        assert licenses(lookup("acme/tuned")) == ["MIT"]
        assert lookup("zzz/last") == lookup("aaa/first") == ()
    finally:
        models._rows.cache_clear()
        models._patterns.cache_clear()
    assert store.view is not models.view

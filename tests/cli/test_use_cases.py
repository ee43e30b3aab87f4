"""Several use cases in one repository, each for its own paths."""

import json

import pytest

CONFIG = """\
[[use-case]]
id = "patrol"
uses = ["crime-prediction"]
applies-to = ["services/patrol/**"]

[[use-case]]
id = "music"
uses = ["entertainment"]
applies-to = ["services/music/**"]
"""
BLOOM = 'from transformers import AutoModel\n\nAutoModel.from_pretrained("bigscience/bloom")\n'


def judged(run):
    return {(each["component"], each["use_case"]) for each in json.loads(run.stdout)["determinations"]}


def project(folder, **services):
    (folder / "rail.toml").write_text(CONFIG.replace('"entertainment"', '"content.sexual"'))
    for name, content in services.items():
        (folder / "services" / name).mkdir(parents=True)
        (folder / "services" / name / "app.py").write_text(content)


def test_a_model_is_held_against_the_use_case_of_its_service(here, tmp_path):
    project(tmp_path, patrol=BLOOM.replace("bigscience/bloom", "gpt2"), music=BLOOM)

    run = here("check", "--format", "json")

    assert judged(run) == {("pkg:huggingface/gpt2", "patrol"), ("pkg:huggingface/bigscience/bloom", "music")}
    assert all("crime" not in each["message"] for each in json.loads(run.stdout)["findings"])


def test_a_model_of_two_services_is_held_against_both(here, tmp_path):
    project(tmp_path, patrol=BLOOM, music=BLOOM)

    run = here("check", "--format", "json")

    bloom = "pkg:huggingface/bigscience/bloom"
    assert judged(run) == {(bloom, "patrol"), (bloom, "music")}
    assert run.returncode == 1


@pytest.mark.parametrize(
    ("folder", "inputs"),
    [
        (".", ["services/patrol"]),
        (".", ["./services/patrol/"]),
        (".", ["services/patrol/app.py"]),
        (".", ["services/patrol", "services/music"]),
        (".", ["services"]),
        ("services/patrol", []),
        ("services/patrol", ["../patrol"]),
        ("services", ["patrol", "../services/music"]),
    ],
)
def test_paths_of_a_use_case_are_those_of_the_configuration_whatever_the_input(
    here, tmp_path, monkeypatch, folder, inputs
):
    project(tmp_path, patrol=BLOOM, music="pass\n")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / folder)

    run = here("check", "--format", "json", *inputs)

    assert run.returncode == 1
    assert ("pkg:huggingface/bigscience/bloom", "patrol") in judged(run)
    assert ("pkg:huggingface/bigscience/bloom", "music") not in judged(run)


def test_what_lies_outside_the_configurations_folder_is_judged_by_every_use_case(here, tmp_path, monkeypatch):
    project(tmp_path, patrol="pass\n", music="pass\n")
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "app.py").write_text(BLOOM)
    monkeypatch.chdir(tmp_path)

    run = here("check", "--format", "json", str(elsewhere))

    assert judged(run) == {("pkg:huggingface/bigscience/bloom", case) for case in ("patrol", "music")}

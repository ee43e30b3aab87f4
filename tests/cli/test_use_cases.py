"""Several use cases in one repository, each for its own paths."""

import json

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

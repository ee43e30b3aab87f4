"""Models in the layers of an image: whoever passes the image on passes them on."""

import json

LLAMA = "meta-llama/Llama-3.1-8B-Instruct"


def found(run):
    return {(each["rule"], each["level"]) for each in json.loads(run.stdout)["findings"]}


def test_what_a_build_fetches_asks_for_its_licence_and_what_a_start_fetches_does_not(here, tmp_path):
    revision = "0e9e39f249a16976918f6564b8830bc894c89659"
    dockerfile = tmp_path / "Dockerfile"

    dockerfile.write_text(f"FROM scratch\nRUN hf download {LLAMA} --revision {revision}\n")
    packed = here("check", "--format", "json")
    dockerfile.write_text(f'FROM scratch\nCMD ["vllm", "serve", "{LLAMA}", "--revision", "{revision}"]\n')
    started = here("check", "--format", "json")

    assert ("RAIL203", "warning") in found(packed)
    assert not {rule for rule, _ in found(started)} & {"RAIL201", "RAIL202", "RAIL203", "RAIL204"}
    assert packed.returncode == started.returncode == 0


def test_an_override_says_that_the_image_is_not_passed_on(here, tmp_path):
    (tmp_path / "Dockerfile").write_text(f"FROM scratch\nRUN hf download {LLAMA}\n")
    (tmp_path / "rail.toml").write_text(
        '[[override]]\ncomponent = "pkg:huggingface/meta-llama/*"\nengagement = "uses"\nreason = "it stays here"\n'
    )

    assert "RAIL203" not in {rule for rule, _ in found(here("check", "--format", "json"))}

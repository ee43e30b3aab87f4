"""`rail obligations` as users run it."""

import json
import os

import jsonschema
import pytest

from rail.report.schema import schemas

CARD = """---
license: apache-2.0
base_model: meta-llama/Llama-3.1-8B-Instruct
base_model_relation: adapter
---
# helper
"""


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "lora"
    folder.mkdir()
    (folder / "README.md").write_text(CARD)
    (folder / "app.py").write_text(
        'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("google/gemma-2-2b")\n'
    )
    return folder


def test_the_list_says_what_binds_now_and_by_which_chain(here, project):
    run = here("obligations", str(project), "-q", "--no-config")

    assert run.returncode == 0
    assert "→ adapter-of huggingface/meta-llama/Llama-3.1-8B-Instruct" in run.stdout
    assert "Let the name of the model begin with “Llama”." in run.stdout
    assert "README.md:3" in run.stdout


def test_json_is_the_same_for_the_project_and_for_its_saved_report(here, project, tmp_path):
    whole = here("obligations", str(project), "-q", "--no-config", "-f", "json")
    saved = tmp_path / "scan.json"
    here("scan", str(project), "-q", "--no-config", "-o", f"json={saved}")
    again = here("obligations", str(saved), "-q", "-f", "json")

    assert json.loads(whole.stdout)["schema"] == "rail.obligations/1"
    assert json.loads(whole.stdout)["obligations"]
    assert whole.stdout == again.stdout


def test_the_format_of_a_file_follows_its_suffix(here, project, tmp_path):
    run = here("obligations", str(project), "-q", "--no-config", "-o", str(tmp_path / "todo.md"))

    assert run.returncode == 0
    assert run.stdout == ""
    assert (tmp_path / "todo.md").read_text().startswith("# What the licences ask\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "sarif"),
        ("-o", "list.xyz"),
        ("-o", "nowhere/list.md"),
        ("--notice", "nowhere/NOTICE"),
        ("--force",),
        ("--notice", "."),
    ],
)
def test_a_wrong_option_ends_with_two_and_writes_nothing(here, project, tmp_path, arguments):
    before = sorted(tmp_path.rglob("*"))
    run = here("obligations", str(project), *arguments)

    assert run.returncode == 2
    assert run.stdout == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_a_saved_report_and_a_folder_do_not_mix(here, project, tmp_path):
    saved = tmp_path / "scan.json"
    here("scan", str(project), "-q", "--no-config", "-o", f"json={saved}")
    run = here("obligations", str(saved), str(project))

    assert run.returncode == 2
    assert "do not mix" in run.stderr


def test_an_empty_folder_is_nothing_to_scan(here, tmp_path):
    (tmp_path / "empty").mkdir()

    assert here("obligations", str(tmp_path / "empty"), "-q").returncode == 3


def test_strict_ends_with_four_when_something_could_not_be_read(here, project):
    (project / "uv.lock").write_text("this = [is no lock")

    assert here("obligations", str(project), "-q", "--no-config").returncode == 0
    assert here("obligations", str(project), "-q", "--no-config", "--strict").returncode == 4


def test_the_notice_names_what_must_be_filled_in_and_is_the_same_each_time(here, project, tmp_path):
    target = tmp_path / "NOTICE"
    run = here("obligations", str(project), "--no-config", "--notice", str(target))
    first = target.read_bytes()
    here("obligations", str(project), "--no-config", "--notice", str(target), "-q")

    assert "must be filled in" in run.stderr
    assert b"[TO FILL IN: the notice that section" in first
    assert b"Built with Llama" in first
    assert target.read_bytes() == first


def test_an_edited_notice_is_left_alone_without_force(here, project, tmp_path):
    target = tmp_path / "NOTICE"
    target.write_text("ours\n")
    refused = here(
        "obligations", str(project), "-q", "--no-config", "--notice", str(target), "-o", str(tmp_path / "a.md")
    )
    kept = target.read_text()
    forced = here("obligations", str(project), "-q", "--no-config", "--notice", str(target), "--force")

    assert (refused.returncode, kept) == (2, "ours\n")
    assert not (tmp_path / "a.md").exists()
    assert forced.returncode == 0
    assert target.read_text().startswith("NOTICE\n")


def test_a_notice_that_rail_wrote_is_brought_up_to_date(here, project, tmp_path):
    target = tmp_path / "NOTICE"
    here("obligations", str(project), "-q", "--no-config", "--notice", str(target))
    first = target.read_bytes()
    (project / "app.py").unlink()
    run = here("obligations", str(project), "-q", "--no-config", "--notice", str(target))

    assert run.returncode == 0
    assert target.read_bytes() != first


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_leaves_nothing_half_done(here, project, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    run = here("obligations", str(project), "-q", "--no-config", "--notice", str(closed / "NOTICE"))

    assert run.returncode != 0
    assert list(closed.iterdir()) == []


def test_the_sentence_is_quoted_from_the_scanned_text(here, project, tmp_path, corpus):
    (project / "LICENSE-LLAMA").write_bytes((corpus / "texts" / "061.txt").read_bytes())
    target = tmp_path / "NOTICE"
    run = here("obligations", str(project), "--no-config", "-q", "--notice", str(target), "-f", "json")
    duties = [each for each in json.loads(run.stdout)["obligations"] if each["license"] == "llama3.1"]
    quoted = {each["kind"]: each["clause"] for each in duties if each["clause"]["quoted"]}

    assert {"give-copy", "display-name", "name-prefix", "notice-file", "ask-license"} <= quoted.keys()
    assert all(each["location"]["path"] == "LICENSE-LLAMA" for each in quoted.values())
    assert "All Rights Reserved." in target.read_text()
    assert "(from LICENSE-LLAMA:" in target.read_text()


def test_the_json_validates_against_its_published_schema(here, project):
    run = here("obligations", str(project), "-q", "--no-config", "-f", "json")

    schema = json.loads(schemas()["rail.obligations-1.json"])
    jsonschema.Draft202012Validator(schema).validate(json.loads(run.stdout))


def test_a_damaged_saved_report_is_told_and_not_answered(here, project, tmp_path):
    saved = tmp_path / "scan.json"
    here("scan", str(project), "-q", "--no-config", "-o", f"json={saved}")
    saved.write_text(saved.read_text().replace('"Apache-2.0"', '"MIT AND ("'))
    run = here("obligations", str(saved), "-q")

    assert run.returncode == 2
    assert "not a licence expression" in run.stderr

import json
import shutil

import jsonschema
import pytest

from rail.report.schema import schemas
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", ["licenses", "uses", "modes"])
def test_a_list_validates_against_its_published_schema_and_is_sorted(here, kind):
    run = here("catalogue", "list", kind, "--format", "json")

    document = json.loads(run.stdout)
    jsonschema.Draft202012Validator(json.loads(schemas()["rail.catalogue-1.json"])).validate(document)
    ids = [each["id"] for each in document["entries"]]
    assert document["kind"] == kind
    assert ids == sorted(ids)
    assert len(ids) >= 15


def test_licences_are_listed_with_their_answer(here):
    lines = here("catalogue", "list").stdout.splitlines()

    assert any(line.split()[:2] == ["bigscience-openrail-m", "yes"] for line in lines)
    assert not any(line.startswith("MIT ") for line in lines)
    assert any(line.startswith("MIT ") for line in here("catalogue", "list", "--all").stdout.splitlines())


def test_the_catalogue_in_use_has_no_complaints(here):
    run = here("catalogue", "lint")

    assert (run.returncode, run.stdout, run.stderr) == (0, "0 complaints\n", "")


def test_a_broken_file_is_named_and_fails(here, tmp_path):
    shutil.copytree(ROOT / "licenses", tmp_path / "licenses")
    (tmp_path / "licenses" / "uses" / "surveillance.yaml").write_text("id: [\n")

    run = here("catalogue", "lint", "licenses")

    assert run.returncode == 1
    assert "uses/surveillance.yaml" in run.stdout
    assert "Traceback" not in run.stderr


def test_a_folder_that_is_not_there_is_a_usage_error(here):
    assert here("catalogue", "lint", "nowhere").returncode == 2


def test_an_unknown_kind_of_list_is_a_usage_error(here):
    run = here("catalogue", "list", "models")

    assert run.returncode == 2
    assert run.stderr == "error: no list of models\n  help: one of licenses, uses, modes\n"


def test_an_index_of_texts_is_made_and_made_the_same_again(here, tmp_path):
    licences = tmp_path / "data" / "licenses"
    licences.mkdir(parents=True)
    (licences / "json.LICENSE").write_text(
        "---\nkey: json\n---\n" + "Whoever holds a copy of the kite may fly it. " * 3
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bigscience-openrail-m.txt").write_text("Members of the club take a boat after signing. " * 3)

    first, again = (
        here("catalogue", "fingerprint", "--out", out, "data", "--texts", "texts") for out in ("one", "two")
    )

    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout.splitlines()[:2] == ["     1 texts  texts", "     1 texts  data"]
    for name in ("index.bin", "manifest.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("arguments", [["nowhere.whl"], ["data", "--texts", "nowhere"]])
def test_an_index_is_not_made_from_what_is_not_there(here, tmp_path, arguments):
    (tmp_path / "data").mkdir()

    run = here("catalogue", "fingerprint", "--out", "out", *arguments)

    assert run.returncode == 2
    assert "nowhere" in run.stderr
    assert not (tmp_path / "out").exists()


def test_the_table_of_models_is_counted_and_checked(here):
    counted = here("catalogue", "models")
    checked = here("catalogue", "models", "--check")

    assert counted.returncode == checked.returncode == 0
    assert "base edges" in counted.stdout
    assert checked.stdout.endswith("\n0 faults\n")


def test_a_fault_in_the_table_of_models_ends_with_one_when_asked_for(here, tmp_path):
    folder = tmp_path / "licenses"
    shutil.copytree(ROOT / "licenses", folder, ignore=shutil.ignore_patterns("index.bin", "models"))
    (folder / "models").mkdir()
    (folder / "models" / "_x.yaml").write_text(
        "# yaml-language-server: $schema=../schema/models.json\nmodels:\n"
        "  - {id: a--b, kind: model, license: MIT, confidence: stated, source: x}\n"
    )

    assert here("catalogue", "models", str(folder)).returncode == 0
    run = here("catalogue", "models", "--check", str(folder))
    assert run.returncode == 1
    assert "models/_x.yaml: a--b: not a hub id" in run.stdout
    assert here("catalogue", "models", "--check", str(tmp_path / "none")).returncode == 2

import json

import jsonschema
import pytest

from rail.report.schema import schemas

FREE = "Do as you like with this.\n"


def identified(rail, *names):
    run = rail("identify", "--format", "json", *names)
    document = json.loads(run.stdout)
    jsonschema.Draft202012Validator(json.loads(schemas()["rail.identify-1.json"])).validate(document)
    return run, document


def test_each_file_asked_for_gets_one_entry_in_the_order_asked(rail, tmp_path):
    (tmp_path / "b").write_text(FREE)
    (tmp_path / "a").write_text(FREE)

    run, document = identified(rail, "b", "missing", "a", "b", str(tmp_path / "a"))

    assert run.returncode == 0
    assert document["schema"] == "rail.identify/1"
    assert [each["path"] for each in document["files"]] == ["b", "missing", "a", "b", str(tmp_path / "a")]


def test_a_file_that_cannot_be_read_is_unknown_and_says_why(rail, tmp_path):
    (tmp_path / "there").write_text(FREE)
    (tmp_path / "folder").mkdir()

    _, document = identified(rail, "missing", "folder", "there")

    for each in document["files"][:2]:
        assert each["restricted"] == "unknown"
        assert each["problems"]


def test_words_that_nobody_knows_are_unknown_and_never_free(rail, tmp_path):
    (tmp_path / "LICENSE").write_text(FREE)

    _, document = identified(rail, "LICENSE")

    assert document["files"][0]["restricted"] == "unknown"


def test_nothing_that_could_be_read_is_3_and_still_a_report(rail):
    run, document = identified(rail, "missing")

    assert run.returncode == 3
    assert run.stderr == "error: none of the files could be read\n"
    assert document["files"][0]["restricted"] == "unknown"


def test_no_file_is_a_usage_error(rail):
    assert rail("identify").returncode == 2


@pytest.mark.parametrize("arguments", [("-f", "sarif"), ("--formt", "json")])
def test_a_wrong_option_is_a_usage_error(rail, arguments):
    assert rail("identify", "x", *arguments).returncode == 2


def test_the_text_names_each_file_and_its_answer_and_is_inert(rail, tmp_path):
    name = "LICENSE\x1b[2J"
    (tmp_path / name).write_text(FREE)

    run = rail("identify", name)

    assert run.stdout.startswith("LICENSE\\x1b[2J: restricts use: unknown\n")
    assert "\x1b" not in run.stdout


def test_standard_input_is_a_file_too(rail):
    run = rail("identify", "-f", "json", "-", input=FREE)

    assert run.returncode == 0
    assert json.loads(run.stdout)["files"][0]["path"] == "-"

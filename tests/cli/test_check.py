"""`rail check` and `rail scan`, the whole program on small projects."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest

from rail.report.schema import schemas

BLOOM = 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("bigscience/bloom")\n'
FREE = 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("google-bert/bert-base-uncased")\n'
STRANGE = 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/nobody-knows")\n'
CASE = '[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n'


@pytest.fixture
def project(tmp_path):
    """Return a function that fills the folder with files."""

    def make(**files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(content)
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({"app__py": FREE}, ["check"], 0),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["check"], 1),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["check", "--fail-on", "never"], 0),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["check", "--exit-zero"], 0),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["check", "--no-config"], 0),
        ({"app__py": BLOOM}, ["check", "-u", "crime-prediction"], 1),
        ({"app__py": BLOOM}, ["check", "--use", "crime-prediction", "--strict"], 1),
        ({"app__py": STRANGE, "rail__toml": CASE}, ["check"], 0),
        ({"app__py": STRANGE, "rail__toml": CASE}, ["check", "--fail-on", "unknown"], 1),
        ({"app__py": STRANGE, "rail__toml": 'fail-on = "unknown"\n' + CASE}, ["check"], 1),
        ({"app__py": STRANGE, "rail__toml": 'fail-on = "unknown"\n' + CASE}, ["check", "--fail-on", "prohibited"], 0),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["scan"], 0),
        ({"app__py": BLOOM, "rail__toml": CASE}, ["scan", "--strict"], 0),
        ({"app__py": FREE, "uv__lock": "not [ toml"}, ["check"], 0),
        ({"app__py": FREE, "uv__lock": "not [ toml"}, ["check", "--strict"], 4),
        ({"app__py": FREE, "uv__lock": "not [ toml", "rail__toml": "strict = true\n"}, ["check"], 4),
        ({"app__py": FREE, "uv__lock": "not [ toml"}, ["scan", "--strict"], 4),
        ({"app__py": BLOOM, "uv__lock": "not [ toml", "rail__toml": CASE}, ["check", "--strict"], 1),
        ({"app__py": FREE, "rail__toml": "fail-no = 1\n"}, ["check"], 2),
        ({"app__py": FREE}, ["check", "-u", "no-such-use"], 2),
        ({"app__py": FREE}, ["check", "--fail-on", "sometimes"], 2),
        ({"app__py": FREE}, ["check", "--config", "missing.toml"], 2),
        ({"app__py": FREE, "rail__toml": ""}, ["check", "--config", "rail.toml", "--no-config"], 2),
        ({"app__py": FREE}, ["check", "missing-folder"], 2),
        ({"app__py": FREE}, ["check", "-f", "yaml"], 2),
        ({}, ["check"], 3),
        ({}, ["scan"], 3),
    ],
)
def test_the_exit_code_says_what_came_out(here, project, files, arguments, code):
    project(**files)

    run = here(*arguments)

    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert (run.stdout == "") == (code in {2, 3})


@pytest.mark.parametrize(("arguments", "code"), [(["check"], 1), (["scan"], 0), (["check", "-f", "yaml"], 2)])
def test_the_process_ends_with_the_exit_code(rail, project, arguments, code):
    project(app__py=BLOOM, rail__toml=CASE)

    assert rail(*arguments).returncode == code


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_format_never_changes_the_exit_code(here, project, format_):
    project(app__py=BLOOM, rail__toml=CASE)

    assert here("check", "-f", format_).returncode == 1


def test_a_prohibited_model_is_shown_in_its_line_with_the_clause_and_the_use_case(here, project):
    project(app__py=BLOOM, rail__toml=CASE)

    text = here("check").stdout

    assert text.startswith("error[RAIL101]: prohibited use: law-enforcement.crime-prediction\n  --> app.py:3:")
    assert ' 3 | model = AutoModel.from_pretrained("bigscience/bloom")\n' in text
    assert "^^^^^^^^^^^^^^^^ this model" in text
    assert re.search(r"= clause +Att", text)
    assert re.search(r"= use case +patrol   \(rail\.toml:2\)", text)
    assert "against 1 use case" in text


def test_an_unknown_licence_is_never_passed_off_as_clean(here, project):
    project(app__py=STRANGE, rail__toml=CASE)

    text = here("check").stdout

    assert "nothing bars" not in text
    assert "acme/nobody-knows" in text
    assert "unknown: 1 licence could restrict any use" in text


@pytest.mark.parametrize("verb", ["check", "scan"])
def test_the_json_validates_against_the_published_schema_and_is_the_same_twice(rail, project, verb):
    project(app__py=BLOOM + STRANGE, rail__toml=CASE, uv__lock="not [ toml")

    first, second = rail(verb, "-f", "json"), rail(verb, "-f", "json")

    jsonschema.Draft202012Validator(json.loads(schemas()["rail.report-1.json"])).validate(json.loads(first.stdout))
    assert first.stdout == second.stdout
    assert str(project()) not in first.stdout


def test_a_use_is_echoed_as_its_full_id_unless_quiet(here, project):
    project(app__py=FREE)

    assert (
        "note: --use crime-prediction is law-enforcement.crime-prediction"
        in here("check", "-u", "crime-prediction").stderr
    )
    assert here("check", "-q", "-u", "crime-prediction").stderr == ""


def test_an_ambiguous_use_lists_the_full_ids(here, project):
    project(app__py=FREE)

    run = here("check", "-u", "polygraph")

    assert run.returncode == 2
    assert run.stderr.startswith("error: ambiguous use: polygraph\n  help: say which: ")
    assert "law-enforcement.polygraph" in run.stderr


def test_verbose_says_which_configuration_holds_and_why(here, project):
    project(app__py=FREE, rail__toml=CASE)

    assert "note: configuration: rail.toml (" in here("check", "-v").stderr
    assert "note: configuration: none (--no-config)" in here("check", "-v", "--no-config").stderr


def test_several_uses_on_the_command_line_are_all_judged(here, project):
    project(app__py=BLOOM)

    report = json.loads(here("check", "-f", "json", "-u", "crime-prediction", "-u", "surveillance").stdout)

    assert {each["use"] for each in report["determinations"]} == {
        "law-enforcement.crime-prediction",
        "surveillance",
    }


def test_an_ignored_finding_counts_again_without_ignores(here, project):
    ignore = '\n[[ignore]]\nrule = "RAIL101"\ncomponent = "pkg:huggingface/bigscience/*"\nreason = "agreed"\n'
    project(app__py=BLOOM, rail__toml=CASE + ignore)

    ignored = here("check")
    assert ignored.returncode == 0, ignored.stdout
    assert "(1 ignored)" in ignored.stdout
    assert here("check", "--no-ignores").returncode == 1


def test_a_report_goes_to_files_and_to_standard_output_at_once(rail, project):
    folder = project(app__py=BLOOM, rail__toml=CASE)

    run = rail("check", "-o", "report.json", "-o", "text=report.md")

    assert run.returncode == 1
    assert json.loads((folder / "report.json").read_text())["schema"] == "rail.report/1"
    assert (folder / "report.md").read_text().startswith("error[RAIL101]")
    assert run.stdout.startswith("error[RAIL101]")
    assert "note: wrote " in run.stderr


def test_a_report_in_a_file_leaves_standard_output_empty(here, project):
    folder = project(app__py=FREE)

    run = here("scan", "-f", "json", "-o", "out")

    assert (run.returncode, run.stdout) == (0, "")
    assert json.loads((folder / "out").read_text())["schema"] == "rail.report/1"


def test_a_report_in_a_file_has_no_colour(here, project):
    folder = project(app__py=BLOOM, rail__toml=CASE)

    run = here("check", "--color", "always", "-o", "out.txt")

    assert "\x1b[" in run.stdout
    assert "\x1b[" not in (folder / "out.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(rail, project, arguments, variables, colored):
    project(app__py=BLOOM)

    assert ("\x1b[" in rail("scan", *arguments, env=variables).stdout) == colored


def test_a_file_that_cannot_be_written_is_told_before_the_scan_and_nothing_is_lost(rail, project):
    folder = project(app__py=BLOOM, rail__toml=CASE, old__json="precious")

    run = rail("check", "-o", "json=old.json", "-o", "json=no/such/folder/out.json")

    assert run.returncode == 2
    assert run.stdout == ""
    assert "no such folder" in run.stderr
    assert (folder / "old.json").read_text() == "precious"


def test_names_with_escape_sequences_are_inert_on_the_screen(rail, tmp_path):
    nasty = tmp_path / "x\x1b[2J\u202e.py"
    nasty.write_text(BLOOM)
    (tmp_path / "rail.toml").write_text(CASE)

    run = rail("check")

    assert run.returncode == 1
    assert "\x1b" not in run.stdout
    assert "\u202e" not in run.stdout
    assert "x\\x1b[2J\\u202e.py:3" in run.stdout


def test_two_inputs_each_show_their_own_line(here, tmp_path):
    for name, model in (("one", "bigscience/bloom"), ("two", "bigscience/bloomz")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(BLOOM.replace("bigscience/bloom", model))

    text = here("check", "one", "two", "-u", "crime-prediction").stdout

    assert "--> one/app.py:3" in text
    assert "--> two/app.py:3" in text
    assert 'from_pretrained("bigscience/bloomz")' in text


def test_offline_can_be_said_by_the_environment(rail, project):
    project(app__py=FREE)

    assert rail("scan", env={"RAIL_OFFLINE": "1"}).returncode == 0
    assert rail("scan", env={"RAIL_OFFLINE": "perhaps"}).returncode == 2


def test_json_is_utf_8_whatever_the_encoding_of_the_screen(rail, tmp_path):
    (tmp_path / "café.py").write_text(BLOOM)

    run = rail("scan", "-f", "json", env={"PYTHONIOENCODING": "ascii"}, text=False)

    assert "café.py" in json.dumps(json.loads(run.stdout.decode("utf-8")), ensure_ascii=False)


def test_a_file_too_large_for_the_disk_leaves_the_old_report_and_nothing_else(rail, environment, project):
    folder = project(app__py=BLOOM, rail__toml=CASE, old__json="precious")
    rail("scan")  # what is compiled on first use is compiled without the limit
    before = sorted(each.name for each in folder.iterdir())
    command = f"ulimit -f 1; exec '{sys.executable}' -m rail check -o json=old.json"

    run = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )

    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("error: cannot write the report: File too large\n")
    assert (folder / "old.json").read_text() == "precious"
    assert sorted(each.name for each in folder.iterdir()) == before


@pytest.mark.parametrize("arguments", ["scan", "catalogue list", "explain MIT"])
def test_a_closed_standard_output_is_told(environment, project, arguments):
    folder = project(app__py=FREE)

    run = subprocess.run(
        ["bash", "-c", f"exec '{sys.executable}' -m rail {arguments} >&-"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 2
    assert run.stderr == "error: cannot write the report: closed\n  --> standard output\n"


def test_a_text_on_a_screen_of_another_encoding_is_still_written(rail, project):
    project(app__py=BLOOM, rail__toml=CASE)

    run = rail("check", env={"PYTHONIOENCODING": "ascii"})

    assert run.returncode == 1
    assert run.stdout.isascii()


def test_an_unknown_text_is_told_with_its_line(here, tmp_path):
    (tmp_path / "rail.toml").write_text(CASE)
    (tmp_path / "LICENSE").write_text("MIT License\n\nThe weights have their own license.\n")

    run = here("check", "--format", "json")
    (finding,) = json.loads(run.stdout)["findings"]

    assert finding["rule"] == "RAIL301"
    assert "LICENSE, line 3: says of a model or of data that they are under other terms" in finding["message"]

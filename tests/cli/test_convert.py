import json
import subprocess
import sys

import pytest

from rail.report.json import encode
from tests.conftest import ROOT
from tests.unit.report.reports import report


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "report.json"
    path.write_bytes(encode(report()))
    return path


@pytest.mark.usefixtures("saved")
def test_a_saved_report_is_written_in_several_formats_at_once(here, tmp_path):
    run = here("convert", "report.json", "-o", "sarif=out.sarif", "-o", "markdown=summary.txt", "-f", "csv")

    assert run.returncode == 0
    assert run.stdout.startswith('"purl","kind"')
    assert run.stderr.count("note: wrote ") == 2
    assert (tmp_path / "summary.txt").read_text().startswith("<!-- rail:report -->")
    assert json.loads((tmp_path / "out.sarif").read_bytes())["version"] == "2.1.0"


def test_a_report_is_converted_to_standard_output_and_never_fails_for_what_it_says(here, saved):
    run = here("convert", "report.json", "-f", "json")

    assert run.returncode == 0
    assert run.stdout.encode() == saved.read_bytes()


@pytest.mark.usefixtures("saved")
def test_the_text_of_a_saved_report_names_the_uses_as_check_does(here):
    run = here("convert", "report.json")

    assert run.returncode == 0
    assert "error[RAIL101]: prohibited use: law-enforcement.crime-prediction" in run.stdout
    assert "checked 5 components" in run.stdout


def test_a_scan_saved_and_converted_is_the_same_report(here, tmp_path):
    (tmp_path / "requirements.txt").write_text("requests==2.31.0\n")
    assert here("scan", "-q", "-o", "json=scan.json", "-o", "markdown=scan.md", "-f", "text").returncode == 0

    assert here("convert", "scan.json", "-f", "markdown").stdout == (tmp_path / "scan.md").read_text()


def test_a_report_is_read_from_standard_input(saved, tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "rail", "convert", "-", "-f", "junit"],
        input=saved.read_bytes(),
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"<testsuites" in run.stdout


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "Input data was truncated"),
        (b"[1]", "Expected `object`, got `array`"),
        (b"\xff\xfe", "not a rail.report/1 report"),
        (b'{"schema": "rail.identify/1", "files": []}', "schema is 'rail.identify/1'"),
        (b'{"schema": "rail.report/2"}', "schema is 'rail.report/2'"),
        (b'{"files": []}', "missing required field `schema`"),
        (b'{"schema": "rail.report/1", "tool": 3}', "Expected `object`, got `int` - at `$.tool`"),
        (b'{"schema": "rail.report/1", "x": ' + b"[" * 200_000, "not a rail.report/1 report"),
        (encode(report()).replace(b'"inputs"', b'"input"'), "object contains unknown field `input`"),
        (encode(report()).replace(b'"verdict": "prohibited"', b'"verdict": "fine"'), "Invalid enum value 'fine'"),
        (encode(report(resolutions=())), "the report has no resolution of pkg:generic/precinct"),
        (encode(report(components=(), resolutions=())), "which it does not list"),
    ],
)
def test_what_is_no_whole_report_is_refused_with_the_place(here, tmp_path, content, problem):
    (tmp_path / "bad.json").write_bytes(content)

    run = here("convert", "bad.json")

    assert run.returncode == 2
    assert run.stdout == ""
    assert problem.lower() in run.stderr.lower()
    assert "--> bad.json" in run.stderr


def test_a_report_that_is_not_there_is_a_usage_error(here):
    run = here("convert", "none.json")
    assert run.returncode == 2
    assert "cannot read the report: No such file or directory" in run.stderr


def test_standard_input_cannot_be_read_twice(here):
    assert here("convert", "-", "-").returncode == 2


@pytest.mark.usefixtures("saved")
def test_two_reports_become_one(here, tmp_path):
    (tmp_path / "other.json").write_bytes(encode(report(inputs=("other",))))

    merged = json.loads(here("convert", "report.json", "other.json", "-f", "json").stdout)

    assert merged["inputs"] == [".", "other"]
    assert len(merged["components"]) == 5
    assert len(merged["findings"]) == 3
    assert merged["summary"]["files"] == 6

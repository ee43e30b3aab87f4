"""The GitHub action: its shell steps are executed as written, its inputs stay data."""

import json
import re
from pathlib import Path

import pytest
import yaml

from rail import __version__
from tests.ci.steps import bash, filled, from_folder
from tests.conftest import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
DEFAULTS = {name: str(each["default"]) for name, each in ACTION["inputs"].items()}


class Runner:
    """As much of a GitHub runner as a composite action sees."""

    def __init__(self, folder: Path, project: Path, wheels: Path, inputs: dict[str, str]) -> None:
        self.project = project
        self.inputs = {**DEFAULTS, "version": __version__, **inputs}
        self.files = {name: folder / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for each in self.files.values():
            each.touch()
        self.environment = {
            **from_folder(wheels),
            **{name: str(path) for name, path in self.files.items()},
            "RUNNER_TEMP": str(folder),
            "GITHUB_ACTION_PATH": str(ROOT),
        }

    def step(self, name: str, **more: str):
        wanted = {key: filled(str(value), self.inputs) for key, value in STEPS[name]["env"].items()}
        run = bash(STEPS[name]["run"], self.project, {**self.environment, **wanted, **more})
        for line in self.files["GITHUB_ENV"].read_text().splitlines():
            key, _, value = line.partition("=")
            self.environment[key] = value
        return run

    @property
    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.files["GITHUB_OUTPUT"].read_text().splitlines())


@pytest.fixture
def runner(tmp_path, project, wheels):
    def make(**inputs: str) -> Runner:
        folder = tmp_path / "runner temp"
        folder.mkdir()
        return Runner(folder, project, wheels, {name.replace("_", "-"): value for name, value in inputs.items()})

    return make


@pytest.mark.slow
def test_the_steps_install_rail_check_the_project_and_hand_on_the_status(runner, project):
    runner = runner(use="crime-prediction, surveillance", sarif_file="rail.sarif", fail_on="prohibited")

    install = runner.step("Install rail")
    check = runner.step("Check")
    result = bash(STEPS["Result"]["run"], project, {"STATUS": runner.outputs["status"]})

    assert install.returncode == 0, install.stderr
    assert check.returncode == 0, check.stderr
    assert "::error file=score.py,line=1," in check.stdout
    assert runner.outputs["status"] == "1"
    assert result.returncode == 1
    assert json.loads((project / "rail.sarif").read_text())["version"] == "2.1.0"
    assert json.loads(Path(runner.outputs["report"]).read_text())["schema"] == "rail.report/1"
    assert "RAIL101" in runner.files["GITHUB_STEP_SUMMARY"].read_text()


@pytest.mark.slow
def test_several_paths_and_a_level_that_never_fails(runner, project):
    (project / "--help").mkdir()
    runner = runner(path="score.py\n--help", use="crime-prediction", fail_on="never", format="text")
    runner.step("Install rail")

    check = runner.step("Check")

    assert check.returncode == 0, check.stderr
    assert runner.outputs["status"] == "0"
    assert "error[RAIL101]" in check.stdout
    assert "Usage:" not in check.stdout


@pytest.mark.slow
def test_an_input_is_never_read_as_shell(runner, project):
    runner = runner(use='$(touch pwned)`touch pwned`"; touch pwned; "', path="$(touch pwned)", format="text")
    runner.step("Install rail")

    check = runner.step("Check")

    assert runner.outputs["status"] == "2"
    assert "touch pwned" in check.stderr
    assert not (project / "pwned").exists()


def test_no_expression_stands_inside_a_script():
    assert [name for name, step in STEPS.items() if "${{" in step["run"]] == []


def test_every_input_is_used_and_every_used_input_exists():
    text = (ROOT / "action.yml").read_text().split("runs:", 1)
    used = set(re.findall(r"inputs\.([a-z-]+)", text[0].split("outputs:")[1] + text[1]))

    assert used == set(ACTION["inputs"])


def test_an_old_python_is_said_to_be_old(tmp_path):
    shim = tmp_path / "bin"
    shim.mkdir()
    for name in ("python3", "python"):
        (shim / name).write_text("#!/bin/sh\nexit 1\n")
        (shim / name).chmod(0o755)

    run = bash(STEPS["Install rail"]["run"], tmp_path, {"PATH": f"{shim}:/usr/bin:/bin", "INPUT_VERSION": ""})

    assert run.returncode == 2
    assert "::error title=rail::needs Python 3.10" in run.stdout

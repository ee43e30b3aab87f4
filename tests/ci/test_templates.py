"""The templates for other CI systems and the image: parsed, and their shell steps executed as written."""

import json
import re
import shlex
import xml.etree.ElementTree as ET

import pytest
import yaml

from rail import __version__
from rail.config.schema import FailOn
from tests.ci.steps import bash, from_folder
from tests.conftest import ROOT
from tests.wheels import build_wheel

CONFIG = '[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n'


def gitlab(**inputs: str) -> tuple[dict, dict]:
    """Return the job and its variables, with the inputs filled in as GitLab does first."""
    head, _, body = (ROOT / "ci/gitlab/rail.gitlab-ci.yml").read_text().partition("\n---\n")
    spec = yaml.safe_load(head)["spec"]["inputs"]
    values = {name: inputs.get(name, each["default"]) for name, each in spec.items()}
    job = yaml.safe_load(re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda match: values[match[1]], body))["rail check"]
    return job, spec


@pytest.mark.slow
def test_the_gitlab_job_finds_the_model_and_leaves_all_its_artefacts(project, wheels):
    (project / "rail.toml").write_text(CONFIG)
    job, _ = gitlab()
    environment = {**from_folder(wheels), **job["variables"]}

    before = bash("\n".join(job["before_script"]), project, environment)
    run = bash("\n".join(job["script"]), project, environment)

    assert before.returncode == 0, before.stderr
    assert run.returncode == 1, run.stderr
    assert "bigscience/bloom-560m" in run.stdout
    assert json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text())[0]["check_name"] == "RAIL101"
    assert ET.parse(project / job["artifacts"]["reports"]["junit"]).getroot().tag == "testsuites"
    assert [path for path in job["artifacts"]["paths"] if not (project / path).is_file()] == []


def test_the_gitlab_inputs_are_all_used_and_their_levels_are_rails():
    text = (ROOT / "ci/gitlab/rail.gitlab-ci.yml").read_text().partition("\n---\n")[2]
    _, spec = gitlab()

    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(spec)
    assert spec["fail-on"]["options"] == [each.value for each in FailOn]


@pytest.mark.slow
def test_the_azure_steps_run(project, wheels):
    (project / "rail.toml").write_text(CONFIG)
    pipeline = yaml.safe_load((ROOT / "ci/azure/azure-pipelines.yml").read_text())
    install, check = [step["script"] for step in pipeline["steps"] if "script" in step]

    assert bash(install, project, from_folder(wheels)).returncode == 0
    run = bash(check, project, from_folder(wheels))

    assert run.returncode == 1, run.stderr
    published = [step["publish"] for step in pipeline["steps"] if "publish" in step]
    results = [step["inputs"]["testResultsFiles"] for step in pipeline["steps"] if "PublishTestResults" in str(step)]
    assert [path for path in published + results if not (project / path).is_file()] == []


@pytest.mark.slow
def test_the_jenkins_step_runs(project, wheels):
    (project / "rail.toml").write_text(CONFIG)
    text = (ROOT / "ci/jenkins/Jenkinsfile").read_text()
    (script,) = re.findall(r"sh '''(.*?)'''", text, re.DOTALL)

    run = bash(script, project, from_folder(wheels))

    assert run.returncode == 1, run.stderr
    kept = re.findall(r"(?:testResults|artifacts): '([^']+)'", text)
    assert kept
    assert [path for path in kept if not (project / path).is_file()] == []


@pytest.mark.parametrize("file", ["gitlab/rail.gitlab-ci.yml", "jenkins/Jenkinsfile", "azure/azure-pipelines.yml"])
def test_a_template_installs_this_release(file):
    text = (ROOT / "ci" / file).read_text()

    assert f'"{__version__}"' in text or f"rail-compliance=={__version__}" in text


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(None, 1)) for line in lines]


def test_the_image_copies_files_that_exist_and_the_context_lets_them_through():
    copied = [shlex.split(rest)[:-1] for word, rest in instructions() if word == "COPY" and "--from" not in rest]
    wanted = {each for sources in copied for each in sources}
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert [each for each in sorted(wanted) if not (ROOT / each).exists()] == []
    assert wanted == let_in


def test_the_image_runs_rail_as_an_unprivileged_user():
    written = dict(instructions())

    assert json.loads(written["ENTRYPOINT"]) == ["rail"]
    assert written["USER"] == "65532:65532"
    assert [rest for word, rest in instructions() if word == "FROM"][-1] == "python:${PYTHON}-slim"


@pytest.mark.slow
def test_what_the_image_installs_is_what_a_build_from_its_context_needs(tmp_path):
    import shutil

    for word, rest in instructions():
        if word == "COPY" and "--from" not in rest:
            for each in shlex.split(rest)[:-1]:
                source = ROOT / each
                if source.is_dir():
                    shutil.copytree(source, tmp_path / each, ignore=shutil.ignore_patterns("__pycache__", "_data"))
                else:
                    shutil.copy(source, tmp_path / each)

    assert build_wheel(tmp_path / "dist", tmp_path).is_file()

"""The CI files hold to the schemas that their services publish, as check-jsonschema carries them."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.test_templates import gitlab
from tests.conftest import ROOT


def faults(schema: str, path: Path) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    run = subprocess.run(
        [*command, "--regex-variant", "nonunicode", str(path)], capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr if run.returncode else ""


@pytest.mark.parametrize(
    ("schema", "path"), [("github-actions", "action.yml"), ("azure-pipelines", "ci/azure/azure-pipelines.yml")]
)
def test_a_file_holds_to_its_schema(schema, path):
    assert faults(schema, ROOT / path) == ""


def test_the_gitlab_job_holds_to_its_schema(tmp_path):
    job, _ = gitlab()
    (tmp_path / "ci.yml").write_text(yaml.safe_dump({"rail check": job}))

    assert faults("gitlab-ci", tmp_path / "ci.yml") == ""


def test_a_wrong_file_is_not_let_through(tmp_path):
    (tmp_path / "action.yml").write_text("name: x\nruns: {using: composite}\n")

    assert "'description' is a required property" in faults("github-actions", tmp_path / "action.yml")

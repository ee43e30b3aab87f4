"""The hook, run by the real pre-commit on a throw-away repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: rail-check
        name: rail check
        entry: {python} -m {entry}
        language: system
        pass_filenames: false
        always_run: true
"""


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "throwaway"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", "someone@example.org")
    git(folder, "config", "user.name", "Someone")
    (folder / "rail.toml").write_text('[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n')
    return folder


def run_hook(repository: Path) -> subprocess.CompletedProcess[str]:
    import yaml

    hook = next(h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()) if h["id"] == "rail-check")
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    (repository / ".pre-commit-config.yaml").write_text(CONFIG.format(python=sys.executable, entry=hook["entry"]))
    git(repository, "add", "-A")
    environment = dict(os.environ, PRE_COMMIT_HOME=str(repository.parent / "pre-commit"), PYTHONPATH=str(ROOT))
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_stops_a_commit_that_brings_in_a_prohibited_model(repository):
    (repository / "score.py").write_text('pipe = pipeline("text-generation", model="bigscience/bloom-560m")\n')

    run = run_hook(repository)

    assert run.returncode == 1, run.stdout + run.stderr
    assert "RAIL101" in run.stdout
    assert "bigscience/bloom-560m" in run.stdout


def test_the_hook_lets_a_clean_commit_pass(repository):
    (repository / "score.py").write_text('print("nothing is loaded here")\n')

    run = run_hook(repository)

    assert run.returncode == 0, run.stdout + run.stderr
    assert "Passed" in run.stdout


def test_the_lint_hook_looks_at_licence_files_and_cards_only():
    import re

    import yaml

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    hook = next(each for each in hooks if each["id"] == "rail-lint")
    wanted = ["LICENSE", "LICENSE.md", "docs/LICENCE.txt", "LICENSE-MODEL", "MODEL_LICENSE", "COPYING", "USE_POLICY.md"]
    unwanted = ["README.md", "src/license.py", "guardrails.md", "licenses.json", "rails/app.rb"]

    assert [path for path in wanted if not re.search(hook["files"], path)] == []
    assert [path for path in unwanted if re.search(hook["files"], path)] == []

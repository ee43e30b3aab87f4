"""The hook, run by the real pre-commit on a throw-away repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


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


def run_hooks(repository: Path, *wanted: str) -> subprocess.CompletedProcess[str]:
    """Run hooks of the project's own hooks file, their `rail` being this checkout."""
    import yaml

    program = repository.parent / "rail"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m rail "$@"\n')
    program.chmod(0o755)
    hooks = [each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()) if each["id"] in wanted]
    assert [each["id"] for each in hooks] == sorted(wanted)
    for each in hooks:
        assert each["entry"].startswith("rail ")
        # pre-commit would install rail anew from an index.
        each.update(language="system", entry=str(program) + each["entry"].removeprefix("rail"))
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
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

    run = run_hooks(repository, "rail-check")

    assert run.returncode == 1, run.stdout + run.stderr
    assert "RAIL101" in run.stdout
    assert "bigscience/bloom-560m" in run.stdout


def test_the_hook_lets_a_clean_commit_pass(repository):
    (repository / "score.py").write_text('print("nothing is loaded here")\n')

    run = run_hooks(repository, "rail-check")

    assert run.returncode == 0, run.stdout + run.stderr
    assert "Passed" in run.stdout


def test_all_hooks_pass_on_a_repository_with_a_generated_licence(repository):
    generate(repository)

    run = run_hooks(repository, "rail-check", "rail-generate", "rail-lint")

    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count("Passed") == 3


def test_the_generate_hook_stops_a_licence_that_was_edited_by_hand(repository):
    generate(repository)
    licence = next(repository.glob("LICENSE-*"))
    licence.write_text(licence.read_text().replace("medical", "botanical"))

    run = run_hooks(repository, "rail-check", "rail-generate", "rail-lint")

    assert run.returncode == 1
    assert outcomes(run.stdout) == {"rail check": "Passed", "rail generate --check": "Failed", "rail lint": "Passed"}


def test_the_lint_hook_stops_a_licence_with_a_placeholder(repository):
    (repository / "LICENSE").write_text("Some Licence\n\nAttachment A\n\n[insert use restrictions]\n")

    run = run_hooks(repository, "rail-generate", "rail-lint")

    assert run.returncode == 1
    assert outcomes(run.stdout)["rail lint"] == "Failed"
    assert "[insert use restrictions]" in run.stdout


def generate(repository: Path) -> None:
    asked = "--work Thing --licensor Someone --artifact M --preset medical --no-base --law France --yes"
    subprocess.run(
        [sys.executable, "-m", "rail", "generate", *asked.split()],
        cwd=repository,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        check=True,
        capture_output=True,
    )


def outcomes(printed: str) -> dict[str, str]:
    return dict(re.findall(r"^(rail [a-z -]+?)\.+(?:\(.*\))?(Passed|Failed|Skipped)$", printed, re.MULTILINE))


def test_the_lint_hook_looks_at_licence_files_and_cards_only():
    import yaml

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    hook = next(each for each in hooks if each["id"] == "rail-lint")
    wanted = ["LICENSE", "LICENSE.md", "docs/LICENCE.txt", "LICENSE-MODEL", "MODEL_LICENSE", "COPYING", "USE_POLICY.md"]
    unwanted = ["README.md", "src/license.py", "guardrails.md", "licenses.json", "rails/app.rb"]

    assert [path for path in wanted if not re.search(hook["files"], path)] == []
    assert [path for path in unwanted if re.search(hook["files"], path)] == []

"""Without a network none is used: each verb in a process in which opening a socket ends the run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CAUGHT = 97
GUARD = f"""\
import os, sys

def guard(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"opened a socket: {{event}} {{arguments!r}}\\n".encode())
        os._exit({CAUGHT})

sys.addaudithook(guard)
"""
LOCK = {
    "name": "mine",
    "lockfileVersion": 3,
    "packages": {"": {"name": "mine"}, "node_modules/left-pad": {"version": "1.3.0"}},
}
DOCUMENT = "Permission is granted to use this for any purpose except mass surveillance.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "package-lock.json").write_text(json.dumps(LOCK))
    (folder / "requirements.txt").write_text("requests==2.31.0\n")
    (folder / "environment.yml").write_text("dependencies:\n  - numpy=1.26.0\n")
    (folder / "app.py").write_text('from transformers import AutoModel\nAutoModel.from_pretrained("org/model")\n')
    (folder / "TERMS").write_text(DOCUMENT)
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    (tmp_path / "home").mkdir()
    return folder


def rail(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    beside = project.parent
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(("RAIL_", "PIP_", "HF_"))}
    return subprocess.run(
        [sys.executable, "-m", "rail", *arguments],
        cwd=project,
        env={
            **kept,
            "HOME": str(beside / "home"),
            "PYTHONPATH": f"{beside / 'guard'}{os.pathsep}{ROOT}",
            "RAIL_CACHE_DIR": str(beside / "cache"),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "--offline"],
        ["scan", "--online", "--offline"],
        ["scan", "--deep", "--offline", "--format", "json"],
        ["scan", "--deep", "--offline", "pkg:pypi/requests@2.31.0", "hf:org/model", "pkg:conda/numpy@1.26.0"],
        ["scan", "env", "--online", "--offline"],
        ["check", "--use", "law-enforcement"],
        ["check", "--use", "law-enforcement", "--deep", "--offline"],
        ["identify", "TERMS"],
        ["lint", "TERMS"],
        ["diff", "TERMS", "TERMS"],
        ["explain", "pkg:npm/react-leaflet@4.2.1"],
        ["explain", "hf:org/model"],
        ["catalogue", "list"],
        ["catalogue", "models"],
        ["init", "--yes", "--use", "law-enforcement"],
        ["obligations"],
        ["obligations", "pkg:npm/react-leaflet@4.2.1", "hf:org/model"],
        ["generate", "--artifact", "model", "--work", "W", "--licensor", "L"],
        ["generate", "--artifact", "MS", "--work", "W", "--licensor", "L", "--inherit", "TERMS", "--with", "TERMS"],
        ["scan", "--tree"],
    ],
    ids=" ".join,
)
def test_no_socket_is_opened(project: Path, arguments: list[str]) -> None:
    run = rail(project, *arguments)

    assert "opened a socket" not in run.stderr
    assert run.returncode in (0, 1), run.stderr


def test_converting_a_saved_report_opens_no_socket(project: Path) -> None:
    saved = rail(project, "scan", "--format", "json", "--output", "saved.json")
    assert saved.returncode == 0, saved.stderr

    for form in ("html", "sarif", "cyclonedx", "spdx3", "tree"):
        run = rail(project, "convert", "saved.json", "--format", form)

        assert run.returncode == 0, run.stderr
        assert run.stdout


def test_a_configuration_that_asks_for_both_stays_offline(project: Path) -> None:
    (project / "rail.toml").write_text("online = true\noffline = true\n")

    run = rail(project, "scan", "--format", "json")

    assert run.returncode == 0, run.stderr
    assert "must not be used" in json.loads(run.stdout)["problems"][0]["message"]


def test_the_guard_sees_a_scan_that_asks(project: Path) -> None:
    run = rail(project, "scan", "--online", "pkg:npm/left-pad@1.3.0")

    assert run.returncode == CAUGHT
    assert "opened a socket" in run.stderr

"""The whole program in a process of its own, as users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from rail.cli.main import run as run_here
from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a plain terminal-less shell, with a cache of its own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("RAIL_", "PYTHON"))}
    cache = tmp_path_factory.getbasetemp() / "bytecode"
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(cache),
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "80",
        "TERM": "dumb",
    }


@pytest.fixture
def rail(environment: dict[str, str], tmp_path: Path) -> Run:
    """Return a function that runs `rail` with arguments in `tmp_path`; `env` adds variables."""

    def run(
        *arguments: str, env: dict[str, str] | None = None, **settings: object
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "rail", *arguments],
            cwd=settings.pop("cwd", tmp_path),
            env={**environment, **(env or {})},
            text=settings.pop("text", True),
            capture_output=True,
            check=False,
            timeout=120,
            **({"stdin": subprocess.DEVNULL} if "input" not in settings else {}),
            **settings,  # type: ignore[call-overload]
        )

    return run


@pytest.fixture
def here(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., SimpleNamespace]:
    """Return a function that runs `rail` in this process: quicker, for what does not hang on the process."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> SimpleNamespace:
        code = run_here(arguments)
        out, err = capsys.readouterr()
        return SimpleNamespace(returncode=code, stdout=out, stderr=err)

    return run

"""The wheel of this checkout, built with the environment that runs the tests."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def build_wheel(out: Path, source: Path = ROOT) -> Path:
    """Build the wheel of `source` into a folder and return it."""
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return next(out.glob("*.whl"))

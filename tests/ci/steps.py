"""The shell steps of CI files, executed as they are written."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

SITE = Path(msgspec.__file__).parent.parent


def bash(script: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as the runners do, with nothing of this process's environment but the search path."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def from_folder(wheels: Path) -> dict[str, str]:
    """Return what makes pip take rail from a folder and its dependencies from this environment, with no index."""
    dependencies = wheels / "dependencies"
    if not dependencies.is_dir():
        dependencies.mkdir()
        for each in SITE.iterdir():
            if not each.name.startswith(("rail", "_rail", "pip", "__editable__")) and each.suffix != ".pth":
                (dependencies / each.name).symlink_to(each)
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_NO_DEPS": "1",
        "PYTHONPATH": str(dependencies),
        "PIP_ROOT_USER_ACTION": "ignore",
    }


def filled(value: str, inputs: Mapping[str, str]) -> str:
    """Return an `env` value of the action with its expressions replaced."""
    return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: inputs[match[1]], value)

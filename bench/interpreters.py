"""Run the tests on every supported interpreter that this machine has: `make test-all`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SUPPORTED = ("3.10", "3.11", "3.12", "3.13")


def interpreter(version: str) -> str | None:
    """Return a Python of this minor version: on PATH, or among pyenv's."""
    found = shutil.which(f"python{version}")
    works = found and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0
    if works:
        return found
    kept = sorted(
        Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions").glob(f"{version}.*/bin/python3")
    )
    return str(kept[-1]) if kept else None


def main() -> int:
    """Make one environment a version and run `make test` in it; return how many failed."""
    failed = []
    for version in SUPPORTED:
        python = interpreter(version)
        if python is None:
            print(f"{version}: not on this machine")
            continue
        run = subprocess.run(["make", "test", f"PYTHON={python}", f"VENV=.venv-{version}"], check=False)
        print(f"{version}: {'passed' if run.returncode == 0 else 'FAILED'}")
        if run.returncode:
            failed.append(version)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())

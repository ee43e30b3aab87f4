"""What starting costs, in instructions executed (repeatable to the million), beside an empty Python."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import limit
from peers import RAIL


def instructions(arguments: list[str]) -> float:
    """Return the millions of instructions that `python ARGUMENTS` executes, counted by callgrind."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "callgrind.out")
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", sys.executable, *arguments]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONHASHSEED": "0"}
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        found = re.search(r"Collected : (\d+)", run.stderr)
        if found is None:
            sys.exit(f"bench: valgrind counted nothing: {run.stderr[-300:]}")
        return int(found[1]) / 1e6


def main() -> int:
    """Print millions of instructions and the limits of the start-up budget."""
    subprocess.run([sys.executable, "-m", "rail", "--help"], capture_output=True, check=False)
    empty = instructions(["-c", "pass"])
    version = instructions([str(RAIL), "--version"])
    help_ = instructions([str(RAIL), "--help"])
    print(f"  python -c pass {empty:.0f} M, rail --version {version:.0f} M, rail --help {help_:.0f} M")
    held = [limit("rail --version / python -c pass", version / empty, 1.3), limit("rail --help, M", help_, 300)]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

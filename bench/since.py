"""What `rail check --since` costs on a lock of 1,500 packages in a pull request: `python bench/since.py`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from measure import limit, side_by_side, table
from peers import RAIL

PACKAGES = 1500


def repository(folder: Path) -> None:
    """Write a git repository whose second commit adds one package to a lock of 1,500."""
    entry = '[[package]]\nname = "part-{}"\nversion = "1.{}"\ndependencies = [{{ name = "part-{}" }}]\n\n'
    entries = [entry.format(n, n, n * 7 % PACKAGES) for n in range(PACKAGES + 1)]
    head = 'version = 1\nrequires-python = ">=3.10"\n\n'
    (folder / "rail.toml").write_text('[[use-case]]\nid = "triage"\nuses = ["health.clinical-use"]\n')
    (folder / "pyproject.toml").write_text('[project]\nname = "service"\nversion = "1"\nlicense = "Apache-2.0"\n')
    (folder / "uv.lock").write_text(head + "".join(entries[:-1]))
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "one")
    (folder / "uv.lock").write_text(head + "".join(entries))


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def main() -> int:
    """Measure and print; return 1 when it takes too long."""
    with tempfile.TemporaryDirectory() as made:
        repository(Path(made))
        commands = {
            "rail check": [str(RAIL), "check", "--offline"],
            "rail check --since HEAD": [str(RAIL), "check", "--offline", "--since", "HEAD"],
        }
        figures = side_by_side(commands, cwd=Path(made))
    table(f"a pull request on a lock of {PACKAGES} packages", figures)
    held = [
        limit("seconds of wall time", figures["rail check --since HEAD"].median, 2.0),
        limit("peak memory, MB", figures["rail check --since HEAD"].peak, 120),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

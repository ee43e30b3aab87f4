"""What the pre-commit hook costs on a repository of 500 files with a warm cache: `python bench/hook.py`.

Prints wall time beside an empty Python, and the millions of instructions that one run executes.
"""

import sys
import tempfile
from pathlib import Path

from measure import limit, side_by_side, table
from peers import RAIL
from startup import instructions

FILES = 500
LOCKED = 120
MODELS = ("distilbert-base-uncased", "openai/whisper-small", "sentence-transformers/all-MiniLM-L6-v2")


def repository(folder: Path) -> Path:
    """Write a service of 500 files: code, tests, pages, configuration, a lock of 120 packages, three models."""
    (folder / "rail.toml").write_text('[[use-case]]\nid = "triage"\nuses = ["health.clinical-use"]\n')
    (folder / "LICENSE").write_text("SPDX-License-Identifier: Apache-2.0\n")
    (folder / "pyproject.toml").write_text('[project]\nname = "service"\nversion = "1"\nlicense = "Apache-2.0"\n')
    entries = (f'[[package]]\nname = "part-{n}"\nversion = "1.{n}"\n\n' for n in range(LOCKED))
    (folder / "uv.lock").write_text('version = 1\nrequires-python = ">=3.10"\n\n' + "".join(entries))
    kinds = {
        "src": (".py", "def answer_{n}(text: str) -> str:\n    return text.strip().lower() * {n}\n" * 20, 250),
        "tests": (".py", "def test_{n}():\n    assert {n} == {n}\n" * 20, 120),
        "docs": (".md", "# Page {n}\n\nHow the service answers question {n}.\n" * 10, 80),
        "deploy": (".yaml", "name: part-{n}\nreplicas: {n}\n", FILES - 450 - len(MODELS) - 4),
    }
    for name, (suffix, text, count) in kinds.items():
        (folder / name).mkdir()
        for n in range(count):
            (folder / name / f"file_{n}{suffix}").write_text(text.replace("{n}", str(n)))
    for n, model in enumerate(MODELS):
        call = f'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("{model}")\n'
        (folder / "src" / f"model_{n}.py").write_text(call)
    return folder


def main() -> int:
    """Measure and print; return 1 when it takes too long."""
    with tempfile.TemporaryDirectory() as made:
        folder = repository(Path(made))
        check = [str(RAIL), "check", "--offline"]
        figures = side_by_side({"python -c pass": [sys.executable, "-c", "pass"], "rail-check": check}, cwd=folder)
        count = instructions([*check, str(folder)])
    table(f"the hook on {FILES} files", figures)
    print(f"  {count:.0f} M instructions")
    held = [
        limit("seconds of wall time", figures["rail-check"].median, 0.35),
        limit("peak memory, MB", figures["rail-check"].peak, 120),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

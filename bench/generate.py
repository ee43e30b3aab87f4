"""How long one command takes from its start to the files of a licence, offline: `python bench/generate.py`.

Everything at once is measured: the preset with the most clauses, four artefacts, all formats, the
whole kit, and the checks. The limit is half a second, held by the quickest run: the others tell how busy it is.
"""

import sys
import tempfile
from pathlib import Path

from measure import limit, side_by_side, table
from peers import RAIL

LIMIT = 0.5
"""Seconds from start to files."""

_ASKED = ["--work", "Kestrel", "--licensor", "Example Lab", "--artifact", "DAMS", "--personal-data", "no"]


def main() -> int:
    """Measure and print; return 1 when it takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        usual = [str(RAIL), "generate", "--quiet", *_ASKED, "--out", str(Path(folder, "usual"))]
        most = [str(RAIL), "generate", "--quiet", *_ASKED, "--out", str(Path(folder, "most"))]
        most += ["--preset", "surveillance-and-crime", "--preset", "bigscience"]
        most += [part for name in ("text", "markdown", "html", "latex", "rtf") for part in ("--format", name)]
        figures = side_by_side({"one licence, usual clauses": usual, "most clauses, five formats": most})
        written = sum(1 for each in Path(folder, "most").rglob("*") if each.is_file())
    table("From start to files", figures)
    print(f"  {written} files")
    held = [limit(f"{name}, least / {LIMIT} s", each.least / LIMIT, 1) for name, each in figures.items()]
    return 0 if all(held) and written else 1


if __name__ == "__main__":
    sys.exit(main())

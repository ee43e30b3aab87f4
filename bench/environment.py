"""An installed environment of 313 distributions: rail beside pip-licenses and licsniff, in one run."""

import sys

from measure import limit, side_by_side, table
from peers import RAIL, environment, tool


def main() -> int:
    """Print wall time and memory of each, and the ratios beside their limits."""
    home = environment()
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*/site-packages"))
    figures = side_by_side(
        {
            "rail scan env: (json)": [str(RAIL), "scan", f"env:{home}", "--format", "json"],
            "rail scan env: (text)": [str(RAIL), "scan", f"env:{home}"],
            "pip-licenses": [str(tool("pip-licenses", "pip-licenses")), "--python", str(python), "--format", "json"],
            "licsniff": [str(tool("licsniff", "licsniff")), *licsniff_arguments(str(site))],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
    )
    table("environment of 313 distributions", figures)
    rail = figures["rail scan env: (json)"]
    held = [
        limit("rail / pip-licenses", rail.median / figures["pip-licenses"].median, 0.10),
        limit("rail / licsniff", rail.median / figures["licsniff"].median, 5),
        limit("rail, MB", rail.peak, 80),
    ]
    return 0 if all(held) else 1


def licsniff_arguments(site: str) -> list[str]:
    """Return how licsniff is told which environment to look at."""
    return ["--path", site, "--json"]


if __name__ == "__main__":
    sys.exit(main())

"""An installed environment of 313 distributions: rail beside pip-licenses and licsniff, in one run."""

import sys

from measure import limit, side_by_side, table
from peers import RAIL, environment, tool


def main() -> int:
    """Print wall time and memory of each, and the ratios beside their limits."""
    home = environment()
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*/site-packages"))
    scan = [str(RAIL), "scan", f"env:{home}", "--format", "json"]
    figures = side_by_side(
        {
            "rail scan env: --no-texts": [*scan, "--no-texts"],
            "rail scan env: (texts, warm cache)": scan,
            "rail scan env: (texts, no cache)": ["env", "RAIL_CACHE_DIR=/dev/null/nowhere", *scan],
            "pip-licenses": [str(tool("pip-licenses", "pip-licenses")), "--python", str(python), "--format", "json"],
            "licsniff": [str(tool("licsniff", "licsniff")), "--path", str(site), "--json"],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
    )
    table("environment of 313 distributions, 398 licence files", figures)
    listed, warm, cold = list(figures.values())[:3]
    peer = figures["pip-licenses"].median
    held = [
        limit("metadata and list of licence files / pip-licenses", listed.median / peer, 0.10),
        limit("metadata and list of licence files / licsniff", listed.median / figures["licsniff"].median, 5),
        limit("metadata and list of licence files, MB", listed.peak, 80),
        limit("all texts read, warm / pip-licenses", warm.median / peer, 0.10),
        limit("all texts read, cold / pip-licenses", cold.median / peer, 0.30),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

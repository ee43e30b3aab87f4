"""A lock of some 900 npm packages and what is installed from it: rail beside two checkers of the npm world, in one run.

license-compliance reads the manifests of the installed packages; license-checker-rseidelsohn their licence files too.
rail keeps what it made of a licence text for the next run; how long the very first one takes is told without a limit.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from measure import limit, side_by_side, table
from peers import RAIL, node_project, node_tool

MEMORY = 120


def main() -> int:
    """Print wall time and memory of each, and the ratios beside their limits."""
    project = node_project()
    scan = [str(RAIL), "scan", "--no-config", "--format", "json"]
    cold = ["env", "RAIL_CACHE_DIR=/dev/null/nowhere", *scan]
    with tempfile.TemporaryDirectory() as alone:
        lock = str(shutil.copy(project / "package-lock.json", Path(alone) / "package-lock.json"))
        figures = side_by_side(
            {
                "rail scan package-lock.json": [*scan, lock],
                "license-compliance": [*node_tool("license-compliance"), "--format", "json"],
                "rail scan node_modules (warm cache)": [*scan, "."],
                "rail scan node_modules (no cache)": [*cold, "."],
                "rail scan node_modules --no-texts": [*scan, ".", "--no-texts"],
                "license-checker-rseidelsohn": [*node_tool("license-checker-rseidelsohn"), "--json", "--start", "."],
                "python -c pass": [sys.executable, "-c", "pass"],
                "node -e 0": ["node", "-e", "0"],
            },
            cwd=project,
        )
    table("lock of 927 entries; 892 packages installed from it", figures)
    listed, first, warm, unkept, _, second = list(figures.values())[:6]
    held = [
        limit("lock / license-compliance", listed.median / first.median, 0.25),
        limit("tree, licence files read / license-checker-rseidelsohn", warm.median / second.median, 0.25),
        limit("most memory of the three, MB", max(listed.peak, warm.peak, unkept.peak), MEMORY),
    ]
    print(f"       the same without readings kept from an earlier run: {unkept.median / second.median:.3f}")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

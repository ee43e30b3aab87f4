"""The 66,000 files of 313 installed distributions as a folder: rail beside airom, in one run.

Scanned twice: as what it is, an installed tree, of which only metadata, licences and models count; and without the
metadata that gives it away, as if all of it were code of the house, which measures the sieve before the parser.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from measure import limit, side_by_side, table
from peers import RAIL, environment, tool

from rail.extractors.references import _sieve

SECONDS = 6.0
MEGABYTES = 100
OF_THE_PEER = 0.5


def main() -> int:
    """Print times, memory, megabytes a second and the share of the code that is parsed, beside their limits."""
    site = next((environment() / "lib").glob("python*/site-packages"))
    airom = str(tool("airom", "airom"))
    with tempfile.TemporaryDirectory(dir=site.parent) as folder:
        installed, house = Path(folder, "installed"), Path(folder, "house")
        _linked(site, installed, ())
        _linked(site, house, (".dist-info", ".egg-info"))
        scan = [str(RAIL), "scan", "--offline", "--format", "json"]
        no_cache = ["env", "RAIL_CACHE_DIR=/dev/null/nowhere"]
        figures = side_by_side(
            {
                "rail scan (installed tree, no cache)": [*no_cache, *scan, str(installed)],
                "rail scan (as code of the house, no cache)": [*no_cache, *scan, str(house)],
                "airom scan --offline": [airom, "scan", "-q", "--offline", "--no-eol", "-o", "json", str(installed)],
            },
            runs=3,
        )
        table("66,000 files of 313 distributions", figures)
        as_installed, as_house, peer = figures.values()
        _sieved(house)
    held = [
        limit("installed tree, seconds", as_installed.median, SECONDS),
        limit("installed tree / airom", as_installed.median / peer.median, OF_THE_PEER),
        limit("installed tree, MB", as_installed.peak, MEGABYTES),
        limit("as code of the house / airom", as_house.median / peer.median, 1.5),
        limit("as code of the house, MB", as_house.peak, 2 * MEGABYTES),
    ]
    return 0 if all(held) else 1


def _linked(source: Path, target: Path, leave_out: tuple[str, ...]) -> None:
    """Make a copy of hard links, without byte code."""
    for at, folders, files in os.walk(source):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.endswith(leave_out)]
        here = target / Path(at).relative_to(source)
        here.mkdir(parents=True)
        for name in files:
            os.link(Path(at, name), here / name)


def _sieved(folder: Path) -> None:
    """Print how fast the sieve lets Python files through to the parser, and how many."""
    count = parsed = total = 0
    start = time.process_time()
    for path in folder.rglob("*.py"):
        data = path.read_bytes()
        count, total = count + 1, total + len(data)
        parsed += len(data) * _sieve.may_load(data)
    taken = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nsieve: {count:,} Python files, {total / 1e6:.0f} MB at {total / 1e6 / taken:.0f} MB/s, reading included")
    print(f"  parsed: {parsed / total:.1%} of the bytes; peak {peak:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())

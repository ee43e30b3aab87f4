"""Time whole commands side by side: wall clock, peak memory, size of the answer; in turn, so that drift hits all."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """Median and least wall time in seconds, peak memory in MB, bytes on standard output."""

    median: float
    least: float
    peak: float
    printed: int


def side_by_side(commands: dict[str, list[str]], *, runs: int = 7, cwd: Path | None = None) -> dict[str, Measured]:
    """Run every command `runs` times in turn, after one warm-up each, and return its figures."""
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            figures = _once(command, cwd)
            if turn:
                taken[name].append(figures)
    return {
        name: Measured(
            statistics.median(each[0] for each in rows),
            min(each[0] for each in rows),
            max(each[1] for each in rows),
            rows[-1][2],
        )
        for name, rows in taken.items()
    }


def _once(command: list[str], cwd: Path | None) -> tuple[float, float, int]:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=cwd)
    assert child.stdout is not None
    printed = len(child.stdout.read())
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    taken = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"bench: {' '.join(command)} ended with {child.returncode}")
    return taken, usage.ru_maxrss / 1024, printed


def table(title: str, figures: dict[str, Measured]) -> None:
    """Print the figures of one comparison."""
    print(f"\n{title}")
    for name, each in figures.items():
        print(
            f"  {name:42} {each.median:8.3f} s   least {each.least:7.3f} s   peak {each.peak:6.1f} MB"
            f"   {each.printed:9} bytes"
        )


def limit(words: str, value: float, most: float) -> bool:
    """Print a figure beside its limit; tell whether it holds."""
    holds = value <= most
    print(f"  {'ok  ' if holds else 'OVER'} {words}: {value:.3f} (limit {most:g})")
    return holds

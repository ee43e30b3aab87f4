"""Run the benchmarks one after the other: `make bench`, or `python bench/run.py environment startup`."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_BENCHMARKS = {"run", "measure", "peers", "interpreters"}


def main(wanted: list[str]) -> int:
    """Run the named benchmarks (all when none is named); return how many went over a limit."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHMARKS)
    over = []
    for name in wanted or names:
        if name not in names:
            sys.exit(f"bench: no benchmark called {name}; there are {', '.join(names)}")
        print(f"\n== {name}", flush=True)
        if subprocess.run([sys.executable, str(HERE / f"{name}.py")], cwd=HERE, check=False).returncode:
            over.append(name)
    if over:
        print(f"\nover a limit: {', '.join(over)}")
    return len(over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

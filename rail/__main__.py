"""`python -m rail` and the command `rail`; answers `--version` before importing anything."""

import os
import sys

from rail import __version__


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"rail {__version__}")  # noqa: T201 -- the command line prints
        return 0
    import gc  # noqa: PLC0415 -- `--version` must not pay for it

    # Values are immutable and free of cycles: looking for garbage every 700 objects costs a tenth of a scan.
    gc.set_threshold(300_000, 50, 100)
    try:
        from rail.cli.main import run  # noqa: PLC0415 -- `--version` must not pay for it

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


def console() -> None:
    """Run the command line as a process of its own, and end it at once.

    Taking a report's hundred thousand values apart one by one before leaving costs a tenth of a scan; nothing is left
    to clean up by then, for output files are written and closed where they are made.
    """
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    console()

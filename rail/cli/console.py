"""What the command line knows of the terminal: colour, width, and notes on standard error."""

import os
import shutil
import sys

from rail.cli.options import When
from rail.report.terminal import visible

UNBOUNDED = 160
"""The width for what is no terminal."""


def colored(when: When) -> bool:
    """Tell whether standard output gets colour: by `--color`, by NO_COLOR and FORCE_COLOR, or as it is a terminal.

    https://no-color.org and https://force-color.org
    """
    if when is not When.AUTO:
        return when is When.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns of standard output."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else UNBOUNDED


def note(text: str) -> None:
    """Tell something on standard error that is no part of the report."""
    print(f"note: {visible(text)}", file=sys.stderr)  # noqa: T201 -- the command line prints

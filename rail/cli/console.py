"""What the command line knows of the terminal: colour, width, and notes on standard error."""

import os
import sys
from typing import TextIO

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
    return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns of standard output."""
    if not is_terminal(sys.stdout):
        return UNBOUNDED
    import shutil  # noqa: PLC0415 -- with all kinds of archives, and most reports go to a file

    return shutil.get_terminal_size().columns


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a standard stream is a terminal; a closed one is `None`."""
    return stream is not None and stream.isatty()


def note(text: str) -> None:
    """Tell something on standard error that is no part of the report."""
    say(f"note: {visible(text)}")


def say(line: str) -> None:
    """Write a line to standard error in its encoding; where that is closed, nobody wants to know."""
    stream: TextIO | None = sys.stderr
    if stream is not None:
        encoding = stream.encoding or "utf-8"
        print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)

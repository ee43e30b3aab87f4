"""How a failure is told: problem, place and hint; for a bug in rail a short report to attach, and no traceback."""

import os
import sys
import traceback

from rail import __version__
from rail.cli.console import say
from rail.errors import RailError, ReadError
from rail.report.terminal import clip, visible

_BUG = 70
_WIDEST = 300
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 -- the package's folder


def tell(fault: RailError) -> int:
    """Print an error that the user can mend and return its exit code."""
    say(f"error: {visible(fault.problem)}")
    if fault.place:
        line = fault.line if isinstance(fault, ReadError) else None
        say(f"  --> {visible(fault.place)}{'' if line is None else f':{line}'}")
    if fault.hint:
        say(f"  help: {visible(fault.hint)}")
    return fault.exit_code


def tell_bug(fault: Exception) -> int:
    """Print what to attach to a bug report: versions, the exception and the frames inside rail; return 70."""
    if os.environ.get("RAIL_DEBUG") == "1":
        traceback.print_exception(fault)
        return _BUG
    say(f"error: internal error: {type(fault).__name__}: {clip(visible(str(fault)), _WIDEST)}")
    say(f"  this is a bug in rail {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    for frame in traceback.extract_tb(fault.__traceback__):
        if os.path.abspath(frame.filename).startswith(_HERE + os.sep):  # noqa: PTH100 -- text is enough
            say(f"  at rail/{os.path.relpath(frame.filename, _HERE)}:{frame.lineno} in {frame.name}")
    say("  help: report these lines, please; RAIL_DEBUG=1 prints the whole traceback")
    return _BUG

"""The program: one command in, an exit code out; how every failure ends, in a message and an exit code."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

from rail.errors import RailError

VERBS = {
    "check": "Check dependencies against the declared uses.",
    "scan": "List what is there, with licences and what they restrict.",
    "obligations": "List what the licences ask of this project, and what of it binds now.",
    "identify": "Say what a text is and what it forbids.",
    "explain": "Show what is known of a licence, use, mode, rule, package or model, step by step.",
    "lint": "Check licence texts and cards for gaps, traps and words that do not hold.",
    "diff": "Compare two licences restriction by restriction.",
    "generate": "Write a licence of the RAIL family for a model, data, code or an application.",
    "convert": "Write saved reports in another format.",
    "init": "Write a starter configuration from a few questions.",
    "catalogue": "Look into the catalogue of licences, uses and modes.",
}
"""The verbs with their one line of help; each lives in the module of its name and is imported when it is called."""

_PLAIN = frozenset({"check", "scan"})
"""The verbs that are run often enough, and on little enough, for the loading of Typer to count."""
_INTERRUPTED = 130
_BROKEN_PIPE = 141


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is told on standard error."""
    try:
        answer = _answer(arguments)
        _flush()
        return answer if isinstance(answer, int) else 0
    except RailError as fault:
        from rail.cli.failure import tell  # noqa: PLC0415 -- only when something failed

        return tell(fault)
    except KeyboardInterrupt:
        from rail.cli.console import say  # noqa: PLC0415 -- only when something ended early

        say("interrupted")
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):  # Typer turns a broken pipe into SystemExit
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except Exception as fault:  # noqa: BLE001 -- a bug ends in a short report, never in a traceback
        from rail.cli.failure import tell_bug  # noqa: PLC0415 -- only when something failed

        return tell_bug(fault)


def _flush() -> None:
    """Write what is left now, while a failure can still be told; a closed standard output has nothing left."""
    stream: TextIO | None = sys.stdout
    if stream is not None:
        stream.flush()


def _answer(arguments: Sequence[str]) -> object:
    """Run the command and return what it answers."""
    if arguments and arguments[0] in _PLAIN:
        from rail.cli.plain import read  # noqa: PLC0415 -- only for some verbs

        verb = getattr(import_module(f"rail.cli.{arguments[0]}"), arguments[0])
        values = read(verb, arguments[1:], os.environ)
        if values is not None:
            return verb(**values)
    from rail.cli.program import answer  # noqa: PLC0415 -- loads Typer, which many a command line does not need

    return answer(arguments)

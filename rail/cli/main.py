"""The program: its verbs, imported when asked for, and how every failure ends: in a message and an exit code."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, TextIO

import typer
import typer.core
import typer.main

from rail import __version__
from rail.cli.help import plain_app
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

_UsageError: Any = typer.BadParameter.__bases__[0]
_INTERRUPTED = 130
_BROKEN_PIPE = 141
_USAGE = 2


class Verbs(typer.core.TyperGroup):
    """The group of all verbs, which lists them without importing them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        names: Any = dict.fromkeys(VERBS)
        self.commands = names  # Typer reads the keys to answer a typo

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names in the order in which a newcomer needs them."""
        return list(VERBS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Import the verb's module and return its command, or `None` when there is no such verb."""
        if cmd_name not in VERBS:
            return None
        return typer.main.get_command(import_module(f"rail.cli.{cmd_name}").app)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """List the verbs with their one line of help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


app = plain_app(cls=Verbs, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})


def _version(asked: bool) -> None:
    if asked:
        print(f"rail {__version__}")  # noqa: T201 -- the command line prints
        raise typer.Exit


@app.callback(epilog="Exit codes: 0 clean, 1 findings, 2 usage error, 3 nothing to scan, 4 incomplete, 70 bug in rail.")
def rail(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Print the version and exit.", is_eager=True, callback=_version),
    ] = False,
) -> None:
    """Find AI licences that restrict use, and hold them against what your project is for."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is told on standard error."""
    try:
        answer = typer.main.get_command(app).main(args=arguments, prog_name="rail", standalone_mode=False)
        _flush()
        return answer if isinstance(answer, int) else 0
    except _UsageError as fault:
        return _usage(fault)
    except RailError as fault:
        from rail.cli.failure import tell  # noqa: PLC0415 -- only when something failed

        return tell(fault)
    except (KeyboardInterrupt, typer.Abort):
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


def _usage(fault: Any) -> int:
    """Tell what is wrong with the command line; no arguments at all ask for the help."""
    from rail.cli.console import say  # noqa: PLC0415 -- only when something failed
    from rail.cli.failure import tell  # noqa: PLC0415 -- likewise
    from rail.errors import UsageError  # noqa: PLC0415 -- likewise

    if type(fault).__name__ == "NoArgsIsHelpError":
        say(fault.ctx.get_help())
        return _USAGE
    command = fault.ctx.command_path if fault.ctx else "rail"
    return tell(UsageError(fault.format_message(), hint=f"`{command} --help` lists what there is"))

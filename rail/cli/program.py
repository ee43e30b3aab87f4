"""The program as Typer has it: every verb with its help, imported when asked for, and what is told of a mistake."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from rail import __version__
from rail.cli.help import plain_app, single
from rail.cli.main import VERBS

_UsageError: Any = typer.BadParameter.__bases__[0]
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
        module = import_module(f"rail.cli.{cmd_name}")
        if hasattr(module, "app"):
            return typer.main.get_command(module.app)
        return typer.main.get_command(single(getattr(module, cmd_name), module.EPILOG))

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


def answer(arguments: Sequence[str]) -> object:
    """Run one command and return what it answers; a mistake in the command line is told, and answered with 2.

    Raises:
        KeyboardInterrupt: the user left.
    """
    try:
        return typer.main.get_command(app).main(args=arguments, prog_name="rail", standalone_mode=False)
    except _UsageError as fault:
        return _usage(fault)
    except typer.Abort as fault:
        raise KeyboardInterrupt from fault


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

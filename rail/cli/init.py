"""`rail init`: a starter configuration from a few questions."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rail.catalogue.covers import resolve_use
from rail.catalogue.load import Catalogue, load
from rail.cli import options
from rail.cli.console import note
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import targets, write_files, write_stdout
from rail.config.schema import FailOn
from rail.config.starter import Answers, starter
from rail.errors import UsageError

_FILE = "rail.toml"
_LEVELS = [each.value for each in FailOn]

app = plain_app()

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take what the options say.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Write over a rail.toml that is there.", show_default=False)]
Print = Annotated[bool, typer.Option("--print", help="Print it instead of writing a file.", show_default=False)]
Title = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="What the project does, in a sentence.", show_default=False)
]


@app.command(cls=SectionedCommand, epilog="Writes rail.toml in the current folder. Then: rail check")
def init(
    *,
    yes: Yes = False,
    title: Title = "",
    use: options.Uses = None,
    fail_on: options.FailOnLevel = None,
    force: Force = False,
    print_: Print = False,
) -> int:
    """Write a starter configuration from a few questions."""
    if not print_ and not force and Path(_FILE).exists():
        raise UsageError("there is a configuration already", place=_FILE, hint="--force writes over it")
    if fail_on is not None and fail_on not in _LEVELS:
        raise UsageError(f"unknown level for --fail-on: {fail_on}", hint=f"one of {', '.join(_LEVELS)}")
    catalogue = load()
    named = tuple(dict.fromkeys(resolve_use(catalogue, each) for each in use or ()))
    questions = {mode.asks.fact: mode.asks.question for mode in catalogue.modes.values() if mode.asks}
    if not yes:
        title = title or _ask("What does the project do, in a sentence?", "")
        named = named or _ask_uses(catalogue)
        fail_on = fail_on or _ask_level()
    answers = Answers(title=title, uses=named, questions=questions, fail_on=fail_on or FailOn.PROHIBITED.value)
    content = starter(answers).encode()
    if print_:
        write_stdout(content)
        return 0
    ((_, path),) = targets("text", [_FILE]).files
    write_files([(path, content)])
    note(f"wrote {_FILE}; next: " + ("rail check" if named else "name your uses in it, then: rail check"))
    return 0


def _ask_uses(catalogue: Catalogue) -> tuple[str, ...]:
    """Ask until every use is understood; none is an answer, too."""
    while True:
        answer = _ask("What is it used for? (words or ids, separated by commas)", "")
        try:
            uses = tuple(dict.fromkeys(resolve_use(catalogue, each) for each in answer.split(",") if each.strip()))
        except UsageError as fault:
            note(f"{fault.problem}: {fault.hint}")
            continue
        for each in uses:
            note(f"{each}: {catalogue.uses[each].label}")
        return uses


def _ask_level() -> str:
    while True:
        answer = _ask(f"Which verdict fails the check? ({', '.join(_LEVELS)})", FailOn.PROHIBITED.value)
        if answer in _LEVELS:
            return answer
        note(f"no such level: {answer}")


def _ask(question: str, default: str) -> str:
    """Ask on standard error, so that `--print` can be redirected; an empty line takes the default."""
    shown = f" [{default}]" if default else ""
    print(f"{question}{shown}: ", end="", file=sys.stderr, flush=True)  # noqa: T201 -- the command line prints
    try:
        return input().strip() or default
    except EOFError:
        raise UsageError("no answer on standard input", hint="--yes asks nothing") from None

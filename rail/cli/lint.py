"""`rail lint`: gaps and traps in licence texts and cards, whoever wrote them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rail.cli import options
from rail.cli.console import colored
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import write_stdout
from rail.errors import UsageError
from rail.report.json import encode
from rail.report.linted import LintReport, as_lines, lint_report

_FINDINGS, _NOTHING, _INCOMPLETE = 1, 3, 4

app = plain_app()

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...", help="Licence texts, model cards, dataset cards; '-' is standard input.", show_default=False
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Exit with 1 on warnings too, and with 4 when a file could not be read.",
        rich_help_panel="Policy options",
        show_default=False,
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Say of each finding why it matters.",
        rich_help_panel="Output options",
        show_default=False,
    ),
]


@app.command(
    cls=SectionedCommand,
    epilog="Exit codes: 0 no errors, 1 errors (E-…; with --strict warnings too), 2 usage error, 3 none of the files "
    "could be read, 4 some could not (only with --strict). Notes (I-…) never count.",
)
def lint(
    *,
    files: Files,
    strict: Strict = False,
    exit_zero: options.ExitZero = False,
    format_: options.TextOrJson = "text",
    color: options.Color = options.When.AUTO,
    verbose: Verbose = False,
) -> int:
    """Check licence texts and cards for gaps, traps and words that do not hold."""
    if format_ not in {"text", "json"}:
        raise UsageError(f"unknown format: {format_}", hint="one of text, json")
    from rail import pipeline  # noqa: PLC0415 -- a wrong option is answered before the readers are loaded
    from rail.catalogue.load import load  # noqa: PLC0415 -- likewise

    report = lint_report(pipeline.lint(files, catalogue=load(), cwd=Path.cwd()))
    if format_ == "json":
        write_stdout(encode(report))
    else:
        lines = as_lines(report, color=colored(color), verbose=verbose)
        write_stdout("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    return 0 if exit_zero else _status(report, strict=strict)


def _status(report: LintReport, *, strict: bool) -> int:
    unread = [file for file in report.files if file.problems]
    if len(unread) == len(report.files):
        print("error: none of the files could be read", file=sys.stderr)  # noqa: T201 -- the command line prints
        return _NOTHING
    if report.summary["error"] or (strict and report.summary["warning"]):
        return _FINDINGS
    return _INCOMPLETE if strict and unread else 0

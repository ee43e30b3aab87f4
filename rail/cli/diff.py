"""`rail diff`: two licences, restriction by restriction."""

from pathlib import Path
from typing import Annotated

import typer

from rail.cli import options
from rail.cli.console import colored
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import write_stdout
from rail.errors import UsageError
from rail.report.compared import as_lines, diff_report
from rail.report.json import encode

app = plain_app()

_HELP = "A file, '-', or the id, tag or name of a licence of the catalogue."
Before = Annotated[str, typer.Argument(metavar="A", help=_HELP, show_default=False)]
After = Annotated[
    str, typer.Argument(metavar="B", help="The same; what changes from A to B is told.", show_default=False)
]


@app.command(cls=SectionedCommand, epilog="Exit codes: 0 compared, whatever the outcome, 2 usage error. Never 1.")
def diff(
    *,
    before: Before,
    after: After,
    format_: options.TextOrJson = "text",
    color: options.Color = options.When.AUTO,
) -> int:
    """Compare two licences restriction by restriction."""
    if format_ not in {"text", "json"}:
        raise UsageError(f"unknown format: {format_}", hint="one of text, json")
    from rail import pipeline  # noqa: PLC0415 -- a wrong option is answered before the readers are loaded
    from rail.catalogue.load import load  # noqa: PLC0415 -- likewise

    report = diff_report(pipeline.diff(before, after, catalogue=load(), cwd=Path.cwd()))
    if format_ == "json":
        write_stdout(encode(report))
    else:
        lines = as_lines(report, color=colored(color))
        write_stdout("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    return 0

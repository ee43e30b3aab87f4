"""`rail explain`: what is known of one thing, step by step, with where it comes from."""

from typing import Annotated

import typer

from rail.cli import options
from rail.cli.console import colored
from rail.cli.explain.thing import explanation
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import write_stdout, write_text
from rail.errors import UsageError
from rail.report.explained import as_text
from rail.report.json import encode

app = plain_app()

Thing = Annotated[
    list[str],
    typer.Argument(
        metavar="THING...",
        help="A licence (id, SPDX id, tag or name), a use, a mode, a rule (RAIL101), a package URL, a model "
        "(ORG/NAME or hf:ORG/NAME). Put license:, use:, mode:, model: or dataset: before it to say which.",
        show_default=False,
    ),
]
Project = Annotated[
    list[str] | None,
    typer.Option(
        "--in",
        metavar="INPUT",
        help="Where a package or model is looked for, to show why it is there: what `rail scan` takes, or a report "
        "saved as JSON. Default: the current folder, if it is a project.",
        show_default=False,
    ),
]


@app.command(cls=SectionedCommand)
def explain(
    *,
    thing: Thing,
    project: Project = None,
    format_: options.TextOrJson = "text",
    color: options.Color = options.When.AUTO,
) -> int:
    """Show what is known of a licence, use, mode, rule, package or model, step by step."""
    if format_ not in {"text", "json"}:
        raise UsageError(f"unknown format: {format_}", hint="one of text, json")
    found = explanation(" ".join(thing), project or ())
    if format_ == "json":
        write_stdout(encode(found))
    else:
        write_text(as_text(found, color=colored(color)))
    return 0

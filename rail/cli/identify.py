"""`rail identify`: what the words of each file are and what they forbid."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from rail.cli import options
from rail.cli.console import colored, say
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import write_stdout, write_text
from rail.domain.evidence import Restricted
from rail.errors import UsageError
from rail.report.identified import FileReading, identify_report
from rail.report.json import encode
from rail.report.terminal import Color, clip, paint, visible

_NOTHING = 3
_QUOTE = 160
_COLORS = {
    Restricted.YES: Color.RED,
    Restricted.BY_REFERENCE: Color.RED,
    Restricted.UNKNOWN: Color.YELLOW,
    Restricted.NO: Color.GREEN,
}

app = plain_app()

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Texts to read; '-' is standard input.", show_default=False),
]


@app.command(
    cls=SectionedCommand, epilog="Exit codes: 0 done, 2 usage error, 3 none of the files could be read. Never 1."
)
def identify(*, files: Files, format_: options.TextOrJson = "text", color: options.Color = options.When.AUTO) -> int:
    """Say what a text is and what it forbids."""
    if format_ not in {"text", "json"}:
        raise UsageError(f"unknown format: {format_}", hint="one of text, json")
    from rail import pipeline  # noqa: PLC0415 -- a wrong option is answered before the readers are loaded
    from rail.catalogue.load import load  # noqa: PLC0415 -- likewise

    report = identify_report(pipeline.identify(files, catalogue=load(), cwd=Path.cwd()))
    if format_ == "json":
        write_stdout(encode(report))
    else:
        on = colored(color)
        lines = (line for reading in report.files for line in _lines(reading, on=on))
        write_text("".join(f"{line}\n" for line in lines))
    return 0 if any(_is_there(each) for each in files) else _tell_nothing()


def _lines(reading: FileReading, *, on: bool) -> Iterator[str]:
    answer = paint(reading.restricted.value, _COLORS[reading.restricted], Color.BOLD, on=on)
    yield f"{paint(visible(reading.path), Color.BOLD, on=on)}: restricts use: {answer}"
    equals = paint("=", Color.CYAN, on=on)
    for each in reading.licenses:
        first, last = each.lines
        share = f"{each.coverage:.0%} of its words, {each.similarity:.0%} alike"
        yield f"   {equals} {'licence':<12}{visible(each.id)}  (lines {first} to {last}, {share})"
    if not reading.licenses:
        named = f"{visible(reading.expression)}  (named; the text itself is not here)" if reading.expression else ""
        yield f"   {equals} {'licence':<12}{named or 'none recognised'}"
    for clause in reading.restrictions:
        section = f"{clause.section}: " if clause.section else ""
        words = f'line {clause.line}  {section}{clause.use} [{clause.mode}]  "{clip(visible(clause.text), _QUOTE)}"'
        yield f"   {equals} {'restricts':<12}{visible(words)}"
    for url in reading.policies:
        yield f"   {equals} {'policy':<12}{visible(url)}"
    for problem in reading.problems:
        yield f"   {equals} {'problem':<12}{visible(problem)}"


def _is_there(path: str) -> bool:
    return path == "-" or Path(path).is_file()


def _tell_nothing() -> int:
    say("error: none of the files could be read")
    return _NOTHING

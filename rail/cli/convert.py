"""`rail convert`: saved reports in another format, without a scan; several become one."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from rail import pipeline
from rail.catalogue.load import load
from rail.cli import options
from rail.cli.console import UNBOUNDED
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import targets
from rail.cli.session import rule_text, write
from rail.domain.report import SCHEMA, Report
from rail.errors import UsageError
from rail.report.spi import Style

_MAX_SIZE = 512 * 1024 * 1024
_HINT = "save one with `rail check --output json=FILE`"

app = plain_app()

Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT...",
        help="Reports saved as JSON; '-' is standard input. Several become one.",
        show_default=False,
    ),
]


class _Stamp(msgspec.Struct):
    """The one field that is read before the rest: which format it is."""

    schema: str


@app.command(cls=SectionedCommand, epilog="Exit codes: 0 done, whatever the report says, 2 usage error. Never 1.")
def convert(
    *,
    reports: Reports,
    format_: options.Format = None,
    output: options.Output = None,
    color: options.Color = options.When.AUTO,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Write saved reports in another format."""
    wanted = targets(format_, output or ())
    if reports.count("-") > 1:
        raise UsageError("standard input is there only once", place="-")
    report = pipeline.merge([read(each) for each in reports])
    style = Style(
        verb="check" if report.summary.use_cases or report.findings or report.determinations else "scan",
        width=UNBOUNDED,
        labels={use.id: use.label for use in load().uses.values()},
        rule=rule_text,
        verbose=verbose,
    )
    write(report, wanted, style, color=color, quiet=quiet)
    return 0


def read(file: str) -> Report:
    """Return the report in a file, or on standard input for `-`.

    Raises:
        UsageError: there is none, or it does not hold together.
    """
    place = "standard input" if file == "-" else file
    content = _content(file, place)
    try:
        stamp = msgspec.json.decode(content, type=_Stamp).schema
        if stamp != SCHEMA:
            raise UsageError(f"not a {SCHEMA} report: schema is {stamp!r}", place=place, hint=_HINT)
        report = msgspec.json.decode(content, type=Report)
    except msgspec.MsgspecError as fault:
        raise UsageError(f"not a {SCHEMA} report: {fault}", place=place, hint=_HINT) from fault
    except (UnicodeDecodeError, RecursionError) as fault:
        raise UsageError(f"not a {SCHEMA} report: not JSON in UTF-8", place=place, hint=_HINT) from fault
    _hold_together(report, place)
    return report


def _content(file: str, place: str) -> bytes:
    try:
        if file == "-":
            content = sys.stdin.buffer.read(_MAX_SIZE + 1) if sys.stdin is not None else b""
        else:
            with Path(file).open("rb") as stream:
                content = stream.read(_MAX_SIZE + 1)
    except (OSError, ValueError) as fault:
        raise UsageError(f"cannot read the report: {getattr(fault, 'strerror', None) or fault}", place=place) from fault
    if len(content) > _MAX_SIZE:
        raise UsageError(f"cannot read the report: larger than {_MAX_SIZE // 1024 // 1024} MB", place=place)
    return content


def _hold_together(report: Report, place: str) -> None:
    """Refuse a report in which a component is judged that is not listed, or listed without an answer on its licence."""
    listed = {each.purl for each in report.components}
    resolved = {each.component for each in report.resolutions}
    judged = {each.component for each in report.determinations}
    judged |= {each.component for each in report.findings if each.component is not None}
    for purl in sorted(listed - resolved):
        raise UsageError(f"the report has no resolution of {purl}", place=place, hint="it was cut or edited")
    for purl in sorted((resolved | judged) - listed):
        raise UsageError(
            f"the report speaks of {purl}, which it does not list", place=place, hint="it was cut or edited"
        )

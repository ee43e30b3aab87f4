"""The report for people: findings with the source line, the clause and the way out, then what was counted.

Strings from outside are shown with control and bidirectional characters written out. Long lists are cut, and say so.
"""

from collections.abc import Iterator

from rail.domain.report import Report
from rail.report.spi import Style, writer
from rail.report.text.findings import findings
from rail.report.text.problems import problems
from rail.report.text.projects import by_project
from rail.report.text.summary import checked, scanned
from rail.report.text.table import table


@writer("text", suffix=".txt")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the report as lines of UTF-8."""
    for line in _lines(report, style):
        yield line.encode("utf-8", "backslashreplace") + b"\n"


def _lines(report: Report, style: Style) -> Iterator[str]:
    if style.verb == "scan":
        yield from table(report, style)
    else:
        yield from findings(report, style)
    yield from by_project(report, style)
    yield from problems(report, style)
    yield from scanned(report, style) if style.verb == "scan" else checked(report, style)

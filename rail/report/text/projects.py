"""The projects of a monorepo, one a line, where there are several."""

from collections.abc import Iterator

from rail.domain.report import Report
from rail.report._projects import HEAD, projects
from rail.report.spi import Style
from rail.report.terminal import Color, clip, columns, pad, paint, visible

_ROWS = 20
_WIDEST = 52


def by_project(report: Report, style: Style) -> Iterator[str]:
    """Yield a table of the projects with what each leads to; only the first few unless `style.verbose`."""
    rows = projects(report)
    if not rows:
        return
    shown = rows if style.verbose else rows[:_ROWS]
    cells = [HEAD, *(tuple(clip(visible(str(cell)), _WIDEST) for cell in row) for row in shown)]
    widths = [max(columns(row[at]) for row in cells) for at in range(len(HEAD))]
    for number, row in enumerate(cells):
        line = "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        yield line if number else paint(line, Color.BOLD, on=style.color)
    if len(rows) > len(shown):
        yield f"… and {len(rows) - len(shown)} more (use -v or --format json)"
    yield ""

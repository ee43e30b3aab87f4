"""Inputs that could not be read: what, where, and what to do; an unread file is never passed over in silence."""

from collections.abc import Iterator

from rail.domain.report import Report
from rail.report.spi import Style
from rail.report.terminal import Color, paint, visible

_SHOWN = 10


def problems(report: Report, style: Style) -> Iterator[str]:
    """Yield each problem as a block of lines; only the first few unless `style.verbose`."""
    shown = report.problems if style.verbose else report.problems[:_SHOWN]
    for each in shown:
        line = f":{each.location.line}" if each.location.line is not None else ""
        pointer = f"  {visible(each.location.pointer)}" if each.location.pointer else ""
        yield f"{paint('unread', Color.YELLOW, Color.BOLD, on=style.color)}: {visible(each.message)}"
        yield f"  {paint('-->', Color.CYAN, on=style.color)} {visible(each.location.path)}{line}{pointer}"
        if each.hint:
            yield f"   {paint('=', Color.CYAN, on=style.color)} {'help':<12}{visible(each.hint)}"
        yield ""
    if len(report.problems) > len(shown):
        yield f"… and {len(report.problems) - len(shown)} more inputs unread (use -v or --format json)"
        yield ""

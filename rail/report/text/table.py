"""The table of `rail scan`: what restricts first, what is unknown next; what restricts nothing is only counted."""

from collections.abc import Iterator

from rail.domain.component import Component, Kind
from rail.domain.evidence import Resolution, Restricted
from rail.domain.report import Report
from rail.report.spi import Style
from rail.report.terminal import Color, clip, columns, pad, paint, readable, visible

_ORDER = {Restricted.YES: 0, Restricted.BY_REFERENCE: 1, Restricted.UNKNOWN: 2, Restricted.NO: 3}
_COLORS = {
    Restricted.YES: Color.RED,
    Restricted.BY_REFERENCE: Color.RED,
    Restricted.UNKNOWN: Color.YELLOW,
    Restricted.NO: Color.GREEN,
}
_HEAD = ("component", "licence", "restricted", "engagement", "restrictions")
_WIDEST = (52, 40, 12, 13)
_RESTRICTION = 2
_ROWS = 100


def table(report: Report, style: Style) -> Iterator[str]:
    """Yield one row per component, restricted ones first; ones that restrict nothing only when `style.verbose`."""
    by_purl = {each.purl: each for each in report.components}
    resolutions = sorted(
        (each for each in report.resolutions if each.component in by_purl),
        key=lambda each: (_ORDER[each.restricted], each.component),
    )
    wanted = [each for each in resolutions if style.verbose or each.restricted is not Restricted.NO]
    shown = wanted if style.verbose else wanted[:_ROWS]
    rows = [_row(by_purl[each.component], each, style) for each in shown]
    if rows:
        widths = [min(limit, max(columns(row[i]) for row in (_HEAD, *rows))) for i, limit in enumerate(_WIDEST)]
        yield paint(_line(_HEAD, widths), Color.BOLD, on=style.color)
        for each, row in zip(shown, rows, strict=True):
            yield _line(row, widths, color=_COLORS[each.restricted] if style.color else None)
    if len(wanted) > len(shown):
        yield f"… and {len(wanted) - len(shown)} more (use -v or --format json)"
    if rows:
        yield ""


def _row(component: Component, resolution: Resolution, style: Style) -> tuple[str, ...]:
    license_ = resolution.expression or resolution.reason or resolution.status.value
    if resolution.expression and len(resolution.licenses) == 1:
        license_ = resolution.licenses[0]
    own = " (this project)" if component.root and component.kind is Kind.CODE else ""
    return (
        visible(readable(component.purl)) + own,
        visible(license_),
        resolution.restricted.value,
        component.engagement.value,
        visible(_restrictions(resolution, style)),
    )


def _restrictions(resolution: Resolution, style: Style) -> str:
    uses = list(dict.fromkeys(each.use for each in resolution.restrictions))
    shown = uses if style.verbose else uses[:_RESTRICTION]
    more = f" +{len(uses) - len(shown)}" if len(uses) > len(shown) else ""
    return ", ".join(shown) + more


def _line(row: tuple[str, ...], widths: list[int], color: Color | None = None) -> str:
    cells = [pad(clip(cell, width), width) for cell, width in zip(row[:-1], widths, strict=True)]
    if color is not None:
        cells[_HEAD.index("restricted")] = paint(cells[_HEAD.index("restricted")], color, on=True)
    return "  ".join((*cells, row[-1])).rstrip()

"""The wire format `rail.diff/1`, and the same for people: what was added, strengthened, weakened, dropped, changed."""

from collections.abc import Iterator
from itertools import groupby

from rail.domain.difference import Bar, Change, ClauseChange, Compared, Difference, TermChange
from rail.domain.record import Record
from rail.report.terminal import Color, clip, paint, visible

SCHEMA = "rail.diff/1"
_QUOTED = 300
_COLORS = {
    Change.ADDED: Color.RED,
    Change.STRENGTHENED: Color.RED,
    Change.WEAKENED: Color.GREEN,
    Change.DROPPED: Color.GREEN,
    Change.CHANGED: Color.YELLOW,
}
_HEADINGS = {
    Change.ADDED: "Added: barred in the second only",
    Change.STRENGTHENED: "Strengthened: barred more strictly in the second",
    Change.WEAKENED: "Weakened: barred less strictly in the second",
    Change.DROPPED: "Dropped: barred in the first only",
    Change.CHANGED: "Changed: barred on another condition, neither stricter",
}


class DiffReport(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One run of `rail diff`; the fields are those of `Difference`."""

    schema: str = SCHEMA
    before: Compared
    after: Compared
    clauses: tuple[ClauseChange, ...] = ()
    terms: tuple[TermChange, ...] = ()
    unchanged: int = 0


def diff_report(difference: Difference) -> DiffReport:
    """Return the difference as a report."""
    return DiffReport(
        before=difference.before,
        after=difference.after,
        clauses=difference.clauses,
        terms=difference.terms,
        unchanged=difference.unchanged,
    )


def as_lines(report: DiffReport, *, color: bool) -> Iterator[str]:
    """Yield the difference for people: by kind of change, each with its use in plain words and both sides."""
    for sign, side in (("-", report.before), ("+", report.after)):
        count = f"{side.restrictions} restriction{'s' * (side.restrictions != 1)}"
        name = visible(side.given if side.id in {None, side.given} else f"{side.given} ({side.id})")
        yield paint(f"{sign} {visible(side.title)}", Color.BOLD, on=color) + f"  {name}, {count}"
        for caveat in side.caveats:
            yield f"    note: {clip(visible(caveat), _QUOTED)}"
    for change, group in groupby(report.clauses, key=lambda each: each.change):
        clauses = list(group)
        yield ""
        yield paint(f"{_HEADINGS[change]} ({len(clauses)})", _COLORS[change], Color.BOLD, on=color)
        for each in clauses:
            yield from _clause(each, color=color)
    if report.terms:
        yield ""
        yield paint(f"Other terms ({len(report.terms)})", Color.BOLD, on=color)
        for term in report.terms:
            yield f"  {visible(term.term)}"
            yield f"    - {clip(visible(term.before or 'not stated'), _QUOTED)}"
            yield f"    + {clip(visible(term.after or 'not stated'), _QUOTED)}"
    yield ""
    yield _summary(report)


def _clause(each: ClauseChange, *, color: bool) -> Iterator[str]:
    yield f"  {paint(visible(each.label), Color.BOLD, on=color)}  {each.use}" + (f"  ({each.why})" if each.why else "")
    for sign, bar in (("-", each.before), ("+", each.after)):
        if bar is not None:
            yield f"    {sign} {_told(bar, each.use)}"


def _told(bar: Bar, use: str) -> str:
    """Return one side: mode, section or line, and its words or note."""
    of = f" of {bar.use}" if bar.use != use else ""
    place = ", ".join(visible(part) for part in (bar.section, f"line {bar.line}" if bar.line else None) if part)
    words = f'"{bar.text}"' if bar.text else bar.note or ""
    return clip(": ".join(filter(None, (f"{bar.mode}{of}", place, visible(words)))), _QUOTED)


def _summary(report: DiffReport) -> str:
    counts = [
        f"{count} {change.value}"
        for change in Change
        if (count := sum(each.change is change for each in report.clauses))
    ]
    return ", ".join([*counts, f"{report.unchanged} unchanged"])

"""The to-do list for people, short: licence by licence, what binds now first."""

from collections.abc import Iterator
from textwrap import wrap

from rail.domain.duty import Duty, Standing
from rail.report.owed import ObligationsReport
from rail.report.owed._said import HEADS, bearers, counts, general, licenses, place, unknown
from rail.report.terminal import Color, clip, paint, visible

_COLORS = {Standing.NOW: Color.RED, Standing.IF: Color.YELLOW, Standing.NOT_NOW: Color.DIM, Standing.DONE: Color.GREEN}
_SHOWN = (Standing.NOW, Standing.IF)
_QUOTE = 200
_NAMED = 5


def as_lines(report: ObligationsReport, *, color: bool, verbose: bool, width: int) -> Iterator[str]:
    """Yield the list; `verbose` adds what does not bind now, why each stands as it does, and whole clauses."""
    width = max(width, 40)
    for identity, name, duties in licenses(report):
        shown = [each for each in duties if verbose or each.standing in _SHOWN]
        if not shown:
            continue
        yield paint(f"{visible(name)} ({visible(identity)})", Color.BOLD, on=color)
        for line in bearers(shown, every=verbose):
            yield f"  {paint('from', Color.CYAN, on=color)}  {visible(line)}"
        for standing in Standing:
            yield from _standing([each for each in shown if each.standing is standing], color, width, verbose=verbose)
        yield ""
    yield from _tail(report, verbose=verbose)


def _standing(duties: list[Duty], color: bool, width: int, *, verbose: bool) -> Iterator[str]:
    """Yield the duties that stand alike, those with one reason under one heading."""
    for why in dict.fromkeys(each.why for each in duties):
        same = [each for each in duties if each.why == why]
        head = f"{HEADS[same[0].standing]}: {why}"
        yield f"  {paint(visible(head), _COLORS[same[0].standing], on=color)}"
        for each in same:
            yield from _duty(each, width, verbose=verbose)


def _duty(duty: Duty, width: int, *, verbose: bool) -> Iterator[str]:
    box = "[x]" if duty.standing is Standing.DONE else "[ ]"
    section = f"  ({visible(duty.section)})" if duty.section else ""
    yield from _folded(f"    {box} {visible(duty.todo)}{section}", width)
    said = visible(duty.clause.text) if verbose else clip(visible(duty.clause.text), _QUOTE)
    if duty.clause.quoted and duty.clause.location is not None:
        yield from _folded(f"        {visible(place(duty.clause.location))}: “{said}”", width)
    elif verbose or ": " in said:
        yield from _folded(f"        in rail's words: {said}", width)


def _tail(report: ObligationsReport, *, verbose: bool) -> Iterator[str]:
    for reason, concerned in unknown(report):
        named = concerned if verbose else concerned[:_NAMED]
        more = f" and {len(concerned) - len(named)} more" if len(concerned) > len(named) else ""
        names = ", ".join(each.component.removeprefix("pkg:") for each in named)
        yield f"not known what is asked: {visible(reason)}: {visible(names)}{more}"
    if note := general(report):
        yield visible(note)
    asking = len({each.license for each in report.obligations})
    yield f"{asking} licence{'s' * (asking != 1)} ask{'s' * (asking == 1)} something: {counts(report)}"
    hidden = report.summary["not-now"] + report.summary["done"]
    if hidden and not verbose:
        yield f"-v lists the {hidden} that do not bind now or are done"
    if report.problems:
        unread = len(report.problems)
        yield f"{unread} input{'s' * (unread != 1)} could not be read; they may ask for more"


def _folded(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    deeper = indent + ("    " if line.lstrip().startswith("[") else "")
    return wrap(line.strip(), width, initial_indent=indent, subsequent_indent=deeper, break_on_hyphens=False)

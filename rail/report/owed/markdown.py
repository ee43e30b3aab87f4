"""The to-do list as a Markdown checklist (https://github.github.com/gfm/), for an issue or a pull request.

Strings from outside are escaped and mention nobody.
"""

from collections.abc import Iterator

from rail.domain.duty import Duty, Standing
from rail.report._inert import inert
from rail.report.markdown import code, prose
from rail.report.owed import ObligationsReport
from rail.report.owed._said import HEADS, bearers, counts, general, licenses, place, unknown

_SHOWN = (Standing.NOW, Standing.IF, Standing.DONE)
_NAMED = 20


def as_lines(report: ObligationsReport, *, verbose: bool) -> Iterator[str]:
    """Yield the checklist; `verbose` adds what does not bind now."""
    report = inert(report)
    yield "# What the licences ask"
    yield ""
    yield f"{counts(report)}."
    for identity, name, duties in licenses(report):
        shown = [each for each in duties if verbose or each.standing in _SHOWN]
        if not shown:
            continue
        yield from ("", f"## {prose(name)} ({code(identity)})", "")
        for line in bearers(shown, every=True):
            yield f"- from {code(line)}"
        for standing in Standing:
            same = [each for each in shown if each.standing is standing]
            for why in dict.fromkeys(each.why for each in same):
                yield from ("", f"**{HEADS[standing]}**: {prose(why)}", "")
                yield from (line for each in same if each.why == why for line in _duty(each))
    yield from _tail(report)


def _duty(duty: Duty) -> Iterator[str]:
    yield f"- [{'x' if duty.standing is Standing.DONE else ' '}] {prose(duty.todo)}"
    section = f"{prose(duty.section)}, " if duty.section else ""
    words = prose(duty.clause.text)
    if duty.clause.quoted and duty.clause.location is not None:
        yield f"  - {section}{code(place(duty.clause.location))}: “{words}”"
    else:
        yield f"  - {section}in rail's words: {words}"


def _tail(report: ObligationsReport) -> Iterator[str]:
    reasons = list(unknown(report))
    if reasons:
        yield from ("", "## Not known what is asked", "")
    for reason, concerned in reasons:
        names = ", ".join(code(each.component) for each in concerned[:_NAMED])
        more = f" and {len(concerned) - _NAMED} more" if len(concerned) > _NAMED else ""
        yield f"- {prose(reason)}: {names}{more}"
    if note := general(report):
        yield from ("", f"{prose(note)}.")
    if report.problems:
        yield from ("", f"{len(report.problems)} inputs could not be read; they may ask for more.")

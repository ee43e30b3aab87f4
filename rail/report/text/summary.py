"""The last lines: what was looked at, what came out, what stays unknown; never "clean" while something does."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rail.domain.component import Kind
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.finding import Level
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Verdict
from rail.report.spi import Style
from rail.report.terminal import Color, clip, paint, readable, visible

_NAMED = 5
_FACT = re.compile(r"answered (?:yes|no) \(fact `([\w.-]+)`\)")


def checked(report: Report, style: Style) -> Iterator[str]:
    """Yield the summary of `rail check`."""
    counts = report.summary
    uses = f"against {_count(counts.use_cases, 'use case')}" if counts.use_cases else "against no declared use"
    yield f"checked {_count(counts.components, 'component')} in {_count(counts.files, 'file')} {uses}"
    findings = [each for each in report.findings if each.suppressed is None]
    by_verdict = Counter(each.verdict for each in findings if each.level is not Level.NOTE)
    named = sum(1 for each in findings if each.level is Level.NOTE and each.verdict in _NAMED_VERDICTS)
    other = sum(1 for each in findings if each.verdict not in _NAMED_VERDICTS)
    parts = [f"{by_verdict[verdict]} {verdict.value}" for verdict in _NAMED_VERDICTS]
    if named:
        parts.append(f"{named} of what is only named")
    if other:
        parts.append(f"{other} other")
    color = Color.RED if by_verdict[Verdict.PROHIBITED] else Color.YELLOW if findings else Color.GREEN
    head = paint(_count(len(findings), "finding"), color, Color.BOLD, on=style.color)
    tail = _tail(report)
    yield (
        f"{head}: {', '.join(parts)} ({counts.ignored} ignored){tail}"
        if findings
        else (f"{head} ({counts.ignored} ignored){tail}")
    )
    yield from _allowed(report, style)
    yield from _open_questions(report, style)


def scanned(report: Report, style: Style) -> Iterator[str]:
    """Yield the summary of `rail scan`."""
    counts = report.summary
    answers = Counter({each: counts.restricted.get(each.value, 0) for each in Restricted})
    restricting = answers[Restricted.YES] + answers[Restricted.BY_REFERENCE]
    yield f"scanned {_count(counts.components, 'component')} in {_count(counts.files, 'file')}"
    color = Color.RED if restricting else Color.YELLOW if answers[Restricted.UNKNOWN] else Color.GREEN
    head = paint(f"{restricting} restrict what they may be used for", color, Color.BOLD, on=style.color)
    if answers[Restricted.BY_REFERENCE]:
        head += f" ({answers[Restricted.BY_REFERENCE]} by reference)"
    yield f"{head}, {answers[Restricted.UNKNOWN]} unknown, {answers[Restricted.NO]} restrict nothing{_tail(report)}"


_NAMED_VERDICTS = (Verdict.PROHIBITED, Verdict.UNKNOWN, Verdict.CONDITIONAL)


def _open_questions(report: Report, style: Style) -> Iterator[str]:
    """Say what stays unknown, or that nothing does; the project's own code needs no licence for its owner."""
    own = {each.purl for each in report.components if each.root and each.kind is Kind.CODE}
    unknown = [
        each
        for each in report.resolutions
        if each.restricted is Restricted.UNKNOWN and not (each.component in own and each.status is Status.MISSING)
    ]
    if unknown:
        names = sorted(_name(each) for each in unknown)
        more = f" … and {len(names) - _NAMED} more (rail scan)" if len(names) > _NAMED else ""
        shown = ", ".join(clip(visible(name), 60) for name in names[:_NAMED])
        label = paint(f"unknown: {_count(len(unknown), 'licence')}", Color.YELLOW, on=style.color)
        yield f"{label} could restrict any use: {shown}{more}"
    elif report.summary.use_cases and _is_clean(report):
        bound = sum(each.restricted is not Restricted.NO and each.component not in own for each in report.resolutions)
        others = f" ({_count(bound, 'licence')} restricting other uses)" if bound else ""
        yield f"nothing bars the declared uses, and no licence is unknown{others}"


def _allowed(report: Report, style: Style) -> Iterator[str]:
    """Name what may be used, with its licence: models and data first, then the rest."""
    strictest: dict[Purl, Verdict] = {}
    for each in report.determinations:
        strictest[each.component] = strictest.get(each.component, each.verdict) & each.verdict
    allowed = {purl for purl, verdict in strictest.items() if verdict is Verdict.ALLOWED}
    if not allowed:
        return
    order = sorted(report.components, key=lambda each: (each.kind in (Kind.PACKAGE, Kind.CODE), each.purl))
    licences = {each.component: each for each in report.resolutions}
    answered = _answered(report)
    names = [_with_licence(licences[each.purl], answered.get(each.purl, ())) for each in order if each.purl in allowed]
    more = f" … and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    label = paint(f"allowed: {_count(len(names), 'component')}", Color.GREEN, on=style.color)
    yield f"{label}: {', '.join(clip(visible(name), 90) for name in names[:_NAMED])}{more}"


def _answered(report: Report) -> dict[Purl, dict[str, None]]:
    """Return the facts on which it turned that each component may be used."""
    facts: dict[Purl, dict[str, None]] = {}
    for each in report.determinations:
        for step in each.trail:
            if found := _FACT.search(step.says):
                facts.setdefault(each.component, {})[found[1]] = None
    return facts


def _with_licence(resolution: Resolution, facts: Iterable[str]) -> str:
    licences = " and ".join(resolution.licenses) or "its licence"
    what = " restricts no use" if resolution.restricted is Restricted.NO else " restricts other uses"
    if turned := ", ".join(facts):
        what = f", its condition met: {turned}"
    return f"{_name(resolution).rpartition('@')[0] or _name(resolution)} ({licences}{what})"


def _is_clean(report: Report) -> bool:
    """Tell whether there is nothing at all to add: no finding, not even an ignored one, nothing unread, all allowed."""
    free = all(each.verdict is Verdict.ALLOWED for each in report.determinations)
    return free and not report.findings and not report.problems


def _name(resolution: Resolution) -> str:
    return readable(resolution.component).partition("/")[2] or resolution.component


def _tail(report: Report) -> str:
    unread = f" · {_count(report.summary.unread, 'input')} unreadable" if report.summary.unread else ""
    return f"{unread} · catalogue {visible(report.catalogue.version)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

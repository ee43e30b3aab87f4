"""Findings in the manner of a compiler: what, where, the line, the facts, and what to do."""

from collections import Counter
from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.report import Report
from rail.report.spi import Style
from rail.report.terminal import Color, clip, columns, paint, visible
from rail.report.text.facts import Facts

_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
_COLORS = {Level.ERROR: Color.RED, Level.WARNING: Color.YELLOW, Level.NOTE: Color.BLUE}
_WIDEST = 500
_SHOWN = {Level.ERROR: 50, Level.WARNING: 10, Level.NOTE: 5}
"""How many findings of one rule are shown unless the whole list is asked for."""


def findings(report: Report, style: Style) -> Iterator[str]:
    """Yield the findings that count, loudest first; of one rule only the first few unless `style.verbose`."""
    facts = Facts(report, style)
    left: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for finding in sorted((f for f in report.findings if f.suppressed is None), key=lambda f: _ORDER[f.level]):
        if not style.verbose and shown[finding.rule] >= _SHOWN[finding.level]:
            left[finding.rule] += 1
            continue
        shown[finding.rule] += 1
        yield from _finding(finding, facts, style)
        yield ""
    for rule, count in sorted(left.items()):
        yield f"… and {count} more {rule} (use -v or --format json)"
    if left:
        yield ""


def _finding(finding: Finding, facts: Facts, style: Style) -> Iterator[str]:
    color = _COLORS[finding.level]
    label = paint(f"{finding.level.value}[{finding.rule}]", color, Color.BOLD, on=style.color)
    yield f"{label}{paint(f': {visible(finding.message)}', Color.BOLD, on=style.color)}"
    yield from _source(finding, facts, style)
    for key, value in facts.of(finding):
        mark = paint("=", Color.CYAN, on=style.color)
        yield f"   {mark} {key:<12}{clip(visible(value), _WIDEST)}"


def _source(finding: Finding, facts: Facts, style: Style) -> Iterator[str]:
    where = finding.location
    if where is None:
        return
    arrow = paint("-->", Color.CYAN, on=style.color)
    place = visible(where.path)
    if where.line is not None:
        place += f":{where.line}"
    elif where.pointer:
        place += f"  {visible(where.pointer)}"
    text = style.excerpt(where.path, where.line) if where.line is not None else None
    if text is None:
        yield f"  {arrow} {place}"
        return
    line = visible(text.rstrip("\r\n").expandtabs(4))
    number = str(where.line)
    gutter = " " * len(number)
    bar = paint("|", Color.CYAN, on=style.color)
    name = facts.words_in(finding, line)
    if name is None:
        yield f"  {arrow} {place}"
        underline = ""
    else:
        start, word, what = name
        yield f"  {arrow} {place}:{start + 1}"
        carets = "^" * columns(word)
        underline = " " * columns(line[:start]) + paint(f"{carets} {what}", _COLORS[finding.level], on=style.color)
    yield f"{gutter} {bar}"
    yield f"{paint(number, Color.CYAN, on=style.color)} {bar} {clip(line, max(style.width - len(number) - 3, 20))}"
    if underline and columns(line[:start] + word) <= style.width - len(number) - 3:
        yield f"{gutter} {bar} {underline}"
    yield f"{gutter} {bar}"

"""Findings in the manner of a compiler: what, where, the line, the facts, and what to do."""

from collections import Counter
from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.finding import Finding, Level
from rail.domain.report import Report
from rail.report.spi import Style
from rail.report.terminal import Color, clip, columns, paint, visible
from rail.report.text.facts import Facts

_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
_COLORS = {Level.ERROR: Color.RED, Level.WARNING: Color.YELLOW, Level.NOTE: Color.BLUE}
_WIDEST = 500
_NARROWEST = 20
_KEY = 12
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
    gutter = "  "
    where = finding.location
    text = style.excerpt(where.path, where.line) if where and where.line is not None else None
    if where is not None and text is not None:
        gutter = " " * max(len(str(where.line)), 2)
        yield from _excerpt(finding, where, text, facts, style)
    elif where is not None:
        yield _arrow(where, style)
    mark = paint("=", Color.CYAN, on=style.color)
    for key, value in facts.of(finding):
        first, *more = _folded(clip(visible(value), _WIDEST), style.width - len(gutter) - _KEY - 3)
        yield f"{gutter} {mark} {key:<{_KEY}}{first}"
        yield from (f"{gutter}   {'':<{_KEY}}{each}" for each in more)


def _folded(text: str, room: int) -> list[str]:
    """Return the text in lines of at most `room` columns, broken between words only."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns(longer) > max(room, _NARROWEST):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _excerpt(finding: Finding, where: Location, text: str, facts: Facts, style: Style) -> Iterator[str]:
    """Yield the place, the line, and carets below the name of the component where the line has it."""
    text = text.rstrip("\r\n")
    line = visible(text.expandtabs(4))
    number = str(where.line).rjust(2)
    gutter, bar = " " * len(number), paint("|", Color.CYAN, on=style.color)
    room = max(style.width - len(number) - 3, _NARROWEST)
    name = facts.words_in(finding, line)
    yield _arrow(where, style, column=text.find(name.words) + 1 if name else 0)
    yield f"{gutter} {bar}"
    yield f"{paint(number, Color.CYAN, on=style.color)} {bar} {clip(line, room)}"
    if name and columns(line[: name.start] + name.words) < room:
        carets = paint(f"{'^' * columns(name.words)} {name.what}", _COLORS[finding.level], on=style.color)
        yield f"{gutter} {bar} {' ' * columns(line[: name.start])}{carets}"
    yield f"{gutter} {bar}"


def _arrow(where: Location, style: Style, column: int = 0) -> str:
    place = visible(where.path)
    if where.line is not None:
        place += f":{where.line}"
    elif where.pointer:
        place += f"  {visible(where.pointer)}"
    if column:
        place += f":{column}"
    return f"  {paint('-->', Color.CYAN, on=style.color)} {place}"

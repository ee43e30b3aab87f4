"""The report as Markdown of GitHub and GitLab: a comment on a pull request, or the summary of a step.

https://github.github.com/gfm/. Short: the counts and one line a finding; the proofs are folded in. The first line is a
hidden marker by which a job finds its own comment and edits it. At most 60,000 characters, since a comment has room for
65,536; what is left out is counted. Strings from outside are escaped and mention nobody.
"""

import html
import re
from collections.abc import Iterator

from rail.domain.evidence import Resolution, Restricted
from rail.domain.finding import Finding, Level
from rail.domain.report import Report
from rail.report._index import Index
from rail.report._inert import inert
from rail.report._projects import projects
from rail.report.spi import Style, writer
from rail.report.terminal import clip

MARKER = "<!-- rail:report -->"
_MOST = 60_000
_LISTED = 50
_WIDEST = 300
_WORDS = {Level.ERROR: "🛑 error", Level.WARNING: "⚠️ warning", Level.NOTE: "💬 note"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$^=-])")
_LINKS = re.compile(r"(@|#|/(?=/)|(?<=[Ww])(?=\.))")


@writer("markdown", suffix=".md")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the report as Markdown."""
    report = inert(report)
    index = Index(report)
    shown = [each for level in Level for each in report.findings if each.level is level and not each.suppressed]
    unknown = [each for each in report.resolutions if each.restricted is Restricted.UNKNOWN]
    unknown = [each for each in unknown if not index.is_own(each.component)]
    head = "\n".join([MARKER, *_head(report, style, len(shown), is_open=bool(unknown or report.problems)), ""])
    yield head.encode()
    room = _MOST - len(head) - 1_000
    left_out = 0
    for block in (*(_finding(each, index, style) for each in shown), *_tail(report, unknown, index)):
        if left_out or len(block) > room:
            left_out += 1
            continue
        room -= len(block)
        yield block.encode()
    if left_out:
        yield f"\n… and {left_out} more entries, which have no room here; see the whole report.\n".encode()
    yield f"\n<sub>rail {prose(report.tool.version)}, catalogue {prose(report.catalogue.version)}</sub>\n".encode()


def prose(text: str) -> str:
    """Return a string from outside as plain words: no markup, no link, no mention."""
    return _LINKS.sub(r"\1<!-- -->", _SPECIAL.sub(r"\\\1", clip(text, _WIDEST)))


def code(text: str) -> str:
    """Return a string from outside as a code span, in which nothing has a meaning."""
    text = clip(text, _WIDEST)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence, pad = "`" * (longest + 1), " " if longest or text != text.strip() else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _head(report: Report, style: Style, findings: int, *, is_open: bool) -> Iterator[str]:
    counts, restricted = report.summary.findings, report.summary.restricted
    if style.verb == "scan":
        bound = restricted.get("yes", 0) + restricted.get("by-reference", 0)
        yield f"### rail: {bound} of {report.summary.components} components restrict what they may be used for"
    elif findings:
        listed = ", ".join(f"{counts.get(level.value, 0)} {level.value}" for level in Level)
        yield f"### rail: {findings} finding{'s' * (findings != 1)} ({listed})"
    elif is_open:
        yield "### rail: no finding, with open questions"
    else:
        yield "### rail: no finding"
    yield ""
    cases = f" · use cases: {report.summary.use_cases}" if style.verb != "scan" else ""
    yield (
        f"Components: {report.summary.components}{cases} · restrict use: "
        + ", ".join(f"{restricted.get(key, 0)} {key}" for key in ("yes", "by-reference", "unknown", "no"))
        + f" · ignored: {report.summary.ignored} · unread: {report.summary.unread}"
    )
    yield ""


def _finding(finding: Finding, index: Index, style: Style) -> str:
    place = index.place(finding)
    at = f"{place.path}:{place.line}" if place.line else place.path
    subject = f"{code(index.name(finding.component))} " if finding.component else ""
    title = f"{_WORDS[finding.level]} <code>{html.escape(clip(index.subject(finding), 120))}</code>"
    label = style.rule(finding.rule)
    lines = [f"- {code(finding.rule)}{f' {prose(label.title)}' if label else ''} at {code(at)}"]
    if finding.component:
        lines.append(f"- {subject}licence: {code(index.license(finding.component))}")
        lines += [
            f"- lineage: {code(index.name(edge.source))} {edge.relation.value} {code(name)}"
            for edge, name in list(index.ancestors(finding.component))[:_LISTED]
        ]
    if finding.use_case:
        lines.append(f"- use case: {code(finding.use_case)}")
    lines += [f"- {prose(step.says)}" for step in finding.trail[:_LISTED]]
    if finding.help:
        lines.append(f"- **what to do:** {prose(finding.help)}")
    return _folded(title, lines)


def _tail(report: Report, unknown: list[Resolution], index: Index) -> Iterator[str]:
    rows = projects(report)
    if rows:
        lines = [
            f"- {code(each.name)} ({code(each.path)}): {each.components} components, {each.restricting} restrict use, "
            f"{each.unknown} unknown"
            for each in rows[:_LISTED]
        ]
        yield _folded(f"Projects: {len(rows)}", _cut(lines, len(rows)))
    if report.problems:
        lines = [
            f"- {code(each.location.path)}: {prose(each.message)}{f' ({prose(each.hint)})' if each.hint else ''}"
            for each in report.problems[:_LISTED]
        ]
        yield _folded(f"Inputs that could not be read: {len(report.problems)}", _cut(lines, len(report.problems)))
    if unknown:
        lines = [
            f"- {code(index.name(each.component))}: {prose(each.reason or each.status.value)}"
            for each in unknown[:_LISTED]
        ]
        yield _folded(f"Unknown licences, which could restrict any use: {len(unknown)}", _cut(lines, len(unknown)))


def _folded(title: str, lines: list[str]) -> str:
    body = "\n".join(lines)
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>\n"


def _cut(lines: list[str], of: int) -> list[str]:
    return [*lines, f"- … and {of - len(lines)} more"] if of > len(lines) else lines

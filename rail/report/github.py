"""Annotations in a run of GitHub Actions: one workflow command a finding and unread input, then one line that counts.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands. GitHub shows the first ten errors,
warnings and notices of a step; loud findings therefore come first. What is ignored is only counted. The summary of the
step is the format `markdown`, written to the file that `$GITHUB_STEP_SUMMARY` names.
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.finding import Level
from rail.domain.report import Report
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer
from rail.report.terminal import clip

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_LONGEST = 2_000
_TITLE = 120


@writer("github", suffix=".github.txt")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the report as lines for the log of a step."""
    report = inert(report)
    index = Index(report)
    for level, command in _COMMANDS.items():
        for each in report.findings:
            if each.level is not level or each.suppressed is not None:
                continue
            text = style.rule(each.rule)
            title = f"{each.rule} {text.title}" if text else each.rule
            lines = [index.subject(each), *(step.says for step in each.trail), each.help]
            yield _line(command, index.place(each), title, "\n".join(line for line in lines if line))
    for problem in report.problems:
        words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        yield _line("warning", problem.location, "could not be read", words)
    counts = ", ".join(f"{report.summary.findings.get(level.value, 0)} {level.value}" for level in Level)
    yield f"rail: {counts} ({report.summary.ignored} ignored, {report.summary.unread} unread)\n".encode()


def _line(command: str, place: Location, title: str, message: str) -> bytes:
    properties = {"file": place.path, "line": str(place.line) if place.line else "", "title": clip(title, _TITLE)}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{command} {written}::{_data(clip(message, _LONGEST))}\n".encode()


def _data(text: str) -> str:
    """Return the text as the message of a command, escaped as the runner's own toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The wire format `rail.lint/1`, and the same for people in the manner of a linter: `file:line: CODE message`."""

from collections.abc import Iterable, Iterator

from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.domain.record import Record
from rail.report.terminal import Color, clip, paint, visible

SCHEMA = "rail.lint/1"
_COLORS = {Level.ERROR: Color.RED, Level.WARNING: Color.YELLOW, Level.NOTE: Color.BLUE}
_WIDEST = 400


class LintedFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The remarks on one file; `path` as the user gave it, `problems` say why it could not be read."""

    path: str
    findings: tuple[Remark, ...] = ()
    problems: tuple[str, ...] = ()


class LintReport(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All remarks of one run of `rail lint`, file by file in the order asked; `summary` counts them by level."""

    schema: str = SCHEMA
    files: tuple[LintedFile, ...]
    summary: dict[str, int]


def lint_report(results: Iterable[tuple[str, tuple[Remark, ...], str | None]]) -> LintReport:
    """Return the remarks as a report, one entry per path asked for."""
    files = tuple(
        LintedFile(path=path, findings=remarks, problems=(problem,) if problem else ())
        for path, remarks, problem in results
    )
    counts = {level.value: sum(each.level is level for file in files for each in file.findings) for level in Level}
    return LintReport(files=files, summary=counts)


def as_lines(report: LintReport, *, color: bool, verbose: bool) -> Iterator[str]:
    """Yield the remarks for people; `verbose` adds why each matters."""
    mark = paint("=", Color.CYAN, on=color)
    for file in report.files:
        path = visible(file.path)
        for each in file.findings:
            place = f"{path}:{each.line}" if each.line is not None else path
            code = paint(each.code, _COLORS[each.level], Color.BOLD, on=color)
            yield f"{paint(place, Color.BOLD, on=color)}: {code} {clip(visible(each.message), _WIDEST)}"
            if verbose:
                yield f"  {mark} why: {each.why}" + (f" (as {each.rule} of `rail check`)" if each.rule else "")
            yield f"  {mark} help: {each.remedy}"
        for problem in file.problems:
            yield f"{paint(path, Color.BOLD, on=color)}: not read: {visible(problem)}"
    yield _summary(report)


def _summary(report: LintReport) -> str:
    counts = [f"{count} {level}{'s' * (count != 1)}" for level, count in report.summary.items() if count]
    unread = sum(bool(file.problems) for file in report.files)
    files = f"{len(report.files)} file{'s' * (len(report.files) != 1)}"
    told = ", ".join(counts) if counts else "nothing to say"
    return f"{told} in {files}" + (f"; {unread} could not be read" if unread else "")

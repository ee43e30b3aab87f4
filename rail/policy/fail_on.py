"""Does a report fail the build?"""

from collections.abc import Collection, Iterable

from rail.config.schema import FailOn
from rail.domain.finding import Finding, Level
from rail.domain.report import Report
from rail.domain.verdict import Determination, Verdict

_LOWEST = {
    FailOn.PROHIBITED: Verdict.PROHIBITED,
    FailOn.UNKNOWN: Verdict.UNKNOWN,
    FailOn.CONDITIONAL: Verdict.CONDITIONAL,
}


def exit_status(report: Report, fail_on: FailOn, rules: Collection[str] = ()) -> int:
    """Return 1 when a finding that is not ignored, or a verdict that no finding reports, is at or above `fail_on`.

    An error without a verdict weighs as much as a prohibited use, a note nothing. A finding of one of the `rules` fails
    whatever its verdict.
    """
    open_ = [each for each in report.findings if each.suppressed is None]
    if any(each.rule in rules for each in open_):
        return 1
    lowest = _LOWEST.get(fail_on)
    return int(lowest is not None and worst(open_, _unreported(report)) >= lowest)


def worst(findings: Iterable[Finding], determinations: Iterable[Determination] = ()) -> Verdict:
    """Return the strictest verdict among findings and determinations; allowed when there is none."""
    weights = [_weight(each) for each in findings]
    return max([*weights, *(each.verdict for each in determinations)], default=Verdict.ALLOWED)


def _weight(finding: Finding) -> Verdict:
    if finding.level is Level.NOTE:
        return Verdict.ALLOWED
    return finding.verdict or (Verdict.PROHIBITED if finding.level is Level.ERROR else Verdict.ALLOWED)


def _unreported(report: Report) -> list[Determination]:
    """Return the determinations that no finding, ignored or not, speaks for: a belt beside the braces of the rules."""
    spoken: dict[tuple[str | None, str | None], Verdict] = {}
    for finding in report.findings:
        if finding.verdict is not None:
            for purl in finding.components or (finding.component,):
                key = (purl, finding.use_case)
                spoken[key] = max(spoken.get(key, Verdict.ALLOWED), finding.verdict)
    return [
        each
        for each in report.determinations
        if not any(
            spoken.get((each.component, case), Verdict.ALLOWED) >= each.verdict for case in (each.use_case, None)
        )
    ]

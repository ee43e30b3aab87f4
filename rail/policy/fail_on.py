"""Does a report fail the build?"""

from collections.abc import Iterable

from rail.config.schema import FailOn
from rail.domain.evidence import Status
from rail.domain.finding import Finding
from rail.domain.report import Report
from rail.domain.verdict import Determination, Verdict

_LOWEST = {
    FailOn.PROHIBITED: Verdict.PROHIBITED,
    FailOn.UNKNOWN: Verdict.UNKNOWN,
    FailOn.CONDITIONAL: Verdict.CONDITIONAL,
}


def exit_status(report: Report, fail_on: FailOn) -> int:
    """Return 1 when a finding that is not ignored, or a verdict that no finding reports, is at or above `fail_on`."""
    lowest = _LOWEST.get(fail_on)
    if lowest is None:
        return 0
    unreported = _unreported(report)
    return int(worst((each for each in report.findings if each.suppressed is None), unreported) >= lowest)


def worst(findings: Iterable[Finding], determinations: Iterable[Determination] = ()) -> Verdict:
    """Return the strictest verdict among findings and determinations; allowed when there is none."""
    verdicts = [each.verdict for each in findings if each.verdict is not None]
    return max([*verdicts, *(each.verdict for each in determinations)], default=Verdict.ALLOWED)


def _unreported(report: Report) -> list[Determination]:
    """Return the determinations that no finding, ignored or not, speaks for: a belt beside the braces of the rules."""
    spoken: dict[tuple[str | None, str | None], Verdict] = {}
    for finding in report.findings:
        if finding.verdict is not None:
            key = (finding.component, finding.use_case)
            spoken[key] = max(spoken.get(key, Verdict.ALLOWED), finding.verdict)
    missing = {each.component for each in report.resolutions if each.status is Status.MISSING}
    unreported = []
    for each in report.determinations:
        keys: list[tuple[str | None, str | None]] = [(each.component, each.use_case), (each.component, None)]
        if each.component in missing:
            keys.append((None, None))  # RAIL302 speaks for all packages of a lockfile at once
        if not any(spoken.get(key, Verdict.ALLOWED) >= each.verdict for key in keys):
            unreported.append(each)
    return unreported

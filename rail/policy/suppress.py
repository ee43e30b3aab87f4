"""Findings that the team has decided to live with: by rule, by component, until a date; or all that were there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from rail.config.schema import Ignore
from rail.domain.component import Location
from rail.domain.finding import Finding, Suppression
from rail.domain.record import Purl
from rail.policy.baseline import Acceptor
from rail.policy.globs import covers_purl


class Suppressed(NamedTuple):
    """All findings, those that are ignored with the reason; and the positions of the ignores that met one."""

    findings: tuple[Finding, ...]
    used: frozenset[int]


def suppress(findings: Iterable[Finding], ignores: Sequence[Ignore], today: str, path: str | None = None) -> Suppressed:
    """Mark the findings that an ignore covers today (an ISO date; `until` is the last day); the first ignore wins.

    Every ignore that covers a finding counts as used. Doing it twice changes nothing.
    """
    used: set[int] = set()
    done = []
    for finding in findings:
        covering = [index for index, each in enumerate(ignores) if covers(each, finding.rule, finding.component, today)]
        used.update(covering)
        if covering and finding.suppressed is None:
            ignore = ignores[covering[0]]
            place = Location(path=path, line=ignore.line) if path else None
            suppression = Suppression(reason=ignore.reason, location=place, owner=ignore.owner, until=ignore.until)
            done.append(replace(finding, suppressed=suppression))
        else:
            done.append(finding)
    return Suppressed(tuple(done), frozenset(used))


def accept(findings: Iterable[Finding], acceptor: Acceptor | None) -> tuple[Finding, ...]:
    """Mark the findings that a baseline accepts and no ignore covers."""
    if acceptor is None:
        return tuple(findings)
    why = acceptor.acceptance
    suppression = Suppression(reason=why.reason, location=Location(path=why.path) if why.path else None)
    return tuple(
        replace(each, suppressed=suppression) if acceptor.covers(each) and each.suppressed is None else each
        for each in findings
    )


def covers(ignore: Ignore, rule: str, component: Purl | None, today: str) -> bool:
    """Tell whether an ignore that has not ended covers a finding of `rule` on `component`."""
    if expired(ignore.until, today) or (ignore.rule is not None and ignore.rule != rule):
        return False
    if ignore.component is None:
        return True
    return component is not None and covers_purl(ignore.component, component)


def expired(until: str | None, today: str) -> bool:
    """Tell whether the last day has passed; both are ISO dates."""
    return until is not None and until < today

"""Ignores that stand beside what they are about, in comments of the project's own files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from rail.domain.component import Component
from rail.domain.finding import Finding, Suppression
from rail.domain.inline import InlineIgnore
from rail.domain.record import Purl
from rail.policy.suppress import Suppressed, expired


def suppress_beside(
    findings: Iterable[Finding], ignores: Sequence[InlineIgnore], components: Mapping[Purl, Component], today: str
) -> Suppressed:
    """Mark the findings that ignores beside them cover today; those already marked stay as they are.

    A component that was seen in several places is covered only when each of them has an ignore: one comment cannot
    speak for code elsewhere. Every ignore at a place of such a component counts as used.
    """
    by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, each in enumerate(ignores):
        if not expired(each.until, today):
            for line in each.lines:
                by_line[each.location.path, line].append(at)
    if not by_line:
        return Suppressed(tuple(findings), frozenset())
    used: set[int] = set()
    done = []
    for finding in findings:
        met = _met(finding, by_line, ignores, components)
        used.update(at for found in met for at in found)
        if finding.suppressed is None and met and all(met):
            first = ignores[met[0][0]]
            why = Suppression(reason=first.reason, location=first.location, owner=first.owner, until=first.until)
            done.append(replace(finding, suppressed=why))
        else:
            done.append(finding)
    return Suppressed(tuple(done), frozenset(used))


def _met(
    finding: Finding,
    by_line: Mapping[tuple[str, int], list[int]],
    ignores: Sequence[InlineIgnore],
    components: Mapping[Purl, Component],
) -> list[list[int]]:
    """Return for each place of a finding the ignores that cover its rule there."""
    component = components.get(finding.component) if finding.component is not None else None
    places = component.locations if component is not None else ()
    if finding.location is not None and finding.location not in places:
        places = (finding.location, *places)
    if finding.components:
        return []
    return [
        [at for at in by_line.get((place.path, place.line or 0), ()) if finding.rule in ignores[at].rules]
        for place in places
    ]

"""The findings that a team started with: accepted as they are, while everything new counts.

What is accepted is narrow. An entry covers one component (whatever its version) in one use case while it is where it
was, up to the verdict and for the uses that it had: a model that becomes prohibited, or bars one more declared use, is
a new finding. So is a package that another policy denies, or the same for another licence.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from rail.domain.component import Component
from rail.domain.finding import Finding
from rail.domain.record import Purl, Record, UseId
from rail.domain.verdict import Determination, Verdict
from rail.purl import without_version

SCHEMA = "rail.baseline/1"


class Accepted(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One accepted finding: the rule, the package URL without version, the use case, where, and how bad.

    `uses` are the uses of the case that were not allowed, each with its verdict; `because` tells what a policy of the
    house decided about.
    """

    rule: str
    component: Purl | None = None
    use_case: str | None = None
    path: str | None = None
    verdict: Verdict | None = None
    because: str | None = None
    uses: dict[UseId, Verdict] = {}  # noqa: RUF012 -- msgspec copies it for each value


class Baseline(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=False):
    """The document `rail.baseline/1`, sorted and without version or line, so that it changes only with the findings."""

    schema: str = SCHEMA
    findings: tuple[Accepted, ...] = ()


class Acceptance(NamedTuple):
    """A baseline in force: why what it covers does not count, the file it stands in, and whether that is kept tidy."""

    baseline: Baseline
    reason: str
    path: str | None = None


_OF_POLICIES = "RAIL6"
_Key = tuple[str, Purl | None, str | None]


class Acceptor:
    """Tells which findings an acceptance covers, and how many of its entries covered none."""

    def __init__(
        self, acceptance: Acceptance, components: Iterable[Component], determinations: Iterable[Determination]
    ) -> None:
        self.acceptance = acceptance
        self._entries: dict[_Key, list[tuple[int, Accepted]]] = defaultdict(list)
        for at, each in enumerate(acceptance.baseline.findings):
            self._entries[each.rule, each.component, each.use_case].append((at, each))
        self._places = {each.purl: {place.path for place in each.locations} for each in components}
        self._uses = _uses_by_case(determinations)
        self._met: set[int] = set()

    def covers(self, finding: Finding) -> bool:
        """Tell whether everything that the finding speaks of is accepted."""
        covered = True
        for purl in finding.components or (finding.component,):
            found = _entry(finding, purl, self._uses)
            places = self._places.get(purl, set()) if purl is not None else set()
            covered = self._covered(found, {found.path, *places}) and covered
        return covered

    def unmet(self) -> int:
        """Return how many entries covered nothing so far."""
        return len(self.acceptance.baseline.findings) - len(self._met)

    def _covered(self, found: Accepted, paths: Collection[str | None]) -> bool:
        covered = False
        for at, entry in self._entries.get((found.rule, found.component, found.use_case), ()):
            if entry.path in paths:
                self._met.add(at)
                covered = covered or _no_worse(found, entry)
        return covered


def accepting(findings: Iterable[Finding], determinations: Iterable[Determination]) -> Baseline:
    """Return the baseline that accepts these findings, but for those that are ignored already."""
    uses = _uses_by_case(determinations)
    entries = {}
    for each in findings:
        if each.suppressed is None:
            for purl in each.components or (each.component,):
                entry = _entry(each, purl, uses)
                entries[_order(entry)] = entry
    return Baseline(findings=tuple(entries[key] for key in sorted(entries)))


_Uses = Mapping[tuple[Purl, str], dict[UseId, Verdict]]


def _uses_by_case(determinations: Iterable[Determination]) -> _Uses:
    """Return the uses of each component in each use case that are not allowed, with their verdicts."""
    found: dict[tuple[Purl, str], dict[UseId, Verdict]] = defaultdict(dict)
    for each in sorted(determinations, key=lambda each: each.use):
        if each.verdict is not Verdict.ALLOWED:
            found[each.component, each.use_case][each.use] = each.verdict
    return found


def _entry(finding: Finding, purl: Purl | None, uses: _Uses) -> Accepted:
    """Return what accepts a finding for one of the components that it speaks of."""
    concerned: dict[UseId, Verdict] = {}
    if purl is not None and finding.use_case is not None and finding.verdict is not None:
        concerned = uses.get((purl, finding.use_case), {})
    return Accepted(
        rule=finding.rule,
        component=without_version(purl) if purl is not None else None,
        use_case=finding.use_case,
        path=finding.location.path if finding.location else None,
        verdict=finding.verdict,
        because=finding.message if finding.rule.startswith(_OF_POLICIES) else None,
        uses=concerned,
    )


def _no_worse(found: Accepted, entry: Accepted) -> bool:
    return (
        found.because == entry.because
        and _at_most(found.verdict, entry.verdict)
        and all(_at_most(verdict, entry.uses.get(use)) for use, verdict in found.uses.items())
    )


def _at_most(found: Verdict | None, accepted: Verdict | None) -> bool:
    return found is None or (accepted is not None and found <= accepted)


def _order(entry: Accepted) -> tuple[str, ...]:
    verdict = entry.verdict.value if entry.verdict else ""
    uses = (f"{use} {each.value}" for use, each in entry.uses.items())
    because = entry.because or ""
    return entry.path or "", entry.rule, entry.component or "", entry.use_case or "", verdict, because, *uses

"""A report, indexed: what belongs to a component, what it descends from, and where a finding is to be shown."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import LINEAGE, Component, Edge, Kind, Location
from rail.domain.evidence import Evidence, Resolution, Restricted, Status
from rail.domain.finding import Finding
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Determination, Verdict
from rail.report.terminal import readable

RESTRICTING = frozenset({Restricted.YES, Restricted.BY_REFERENCE})
_NOWHERE = Location(path="rail.toml")


class Ancestor(NamedTuple):
    """One step up the lineage, and the edge that says so."""

    edge: Edge
    name: str


def roots_of(report: Report) -> list[Component]:
    """Return the projects of a report: the one in the top folder first, those in folders below it after it."""
    return sorted((each for each in report.components if each.root), key=lambda each: (_depth(each), each.purl))


def _depth(component: Component) -> int:
    """Return how deep the manifest lies: a member of a workspace is named in the lock further up, too."""
    return max((place.path.count("/") for place in component.locations), default=0)


class Index:
    """The parts of a report by the component that they speak of."""

    def __init__(self, report: Report) -> None:
        self.components: dict[Purl, Component] = {each.purl: each for each in report.components}
        self.resolutions: dict[Purl, Resolution] = {each.component: each for each in report.resolutions}
        self.evidence: dict[Purl, list[Evidence]] = defaultdict(list)
        self.edges: dict[Purl, list[Edge]] = defaultdict(list)
        self.determinations: dict[Purl, list[Determination]] = defaultdict(list)
        self.verdicts: dict[Purl, Verdict] = {}
        self._seen_at: dict[Purl, Location] = {}
        for said in report.evidence:
            self.evidence[said.component].append(said)
        for edge in report.edges:
            self.edges[edge.source].append(edge)
            if edge.location is not None:
                self._seen_at.setdefault(edge.target, edge.location)
        for each in report.determinations:
            self.determinations[each.component].append(each)
            self.verdicts[each.component] = self.verdicts.get(each.component, each.verdict) & each.verdict
        self._root = self._place_of_root(report)

    def name(self, purl: Purl) -> str:
        """Return the name and version of a component for people."""
        component = self.components.get(purl)
        if component is None:
            return readable(purl)
        return f"{component.name}@{component.version}" if component.version else component.name

    def subject(self, finding: Finding) -> str:
        """Return the message of a finding with the name of what it speaks of, once."""
        name = self.name(finding.component) if finding.component else ""
        bare = self.components[finding.component].name if finding.component in self.components else name
        return finding.message if not name or bare in finding.message else f"{name}: {finding.message}"

    def place(self, finding: Finding) -> Location:
        """Return where to show a finding: its own place, the component's, or the nearest file of the project."""
        return finding.location or (self.place_of(finding.component) if finding.component else None) or self._root

    def place_of(self, purl: Purl) -> Location | None:
        """Return where a component was seen, or `None`."""
        component = self.components.get(purl)
        if component and component.locations:
            return component.locations[0]
        said = (each.location for each in self.evidence.get(purl, ()) if each.location)
        return self._seen_at.get(purl) or next(said, None)

    def ancestors(self, purl: Purl) -> Iterator[Ancestor]:
        """Yield each ancestor once, parents first."""
        seen, queue = {purl}, [purl]
        for at in queue:
            for edge in self.edges.get(at, ()):
                if edge.relation in LINEAGE and edge.target not in seen:
                    seen.add(edge.target)
                    queue.append(edge.target)
                    yield Ancestor(edge, self.name(edge.target))

    def license(self, purl: Purl) -> str:
        """Return the licence of a component in words: the expression, or why there is none."""
        found = self.resolutions.get(purl)
        if found is None:
            return "not resolved"
        return found.expression or found.reason or found.status.value

    def is_own(self, purl: Purl) -> bool:
        """Tell whether it is the project's own code without a licence: its owner needs none."""
        component, found = self.components.get(purl), self.resolutions.get(purl)
        own = component is not None and component.root and component.kind is Kind.CODE
        return own and found is not None and found.status is Status.MISSING

    def _place_of_root(self, report: Report) -> Location:
        roots = (each.purl for each in report.components if each.root)
        others = (each.purl for each in report.components)
        placed = (self.place_of(purl) for group in (roots, others) for purl in group)
        return next((each for each in placed if each), _NOWHERE)

"""The facts below a finding: component, licence, lineage, clause, use case, help; gathered from the whole report."""

from collections import defaultdict
from collections.abc import Iterator

from rail.domain.component import Component, Engagement, Kind, Location, Relation
from rail.domain.evidence import BoundUse, Evidence, Form, Origin, Resolution
from rail.domain.finding import Finding
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Determination, Step
from rail.report.spi import Style
from rail.report.terminal import clip, visible

_ENGAGEMENT = {
    Engagement.USES: "used, not redistributed",
    Engagement.REFERENCES: "only referred to",
    Engagement.REDISTRIBUTES: "redistributed",
}
_NO_LINEAGE = frozenset({Relation.DEPENDS_ON, Relation.CONTAINS, Relation.FETCHES})
_CLAUSES = 3
_QUOTE = 200
_WORDS = 100
_STATEMENTS = 3
_STEPS = 8


class Facts:
    """A report, indexed by component."""

    def __init__(self, report: Report, style: Style) -> None:
        self._style = style
        self._components: dict[Purl, Component] = {each.purl: each for each in report.components}
        self._resolutions: dict[Purl, Resolution] = {each.component: each for each in report.resolutions}
        self._evidence: dict[Purl, list[Evidence]] = defaultdict(list)
        self._parents: dict[Purl, list[tuple[str, Purl, Location | None]]] = defaultdict(list)
        self._determinations: dict[tuple[Purl, str], list[Determination]] = defaultdict(list)
        for said in report.evidence:
            self._evidence[said.component].append(said)
        for edge in report.edges:
            if edge.relation not in _NO_LINEAGE:
                self._parents[edge.source].append((edge.relation.value, edge.target, edge.location))
        for each in report.determinations:
            self._determinations[each.component, each.use_case].append(each)

    def of(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the facts of a finding as pairs of key and text; what is not known gives no pair."""
        component = self._components.get(finding.component) if finding.component else None
        resolution = self._resolutions.get(finding.component) if finding.component else None
        if component:
            yield "component", f"{component.purl}  ({_ENGAGEMENT[component.engagement]})"
        clauses: list[BoundUse] = []
        if resolution:
            yield "licence", self._license(resolution)
            yield from self._found(resolution)
            yield from self._lineage(resolution.component)
            clauses = self._clauses(finding, resolution)
            yield from (("clause", self._clause(each)) for each in clauses[:_CLAUSES])
            if len(clauses) > _CLAUSES:
                yield "", f"… and {len(clauses) - _CLAUSES} more clauses (use --format json)"
        if finding.use_case:
            place = self._style.places.get(finding.use_case)
            yield "use case", finding.use_case + (f"   ({place})" if place else "")
        if self._style.verbose or not clauses:
            yield from self._trail(finding.trail)
        if finding.help:
            yield "help", finding.help

    def words_in(self, finding: Finding, line: str) -> tuple[int, str, str] | None:
        """Return where in the line the component is named: column from 0, the words, and what they are."""
        component = self._components.get(finding.component) if finding.component else None
        if component is None or component.root:
            return None
        for word in (component.name, component.name.rpartition("/")[2]):
            start = line.find(word) if word else -1
            if start >= 0:
                what = "this code" if component.kind is Kind.CODE else f"this {component.kind.value}"
                return start, word, what
        return None

    def _license(self, resolution: Resolution) -> str:
        inherited = sorted(
            {each.license or each.from_ or "" for each in resolution.restrictions if each.origin is Origin.INHERITED}
        )
        own = resolution.expression or resolution.reason or resolution.status.value
        text = own if resolution.expression else f"not known: {own}"
        if inherited:
            text += f"; inherits {', '.join(inherited)}"
        if resolution.relied_on:
            text += f"; relies on {resolution.relied_on}"
        return text

    def _found(self, resolution: Resolution) -> Iterator[tuple[str, str]]:
        """What was said where the licence could not be made out."""
        if resolution.expression and resolution.complete and not resolution.unread:
            return
        said = self._evidence.get(resolution.component, [])
        words = [_statement(each) for each in said[:_STATEMENTS]]
        if len(said) > _STATEMENTS:
            words.append(f"… and {len(said) - _STATEMENTS} more")
        if words:
            yield "found", ", ".join(words)

    def _lineage(self, purl: Purl) -> Iterator[tuple[str, str]]:
        seen = {purl}
        while purl in self._parents:
            relation, parent, location = self._parents[purl][0]
            others = len(self._parents[purl]) - 1
            more = f"  and {others} more" if others else ""
            yield "lineage", f"{_short(purl)} -{relation}-> {_short(parent)}{more}{_at(location)}"
            if parent in seen:
                return
            seen.add(parent)
            purl = parent

    def _clauses(self, finding: Finding, resolution: Resolution) -> list[BoundUse]:
        """The restrictions that meet a use for which the finding's verdict was given, the closest first."""
        judged = [
            each
            for each in self._determinations.get((resolution.component, finding.use_case or ""), [])
            if finding.verdict is None or each.verdict is finding.verdict
        ]
        declared = [each.use for each in judged if each.use in finding.message] or [each.use for each in judged]
        meeting = [each for each in resolution.restrictions if any(_meet(each.use, use) for use in declared)]
        return sorted(meeting, key=lambda each: (-len(each.use), each.mode != "prohibited"))

    def _clause(self, bound: BoundUse) -> str:
        label = self._style.labels.get(bound.use, bound.use)
        section = f"{bound.section}: " if bound.section else ""
        mode = "" if bound.mode == "prohibited" else f" ({bound.mode})"
        whose = f"  of {_short(bound.from_)}" if bound.from_ else ""
        quoted = f': "{clip(visible(bound.text), _QUOTE)}"' if bound.text else ""
        return f"{section}{label}{mode}{quoted}{_at(bound.location)}{whose}"

    def _trail(self, trail: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
        shown = trail if self._style.verbose else trail[:_STEPS]
        for step in shown:
            yield "because", f"{step.says}{_at(step.location)}"
        if len(trail) > len(shown):
            yield "", f"… and {len(trail) - len(shown)} more steps (use -v)"


def _meet(restricted: str, declared: str) -> bool:
    return restricted == declared or declared.startswith(restricted + ".") or restricted.startswith(declared + ".")


def _statement(said: Evidence) -> str:
    words = clip(visible(said.statement), _WORDS)
    return f"{words}: text" if said.form is Form.TEXT else f'"{words}" ({said.form.value})'


def _short(purl: str) -> str:
    return purl.partition("/")[2] or purl


def _at(location: Location | None) -> str:
    if location is None:
        return ""
    line = f":{location.line}" if location.line is not None else ""
    return f"   ({location.path}{line})"

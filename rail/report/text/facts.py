"""The facts below a finding: component, licence, lineage, clause, use case, help; gathered from the whole report."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import LINEAGE, Component, Engagement, Kind, Location
from rail.domain.evidence import Evidence, Form, Origin, Resolution
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Step, Verdict
from rail.report.spi import Style
from rail.report.terminal import clip, readable, visible

_ENGAGEMENT = {
    Engagement.USES: "used, not redistributed",
    Engagement.REFERENCES: "only referred to",
    Engagement.REDISTRIBUTES: "redistributed",
}
_WORDS = 100
_STATEMENTS = 3
_STEPS, _MOST = 3, 6
_KEYS = frozenset(
    {"asks", "clause", "concluded", "declared", "excluded", "free", "licence", "observed", "question", "unknown", "use"}
)
_SAID = ("declared: ", "observed: ", "concluded: ")
_CHAIN = 16
_LINEAGE = "lineage: "
_JOINTS = frozenset("-_.")
_IMPLIED = frozenset({"excluded", "free", "licence"})
"""Steps that only complete the proof: they are shown when the whole of it is asked for."""


class Named(NamedTuple):
    """A component named in a line: from where (0 is the first character), in which words, and what it is."""

    start: int
    words: str
    what: str


class Facts:
    """A report, indexed by component."""

    def __init__(self, report: Report, style: Style) -> None:
        self._style = style
        self._components: dict[Purl, Component] = {each.purl: each for each in report.components}
        self._resolutions: dict[Purl, Resolution] = {each.component: each for each in report.resolutions}
        self._evidence: dict[Purl, list[Evidence]] = defaultdict(list)
        self._parents: dict[Purl, list[tuple[str, Purl, Location | None]]] = defaultdict(list)
        for said in report.evidence:
            self._evidence[said.component].append(said)
        for edge in report.edges:
            if edge.relation in LINEAGE:
                self._parents[edge.source].append((edge.relation.value, edge.target, edge.location))

    def of(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the facts of a finding as pairs of key and text; what is not known gives no pair."""
        component = self._components.get(finding.component) if finding.component else None
        resolution = self._resolutions.get(finding.component) if finding.component else None
        if component:
            yield "component", f"{component.purl}  ({_ENGAGEMENT[component.engagement]})"
        if resolution and (finding.verdict or finding.level is not Level.NOTE or self._style.verbose):
            yield "licence", self._license(resolution)
            if not any(step.says.startswith(_SAID) for step in finding.trail):
                yield from self._found(resolution)
            yield from self._inherited(resolution) if resolution.inherits else self._lineage(resolution.component)
        yield from self._trail(finding, resolution)
        if finding.use_case:
            place = self._style.places.get(finding.use_case)
            yield "use case", finding.use_case + (f"   ({place})" if place else "")
        if finding.help:
            yield "help", finding.help

    def words_in(self, finding: Finding, line: str) -> Named | None:
        """Return where in the line the component is named."""
        component = self._components.get(finding.component) if finding.component else None
        if component is None or component.kind is Kind.CODE:
            return None
        for word in (component.name, component.name.rpartition("/")[2]):
            start = _find_whole(line, word)
            if start >= 0:
                return Named(start, word, f"this {component.kind.value}")
        return None

    def _license(self, resolution: Resolution) -> str:
        inherited = sorted(
            {each.license or each.from_ or "" for each in resolution.restrictions if each.origin is Origin.INHERITED}
        )
        own = resolution.expression or resolution.reason or resolution.status.value
        text = own if resolution.expression else f"not known: {own}"
        if resolution.expression and resolution.licenses and resolution.licenses != (resolution.expression,):
            text += f"  ({', '.join(resolution.licenses)})"
        if inherited:
            text += f"; inherits {', '.join(inherited)}"
        if resolution.relied_on:
            text += f"; relies on {resolution.relied_on}"
        return text

    def _found(self, resolution: Resolution) -> Iterator[tuple[str, str]]:
        """What was said where the licence could not be made out, and what only the table of known models says."""
        for each in self._evidence.get(resolution.component, []):
            if each.source == "catalogue":
                things = "packages" if _is_package(resolution.component) else "models"
                yield "source", f"table of known {things}: {clip(visible(each.statement), _WORDS)}"
        if resolution.expression and resolution.complete and not resolution.unread:
            return
        said = self._evidence.get(resolution.component, [])
        words = [_statement(each) for each in said[:_STATEMENTS]]
        if len(said) > _STATEMENTS:
            words.append(f"… and {len(said) - _STATEMENTS} more")
        if words:
            yield "found", ", ".join(words)

    def _inherited(self, resolution: Resolution) -> Iterator[tuple[str, str]]:
        """Yield the ways up to the ancestors from which something comes down, and on from there, each step once."""
        steps: dict[str, None] = {}
        for each in resolution.inherits:
            below = resolution.component
            for hop in each.path:
                steps[f"{_short(below)} -{hop.relation.value}-> {_short(hop.target)}{_at(hop.location)}"] = None
                below = hop.target
            steps.update((said, None) for _, said in self._lineage(below))
        shown = list(steps) if self._style.verbose else list(steps)[:_CHAIN]
        yield from (("lineage", each) for each in shown)
        if len(steps) > len(shown):
            yield "", f"… and {len(steps) - len(shown)} more steps (use -v or --format json)"

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

    def _trail(self, finding: Finding, resolution: Resolution | None) -> Iterator[tuple[str, str]]:
        """Yield the proof, the decisive steps first; a step `clause: …` has its first word for a key."""
        pairs = [_keyed(step) for step in finding.trail if not step.says.startswith(_LINEAGE)]
        told = ("unknown", resolution.reason or "") if resolution else None
        if not self._style.verbose:
            pairs = _decisive([pair for pair in dict.fromkeys(pairs) if pair[0] not in _IMPLIED and pair != told])
        shown = (
            pairs if self._style.verbose else _first(pairs, _STEPS if finding.verdict is Verdict.PROHIBITED else _MOST)
        )
        yield from shown
        if len(pairs) > len(shown):
            yield "", f"… and {len(pairs) - len(shown)} more (use -v or --format json)"


def _decisive(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the steps with the clause first whose condition is open; what the use may only involve comes last."""
    if any(key == "use" for key, _ in pairs):
        return pairs  # the steps of several uses, each below its own
    groups: list[list[tuple[str, str]]] = []
    for pair in pairs:
        if pair[0] == "clause" or not groups:
            groups.append([])
        groups[-1].append(pair)
    groups.sort(key=lambda group: group[-1][0] == "question")
    return [pair for group in groups for pair in group]


def _first(pairs: list[tuple[str, str]], number: int) -> list[tuple[str, str]]:
    """Return the first steps, as many as `number`; the name of a use before its steps does not count."""
    room = number + sum(key == "use" for key, _ in pairs[: 2 * number])
    return pairs[:room]


def _is_package(purl: Purl) -> bool:
    return not purl.startswith(("pkg:huggingface/", "pkg:generic/"))


def _keyed(step: Step) -> tuple[str, str]:
    key, mark, words = step.says.partition(": ")
    if not mark or key not in _KEYS:
        key, words = "because", step.says
    return key, words + _at(step.location)


def _find_whole(line: str, word: str) -> int:
    """Return where the name stands by itself in the line, not as a part of a longer name; -1 when it does not."""
    start = line.find(word) if word else -1
    while start >= 0:
        before, after = line[start - 1 : start] if start else "", line[start + len(word) : start + len(word) + 1]
        foreign = before == "/" and "/" not in word  # another owner's model of the same name
        if not (foreign or before.isalnum() or after.isalnum() or before in _JOINTS or after in _JOINTS):
            return start
        start = line.find(word, start + 1)
    return -1


def _statement(said: Evidence) -> str:
    words = clip(visible(said.statement), _WORDS)
    return f"{words}: text" if said.form is Form.TEXT else f'"{words}" ({said.form.value})'


def _short(purl: str) -> str:
    return readable(purl).partition("/")[2] or purl


def _at(location: Location | None) -> str:
    if location is None:
        return ""
    line = f":{location.line}" if location.line is not None else ""
    return f"   ({location.path}{line})"

"""The dependency tree for people: what restricts use is marked, with its licence, its uses and the way to it.

A component is opened where it is first met; `(*)` says that it stands open elsewhere, `(circle)` that it leads back to
itself. Branches without anything that restricts use or is unknown are only counted, unless the whole is asked for.
"""

from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Relation
from rail.domain.evidence import BoundUse, Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Verdict
from rail.report._graph import leading_to
from rail.report._index import RESTRICTING, Index
from rail.report._paths import Paths
from rail.report.spi import Style, writer
from rail.report.terminal import Color, clip, paint, readable, visible
from rail.report.text.problems import problems
from rail.report.text.summary import checked, scanned

DEEPEST, DEEPEST_WHOLE = 32, 200
"""How many steps below the project the tree is drawn, and where the whole is asked for; what lies deeper is listed."""

_USES = 4
_WIDEST = 100


@writer("tree", suffix=".tree.txt")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the tree as lines of UTF-8, then what could not be read and the counts."""
    for line in _lines(report, style):
        yield line.encode("utf-8", "backslashreplace") + b"\n"


def _lines(report: Report, style: Style) -> Iterator[str]:
    yield from _Tree(report, style).lines()
    yield ""
    yield from problems(report, style)
    yield from scanned(report, style) if style.verb == "scan" else checked(report, style)


class _Tree:
    def __init__(self, report: Report, style: Style) -> None:
        self._style = style
        self._index = Index(report)
        self._paths = Paths(report)
        self._told = {each.purl for each in report.components if self._tells(each.purl)}
        self._telling = leading_to(self._told, report.edges)
        restricting = {each.purl for each in report.components if self._restricted(each.purl) in RESTRICTING}
        self._first = leading_to(restricting, report.edges)
        self._open: set[Purl] = set()
        self._above: list[Purl] = []
        self._repeated = False
        self._deepest = DEEPEST_WHOLE if style.verbose else DEEPEST

    def lines(self) -> Iterator[str]:
        """Yield the tree below each top, then what lies deeper than is drawn."""
        roots = set(self._paths.roots)
        shown = [each for each in self._paths.tops if each in roots or self._is_shown(each)]
        for purl in shown:
            yield from self._branch(purl, None, "", "")
        reached = self._paths.reached(self._paths.tops)
        for purl in self._index.components:
            if purl not in reached and purl not in self._open and self._is_shown(purl):
                yield from self._branch(purl, None, "", "")  # a circle that nothing leads into
        silent = len(self._paths.tops) - len(shown)
        if silent:
            yield f"… {silent} more to which nothing leads and which restrict nothing (-v shows them)"
        deeper = sorted(self._told - self._open)
        if deeper:
            yield f"deeper than {self._deepest} steps:"
            for purl in deeper:
                yield f"    {self._words(purl, None)}"
                yield from (f"        {fact}" for fact in self._facts(purl))
        if self._repeated:
            yield "(*) stands open elsewhere in the tree"

    def _branch(self, purl: Purl, edge: Edge | None, joint: str, lead: str) -> Iterator[str]:
        """Yield a component after `joint` and what it leads to after `lead`."""
        edges = self._paths.down[purl]
        head = joint + self._words(purl, edge)
        if purl in self._above:
            yield f"{head} (circle)"
        elif purl in self._open:
            self._repeated = self._repeated or bool(edges)
            yield f"{head} (*)" if edges else head
        elif edges and len(self._above) >= self._deepest:
            yield f"{head} … {len(edges)} below"
        else:
            yield head
            self._open.add(purl)
            self._above.append(purl)
            yield from self._below(purl, edges, lead)
            self._above.pop()

    def _below(self, purl: Purl, edges: list[Edge], lead: str) -> Iterator[str]:
        shown = sorted((each for each in edges if self._is_shown(each.target)), key=self._order)
        folded = len(edges) - len(shown)
        for fact in self._facts(purl):
            yield f"{lead}{'│' if edges else ' '}       {fact}"
        for position, each in enumerate(shown, 1):
            is_last = position == len(shown) and not folded
            yield from self._branch(
                each.target, each, lead + ("└── " if is_last else "├── "), lead + ("    " if is_last else "│   ")
            )
        if folded:
            words = f"… {folded}{' more' if shown else ''}, with all that they need, restrict nothing"
            yield f"{lead}└── {paint(words, Color.DIM, on=self._style.color)}"

    def _is_shown(self, purl: Purl) -> bool:
        return self._style.verbose or purl in self._telling

    def _tells(self, purl: Purl) -> bool:
        """Tell whether a component restricts use, or may."""
        return not self._index.is_own(purl) and self._restricted(purl) is not Restricted.NO

    def _restricted(self, purl: Purl) -> Restricted:
        found = self._index.resolutions.get(purl)
        return found.restricted if found is not None else Restricted.UNKNOWN

    def _order(self, edge: Edge) -> tuple[bool, bool, str, str]:
        """Return what sorts the branches: those with something that restricts use first, then those in question."""
        return edge.target not in self._first, edge.target not in self._telling, edge.target, edge.relation.value

    def _words(self, purl: Purl, edge: Edge | None) -> str:
        """Return a component as one line: how it hangs on, name, groups, what it is, and what its licence comes to."""
        component = self._index.components[purl]
        color = self._style.color
        relation = f"{edge.relation.value} " if edge and edge.relation is not Relation.DEPENDS_ON else ""
        name = clip(visible(readable(purl)), _WIDEST)
        answer, hue = self._answer(purl)
        parts = [
            relation + (paint(name, Color.BOLD, on=color) if edge is None or hue else name),
            _conditions(component),
            _kind(component),
            paint(clip(visible(answer), _WIDEST), *((hue,) if hue else (Color.DIM,)), on=color),
        ]
        return " ".join(each for each in parts if each)

    def _answer(self, purl: Purl) -> tuple[str, Color | None]:
        """Return what is to be said of the licence in a line, and in which colour; what restricts nothing is quiet."""
        found, verdict = self._index.resolutions.get(purl), self._index.verdicts.get(purl)
        if self._index.is_own(purl):
            return "", None
        judged = f"{verdict.value}: " if verdict not in (None, Verdict.ALLOWED) else ""
        restricted = self._restricted(purl)
        if restricted is Restricted.NO:
            return (judged + (_licenses(found) if self._style.verbose and found else "")).removesuffix(": "), None
        if restricted in RESTRICTING:
            how = "restricts use" if restricted is Restricted.YES else "restricts use by reference"
            return f"{judged}{how}: {_licenses(found)}" if found else how, Color.RED
        said = found is not None and found.status is not Status.MISSING and found.reason
        reason = f": {said}" if said else ""
        return f"{judged if verdict is not Verdict.UNKNOWN else ''}unknown{reason}", Color.YELLOW

    def _facts(self, purl: Purl) -> Iterator[str]:
        """Yield, below what restricts use, which uses, and why it is here."""
        found = self._index.resolutions.get(purl)
        if found is None or found.restricted not in RESTRICTING:
            return
        own = tuple(each for each in found.restrictions if each.from_ is None)
        if own:
            yield f"bars      {self._uses(own)}"
        for source in dict.fromkeys(each.from_ for each in found.restrictions if each.from_ is not None):
            inherited = tuple(each for each in found.restrictions if each.from_ == source)
            yield f"inherits  {self._uses(inherited)} from {visible(readable(source))}"
        way = self._paths.shortest(purl)
        others = len(self._paths.up[purl]) - 1
        more = f", and through {others} other{'s' if others > 1 else ''}" if others > 0 else ""
        if len(way) > 1:
            place = self._index.place_of(purl)
            where = f" ({visible(place.path)}{f':{place.line}' if place.line else ''})" if place else ""
            yield f"is here   {along(way, self._index)}{more}{where}"

    def _uses(self, bound: tuple[BoundUse, ...]) -> str:
        uses = list(dict.fromkeys(each.use for each in bound))
        shown = uses if self._style.verbose else uses[:_USES]
        return visible(", ".join(shown)) + (f" +{len(uses) - len(shown)}" if len(uses) > len(shown) else "")


def along(way: tuple[Purl, ...], index: Index) -> str:
    """Return a way from a root to a component in words, with the groups through which each step is needed."""
    return " → ".join(_step(each, index) for each in way)


def _step(purl: Purl, index: Index) -> str:
    component = index.components.get(purl)
    conditions = _conditions(component) if component else ""
    return clip(visible(readable(purl)), _WIDEST) + (f" {conditions}" if conditions else "")


def _conditions(component: Component) -> str:
    """Return the groups and the platforms through which a component is needed; "" where it always is."""
    told = list(component.groups)
    if component.platforms:
        named = [each for each in component.platforms if each[0] != "!"]
        beside = [each.removeprefix("!") for each in component.platforms if each[0] == "!"]
        told += [f"only on {', '.join(named)}"] if named else []
        told += [f"not on {', '.join(beside)}"] if beside else []
    return f"[{clip(visible(', '.join(told)), _WIDEST)}]" if told else ""


def _kind(component: Component) -> str:
    if component.root:
        return "(this project)" if component.kind is Kind.CODE else f"({component.kind.value})"
    return "" if component.kind is Kind.PACKAGE else f"({component.kind.value})"


def _licenses(found: Resolution) -> str:
    named = found.licenses or tuple(dict.fromkeys(each.license for each in found.restrictions if each.license))
    return ", ".join(named) or found.expression or found.reason or found.status.value

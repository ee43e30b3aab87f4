"""The tree of a report as nodes and edges to draw, with the paths marked that lead to what restricts use."""

from collections.abc import Iterable
from typing import NamedTuple

from rail.domain.component import Component, Edge
from rail.domain.evidence import Restricted
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Verdict
from rail.report._index import RESTRICTING, Index

MOST_EDGES = 400
"""More edges are no picture any more, and Mermaid draws 500 at most."""

_OPEN = frozenset({"conditional", "unknown", "prohibited", "yes", "by-reference"})


class Node(NamedTuple):
    """One component: `answer` is its strictest verdict, or whether it restricts use where nothing was judged.

    `words` say the answer so that the two cannot be mistaken for one another.
    """

    component: Component
    name: str
    answer: str
    words: str


class Arrow(NamedTuple):
    """One edge between two nodes, by their positions; `marked` when it is on the way to something that restricts."""

    source: int
    target: int
    edge: Edge
    marked: bool


class Graph(NamedTuple):
    """What to draw, and how many components and edges are left out."""

    nodes: list[Node]
    arrows: list[Arrow]
    left_out: int
    edges_left_out: int


def graph(report: Report) -> Graph:
    """Return the graph; a large one only as far as it leads to what is not free."""
    index = Index(report)
    answers = {each.purl: _answer(each.purl, index) for each in report.components}
    restricting = {purl for purl in answers if _restricts(purl, index)}
    seen = {(each.source, each.relation, each.target): each for each in reversed(report.edges)}
    edges = [
        each
        for each in report.edges
        if each.source in answers and each.target in answers and seen[each.source, each.relation, each.target] is each
    ]
    above = leading_to(restricting, edges)
    shown = list(report.components)
    if len(edges) > MOST_EDGES or len(shown) > MOST_EDGES:
        telling = leading_to({purl for purl, answer in answers.items() if answer in _OPEN}, edges)
        shown = [each for each in shown if each.purl in telling or each.root]
        shown.sort(key=lambda each: (each.purl not in above, not each.root, each.purl))
        shown = shown[:MOST_EDGES]
    at = {each.purl: position for position, each in enumerate(shown)}
    arrows = [
        Arrow(at[each.source], at[each.target], each, each.target in above)
        for each in edges
        if each.source in at and each.target in at
    ]
    arrows.sort(key=lambda each: not each.marked)
    nodes = [Node(each, index.name(each.purl), answers[each.purl], _words(answers[each.purl])) for each in shown]
    drawn = arrows[:MOST_EDGES]
    return Graph(nodes, drawn, len(report.components) - len(nodes), len(seen) - len(drawn))


def leading_to(marked: set[Purl], edges: Iterable[Edge]) -> set[Purl]:
    """Return the marked components and everything from which an edge leads to them."""
    sources: dict[Purl, list[Purl]] = {}
    for each in edges:
        sources.setdefault(each.target, []).append(each.source)
    found, queue = set(marked), sorted(marked)
    for purl in queue:
        for source in sources.get(purl, ()):
            if source not in found:
                found.add(source)
                queue.append(source)
    return found


def _words(answer: str) -> str:
    return f"restricts use: {answer}" if answer in {each.value for each in Restricted} - {"unknown"} else answer


def _answer(purl: Purl, index: Index) -> str:
    verdict, found = index.verdicts.get(purl), index.resolutions.get(purl)
    if verdict is not None:
        return verdict.value
    if index.is_own(purl):
        return "this project"
    return found.restricted.value if found else Restricted.UNKNOWN.value


def _restricts(purl: Purl, index: Index) -> bool:
    found = index.resolutions.get(purl)
    return index.verdicts.get(purl) is Verdict.PROHIBITED or (found is not None and found.restricted in RESTRICTING)

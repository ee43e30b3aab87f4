"""The tree in the language of Graphviz: what restricts use is coloured and named, the way to it drawn thick.

https://graphviz.org/doc/info/lang.html. Dashed lines are lineage.
"""

from collections.abc import Iterator

from rail.domain.component import LINEAGE, Kind
from rail.domain.report import Report
from rail.report._graph import Node, graph
from rail.report._inert import inert
from rail.report.spi import Style, writer
from rail.report.terminal import clip

_WIDEST = 80
_FILLS = {
    "prohibited": "#f2b8b5",
    "yes": "#f2b8b5",
    "by-reference": "#f7c59f",
    "unknown": "#ffe08a",
    "conditional": "#cfe3ff",
    "no": "#e6f4ea",
    "allowed": "#e6f4ea",
}
_SHAPES = {Kind.MODEL: "ellipse", Kind.DATASET: "cylinder", Kind.CODE: "folder", Kind.PACKAGE: "box"}


@writer("dot", suffix=".dot")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as a directed graph from left to right."""
    for line in _lines(inert(report)):
        yield f"{line}\n".encode()


def _lines(report: Report) -> Iterator[str]:
    drawn = graph(report)
    yield "digraph rail {"
    yield "  rankdir=LR;"
    if drawn.left_out or drawn.edges_left_out:
        yield f"// left out: {drawn.left_out} components, {drawn.edges_left_out} edges"
    for number, node in enumerate(drawn.nodes):
        yield f"  n{number} [{_attributes(node)}];"
    for arrow in drawn.arrows:
        dashed = " style=dashed" if arrow.edge.relation in LINEAGE else ""
        thick = ' color="#b3261e" penwidth=2' if arrow.marked else ""
        yield f'  n{arrow.source} -> n{arrow.target} [label="{arrow.edge.relation.value}"{dashed}{thick}];'
    yield "}"


def _attributes(node: Node) -> str:
    name = clip(node.name, _WIDEST).replace("\\", "\\\\").replace('"', '\\"')
    fill = f' style=filled fillcolor="{_FILLS[node.answer]}"' if node.answer in _FILLS else ""
    return f'label="{name}\\n{node.words}" shape={_SHAPES[node.component.kind]}{fill}'

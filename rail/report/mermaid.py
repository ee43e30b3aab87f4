"""The tree as a flow chart of Mermaid, which GitHub and GitLab draw: what restricts use is coloured, named and led to.

https://mermaid.js.org/syntax/flowchart.html. A thick line leads to something that restricts use, a dotted one is
lineage. Each name stands in quotes, every sign in it that is not plain as its code point.
"""

import re
from collections.abc import Iterator

from rail.domain.component import LINEAGE, Kind
from rail.domain.report import Report
from rail.report._graph import Arrow, Node, graph
from rail.report._inert import inert
from rail.report.spi import Style, writer
from rail.report.terminal import clip

_WIDEST = 80
_CLASSES = {
    "prohibited": "fill:#b3261e,stroke:#601410,color:#fff",
    "yes": "fill:#b3261e,stroke:#601410,color:#fff",
    "by-reference": "fill:#e8702a,stroke:#7a3500,color:#000",
    "unknown": "fill:#ffe08a,stroke:#7a5900,color:#000",
    "conditional": "fill:#cfe3ff,stroke:#0b57d0,color:#000",
    "no": "fill:#e6f4ea,stroke:#1e6b34,color:#000",
    "allowed": "fill:#e6f4ea,stroke:#1e6b34,color:#000",
}
_SHAPES = {Kind.MODEL: ('(["', '"])'), Kind.DATASET: ('[("', '")]')}
_PLAIN = re.compile(r"[^\w @/.,:+-]")


@writer("mermaid", suffix=".mmd")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as a flow chart from left to right."""
    for line in _lines(inert(report)):
        yield f"{line}\n".encode()


def _lines(report: Report) -> Iterator[str]:
    drawn = graph(report)
    yield "flowchart LR"
    if drawn.left_out or drawn.edges_left_out:
        yield f"%% left out: {drawn.left_out} components, {drawn.edges_left_out} edges"
    for number, node in enumerate(drawn.nodes):
        yield f"  n{number}{_node(node)}"
    for arrow in drawn.arrows:
        yield f'  n{arrow.source} {_line(arrow)}|"{arrow.edge.relation.value}"| n{arrow.target}'
    for answer in sorted({node.answer for node in drawn.nodes} & _CLASSES.keys()):
        yield f"  classDef {_class(answer)} {_CLASSES[answer]}"


def _node(node: Node) -> str:
    opening, closing = _SHAPES.get(node.component.kind, ('["', '"]'))
    label = f"{_escaped(clip(node.name, _WIDEST))} - {node.words}"
    name = f":::{_class(node.answer)}" if node.answer in _CLASSES else ""
    return f"{opening}{label}{closing}{name}"


def _class(answer: str) -> str:
    return f"is_{answer.replace('-', '_')}"


def _line(arrow: Arrow) -> str:
    if arrow.edge.relation in LINEAGE:
        return "-.->"
    return "==>" if arrow.marked else "-->"


def _escaped(text: str) -> str:
    return _PLAIN.sub(lambda found: f"#{ord(found[0])};", text)

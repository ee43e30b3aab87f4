"""What a model is built on is told in more than one way.

What: two files (the card and `adapter_config.json`, say), or a file and the hub, name bases that have nothing to do
with each other, or models are said to descend from one another in a circle.

Why: one of the statements is wrong, and with it the restrictions that come down. Until that is settled those of all
that is named count.

What to do: find out which base was used, and name it in each file. A base that was itself made from the other one is no
contradiction where that lineage is known.
"""

from collections import defaultdict
from collections.abc import Iterator

from rail.domain.component import LINEAGE, Component, Edge, Relation
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.verdict import Step
from rail.policy.circles import circles
from rail.policy.descended import loudness
from rail.policy.opinion import step
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding
from rail.purl import split, without_version

_BASES = LINEAGE - {Relation.TRAINED_ON}
_FEW = 4
_HUB = ""
"""Where the edges without a place come from: no file, but the answer of the hub."""


@rule("RAIL205", title="lineage in doubt", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each circle, and for each component whose files name unrelated bases."""
    for circle in circles(context.edges):
        component = next((context.components[each] for each in circle if each in context.components), None)
        if component is not None:
            yield _circle(circle, component, context)
    yield from _contradictions(context)


def _circle(circle: tuple[Purl, ...], component: Component, context: Context) -> Finding:
    members = frozenset(circle)
    edges = [e for e in context.edges if e.relation in LINEAGE and e.source in members and e.target in members]
    return finding(
        "RAIL205",
        f"lineage in doubt: {len(circle)} models are said to descend from one another",
        component=component,
        level=loudness(component, Level.WARNING),
        trail=tuple(_said(each) for each in edges[:_FEW]),
        help_="find out which came first, and correct the other card",
    )


def _contradictions(context: Context) -> Iterator[Finding]:
    parents: dict[Purl, list[Edge]] = defaultdict(list)
    for edge in context.edges:
        if edge.relation in _BASES:
            parents[edge.source].append(edge)
    for purl, edges in parents.items():
        component = context.components.get(purl)
        if component is None or len(edges) == 1:
            continue
        by_file: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            if not edge.target.startswith("pkg:generic/"):
                by_file[edge.location.path if edge.location else _HUB].append(edge)
        forms = {_form(path) for path in by_file}
        if 1 < len(by_file) == len(forms) and (odd := _odd(list(by_file.values()), parents)):
            yield finding(
                "RAIL205",
                f"lineage in doubt: {' and '.join(_name(each.target) for each in odd)} are both named as the base",
                component=component,
                level=loudness(component, Level.WARNING),
                location=next((each.location for each in odd if each.location), None),
                trail=tuple(_said(each) for each in odd),
                help_="name the base that was used in each file; until then the restrictions of both count",
            )


def _form(path: str) -> str:
    """Return what sort of file it is: two files of one sort in a folder speak of two models."""
    name = path.rpartition("/")[2].lower()
    return name.rpartition(".")[2] if name.endswith((".md", ".gguf", ".safetensors", ".yaml", ".yml")) else name


def _odd(files: list[list[Edge]], parents: dict[Purl, list[Edge]]) -> tuple[Edge, ...]:
    """Return two edges of different files whose files have no base, nor ancestor of a base, in common."""
    first, *others = files
    lines = [frozenset(name for edge in each for name in _line(edge.target, parents)) for each in files]
    for at, other in enumerate(others, start=1):
        if not lines[0] & lines[at]:
            return first[0], other[0]
    return ()


def _line(purl: Purl, parents: dict[Purl, list[Edge]]) -> set[str]:
    """Return a base and what it descends from, versions and case left out."""
    met, queue = {purl}, [purl]
    for at in queue:
        for edge in parents.get(at, ()):
            if edge.target not in met:
                met.add(edge.target)
                queue.append(edge.target)
    return {without_version(each).lower() for each in met}


def _said(edge: Edge) -> Step:
    by_hub = "" if edge.location else " (the hub)"
    return step(f"lineage: {edge.source} -{edge.relation.value}-> {edge.target}{by_hub}", edge.location)


def _name(purl: Purl) -> str:
    return split(purl)[1]

"""Where models and data come from, laid out to be drawn: ancestors above, descendants below, in layers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rail.domain.component import LINEAGE, Edge
from rail.domain.record import Purl

MOST = 60
"""More things are no picture any more; the list beside it has them all."""
WIDTH, HEIGHT = 232, 52
_GAP_X, _GAP_Y, _MARGIN = 28, 76, 12
_STEP_X, _STEP_Y = WIDTH + _GAP_X, HEIGHT + _GAP_Y
_PAGE = 1_180
_SWEEPS = 4


class Box(NamedTuple):
    """One thing: the upper left corner of its box, in pixels."""

    purl: Purl
    x: float
    y: float


class Line(NamedTuple):
    """One edge as SVG paths, a curve from the descendant up to its ancestor and its tip, and where its label stands."""

    edge: Edge
    path: str
    tip: str
    x: float
    y: float


class Drawing(NamedTuple):
    """What to draw and on what space; `left_out` counts the things that have no room."""

    boxes: list[Box]
    lines: list[Line]
    width: float
    height: float
    left_out: int


def drawing(edges: Iterable[Edge]) -> Drawing | None:
    """Return the drawing of the lineage among all edges, or `None` where nothing descends from anything."""
    lineage = sorted(
        {
            (each.source, each.target): each
            for each in sorted(edges, key=lambda each: each.relation.value)
            if each.relation in LINEAGE and each.source != each.target
        }.values(),
        key=lambda each: (each.source, each.target),
    )
    parents: dict[Purl, list[Purl]] = defaultdict(list)
    for each in lineage:
        parents[each.source].append(each.target)
    things = sorted({purl for each in lineage for purl in (each.source, each.target)})
    if not parents:
        return None
    shown = things[:MOST]
    kept = set(shown)
    above = {child: [each for each in named if each in kept] for child, named in parents.items() if child in kept}
    layers = _lowered(_layers(shown, above), above)
    boxes, width, height = _placed(_ordered(layers, lineage))
    lines = [
        _line(each, boxes[each.source], boxes[each.target])
        for each in lineage
        if each.source in boxes and each.target in boxes
    ]
    return Drawing(list(boxes.values()), lines, width, height, len(things) - len(shown))


def _placed(families: Iterable[list[list[Purl]]]) -> tuple[dict[Purl, Box], float, float]:
    """Return the boxes of each family, side by side as far as a page goes, then below; and the space they take."""
    boxes: dict[Purl, Box] = {}
    left, top, bottom, right = float(_MARGIN), float(_MARGIN), 0.0, 0.0
    for rows in families:
        widest = max(len(row) for row in rows)
        width, height = widest * _STEP_X - _GAP_X, len(rows) * _STEP_Y - _GAP_Y
        if left > _MARGIN and left + width > _PAGE:
            left, top = float(_MARGIN), bottom + _GAP_Y
        for depth, row in enumerate(rows):
            start = left + (widest - len(row)) * _STEP_X / 2
            for at, purl in enumerate(row):
                boxes[purl] = Box(purl, start + at * _STEP_X, top + depth * _STEP_Y)
        bottom, right = max(bottom, top + height), max(right, left + width)
        left += width + 2 * _GAP_X
    return boxes, right + 2 * _MARGIN, bottom + _MARGIN


def _layers(things: Iterable[Purl], parents: Mapping[Purl, list[Purl]]) -> dict[Purl, int]:
    """Return how deep each thing stands: one below its deepest parent; a circle is cut where it closes."""
    depth: dict[Purl, int] = {}
    for start in things:
        path: list[Purl] = [start]
        under_way = {start}
        while path:
            purl = path[-1]
            waiting = [each for each in parents.get(purl, ()) if each not in depth and each not in under_way]
            if purl not in depth and waiting:
                path.append(waiting[0])
                under_way.add(waiting[0])
                continue
            depth[purl] = 1 + max((depth[each] for each in parents.get(purl, ()) if each in depth), default=-1)
            under_way.discard(path.pop())
    return depth


def _lowered(layers: Mapping[Purl, int], parents: Mapping[Purl, list[Purl]]) -> dict[Purl, int]:
    """Return the layers with each thing as low as its descendants allow, so that lines are short."""
    children: dict[Purl, list[Purl]] = defaultdict(list)
    for child, above in parents.items():
        for each in above:
            if layers[each] < layers[child]:
                children[each].append(child)
    lowered = dict(layers)
    for purl in sorted(layers, key=lambda each: -layers[each]):
        if children[purl]:
            lowered[purl] = min(lowered[each] for each in children[purl]) - 1
    return lowered


def _families(layers: Mapping[Purl, int], near: Mapping[Purl, list[Purl]]) -> dict[Purl, int]:
    """Return a number for each thing, the same for all that are joined."""
    families: dict[Purl, int] = {}
    for start in sorted(layers):
        queue = [start] if start not in families else []
        for purl in queue:
            if purl not in families:
                families[purl] = families.get(start, len(families))
                queue += [each for each in near[purl] if each in layers]
    return families


def _ordered(layers: Mapping[Purl, int], lineage: Iterable[Edge]) -> list[list[list[Purl]]]:
    """Return the families, each as rows ordered so that things stand near what they are joined to."""
    near: dict[Purl, list[Purl]] = defaultdict(list)
    for each in lineage:
        near[each.source].append(each.target)
        near[each.target].append(each.source)
    families: dict[int, dict[int, list[Purl]]] = defaultdict(lambda: defaultdict(list))
    for purl, number in _families(layers, near).items():
        families[number][layers[purl]].append(purl)
    ordered = []
    for family in families.values():
        rows = [sorted(family[depth]) for depth in sorted(family)]
        for _ in range(_SWEEPS):
            place = {purl: at - len(row) / 2 for row in rows for at, purl in enumerate(row)}
            for row in rows:
                row.sort(key=lambda purl: (_middle([place[each] for each in near[purl] if each in place]), purl))
        ordered.append(rows)
    return sorted(ordered, key=lambda rows: -sum(map(len, rows)))


def _middle(places: list[float]) -> float:
    return sum(places) / len(places) if places else 0.0


def _line(edge: Edge, child: Box, parent: Box) -> Line:
    """Return the curve from the top of the descendant to the bottom of its ancestor, or around to the side."""
    x1, y1 = child.x + WIDTH / 2, child.y
    x2, y2 = parent.x + WIDTH / 2, parent.y + HEIGHT
    if y2 > y1:  # a circle was cut here: the ancestor does not stand above
        x1, y1, x2, y2 = child.x + WIDTH, child.y + HEIGHT / 2, parent.x + WIDTH, parent.y + HEIGHT / 2
        bend = max(x1, x2) + _GAP_X
        path = f"M{x1:.0f} {y1:.0f} C{bend:.0f} {y1:.0f} {bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        return Line(edge, path, f"M{x2:.0f} {y2:.0f} l9 -5 v10 z", bend, y1)
    middle = (y1 + y2) / 2
    path = f"M{x1:.0f} {y1:.0f} C{x1:.0f} {middle:.0f} {x2:.0f} {middle:.0f} {x2:.0f} {y2:.0f}"
    return Line(edge, path, f"M{x2:.0f} {y2:.0f} l-5 9 h10 z", (x1 + x2) / 2, middle)

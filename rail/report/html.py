"""One page to look at: summary, findings with their proofs, and the matrix of components and declared uses.

`templates/report/report.html.j2`, filled in by Jinja2 with every value escaped. The page is a single file that asks the
network for nothing and forbids itself to; it works without scripts, by keyboard, in the dark, on a phone and on paper.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rail.datafiles import data_folder
from rail.domain.component import LINEAGE, Component
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Determination, Step, Verdict
from rail.report._bom import restriction
from rail.report._index import RESTRICTING, Index
from rail.report._inert import inert
from rail.report._lineage import HEIGHT, WIDTH, drawing
from rail.report._projects import HEAD, projects
from rail.report.spi import Style, writer
from rail.report.terminal import clip

_ANSWERS = ["yes", "by-reference", "unknown", "no"]
_VERDICTS = [each.value for each in reversed(Verdict)]
_OPENED = 3
_MOST_COLUMNS = 40
_MOST_PLACES = 20
_LONGEST_NAME, _LONGEST_OWNER = 26, 17
_NOT_JUDGED = "not judged"
_Uses = dict[tuple[str, str], list[str]]
_WORDS = {
    "prohibited": "prohibited",
    "unknown": "unknown",
    "conditional": "on conditions",
    "allowed": "allowed",
}
_WITHIN_BOX = {"yes": "restricts use", "by-reference": "by reference", "unknown": "unknown", "no": "free"}
_RESTRICTS = {
    "yes": "restrict use",
    "by-reference": "restrict use by reference",
    "unknown": "unknown",
    "no": "restrict no use",
}


@writer("html", suffix=".html")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the report as one HTML page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 -- only this format has a template

    folder = data_folder() / "templates" / "report"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    page = environment.get_template("report.html.j2").render(_page(inert(report), style))
    yield page.encode()


def _page(report: Report, style: Style) -> dict[str, Any]:
    index = Index(report)
    judged = style.verb != "scan"
    columns = list(dict.fromkeys((each.use_case, each.use) for each in report.determinations))[:_MOST_COLUMNS]
    cells = {(each.component, each.use_case, each.use): each for each in report.determinations}
    rows = [_row(each, columns, cells, index) for each in report.components]
    rows.sort(key=lambda row: (row["rank"], row["name"]))
    shown = [found for level in Level for found in report.findings if found.level is level and not found.suppressed]
    ignored = [found for found in report.findings if found.suppressed]
    barred: _Uses = {}
    for each in report.determinations:
        if each.verdict is Verdict.PROHIBITED:
            barred.setdefault((each.component, each.use_case), []).append(each.use)
    roots = [index.name(each.purl) for each in report.components if each.root]
    return {
        "title": ", ".join(roots[:3]) or ", ".join(report.inputs[:3]) or "report",
        "headline": _headline(report, len(shown), index, judged=judged),
        "judged": judged,
        "summary": report.summary,
        "tiles": list(_tiles(report, judged=judged)),
        "remarks": list(_remarks(report, len(columns))),
        "findings": [
            _finding(each, barred, index, style, opened=at < _OPENED) for at, each in enumerate([*shown, *ignored])
        ],
        "problems": [
            {"place": _at(each.location.path, each.location.line), "message": each.message, "hint": each.hint}
            for each in report.problems
        ],
        "project_head": HEAD,
        "projects": projects(report),
        "columns": [{"case": case, "label": style.labels.get(use, use)} for case, use in columns],
        "kinds": sorted({row["kind"] for row in rows}),
        "answers": [*_ANSWERS, *(each for each in _VERDICTS if columns and each not in _ANSWERS)],
        "rows": rows,
        "lineage": [
            {
                "source": index.name(source),
                "relation": relation.value,
                "target": index.name(target),
                "restricted": _restricted(target, index),
            }
            for source, relation, target in dict.fromkeys(
                (each.source, each.relation, each.target) for each in report.edges if each.relation in LINEAGE
            )
        ],
        "picture": _picture(report, index),
        "tool": report.tool.version,
        "catalogue": report.catalogue.version,
    }


def _picture(report: Report, index: Index) -> dict[str, Any] | None:
    """Return the lineage as boxes and curves, or nothing where there is none."""
    drawn = drawing(report.edges)
    if drawn is None:
        return None
    boxes = []
    for each in drawn.boxes:
        name, restricted = index.name(each.purl), _restricted(each.purl, index)
        owner, _, short = name.rpartition("/")
        below = " · ".join(filter(None, (_WITHIN_BOX[restricted], clip(owner, _LONGEST_OWNER))))
        box = {"x": each.x, "y": each.y, "name": name, "short": clip(short, _LONGEST_NAME), "below": below}
        boxes.append({**box, "restricted": restricted})
    lines = [
        {"path": each.path, "tip": each.tip, "x": each.x, "y": each.y, "words": each.edge.relation.value}
        for each in drawn.lines
    ]
    return {
        "boxes": boxes,
        "lines": lines,
        "width": round(drawn.width),
        "height": round(drawn.height),
        "box": (WIDTH, HEIGHT),
        "left_out": drawn.left_out,
    }


def _headline(report: Report, findings: int, index: Index, *, judged: bool) -> str:
    """Return the answer in a line; never good news while something is unknown."""
    if not judged:
        bound = sum(each.restricted in RESTRICTING for each in report.resolutions)
        return f"{bound} of {len(report.components)} components restrict what they may be used for"
    if findings:
        errors = report.summary.findings.get("error", 0)
        return f"{_count(findings, 'finding')}, {errors} of them {'an error' if errors == 1 else 'errors'}"
    unknown = any(
        each.restricted.value == "unknown" and not index.is_own(each.component) for each in report.resolutions
    )
    free = all(each.verdict is Verdict.ALLOWED for each in report.determinations)
    if unknown or report.problems or not free or not report.determinations:
        return "No finding, but open questions"
    return "Nothing bars the declared uses"


def _tiles(report: Report, *, judged: bool) -> Iterator[dict[str, Any]]:
    counts = report.summary.verdicts if judged else report.summary.restricted
    for key in _VERDICTS if judged else _ANSWERS:
        words = _WORDS[key] if judged else _RESTRICTS[key]
        yield {"class": key, "count": counts.get(key, 0), "words": words}


def _remarks(report: Report, columns: int) -> Iterator[str]:
    if report.summary.ignored:
        yield f"Ignored with a reason, and listed last: {_count(report.summary.ignored, 'finding')}."
    if report.problems:
        yield f"Could not be read, so that what it holds is unknown: {_count(len(report.problems), 'input')}."
    uses = len({(each.use_case, each.use) for each in report.determinations})
    if uses > columns:
        yield f"The table shows {columns} of {uses} declared uses; the JSON report has them all."


def _finding(finding: Finding, barred: _Uses, index: Index, style: Style, *, opened: bool) -> dict[str, Any]:
    place, text = index.place(finding), style.rule(finding.rule)
    ignored = finding.suppressed
    facts = [("rule", f"{finding.rule} {text.title}" if text else finding.rule), ("place", _at(place.path, place.line))]
    if finding.component:
        facts += [("component", finding.component), ("licence", index.license(finding.component))]
        facts += [
            ("lineage", f"{index.name(edge.source)} {edge.relation.value} {name}")
            for edge, name in index.ancestors(finding.component)
        ]
    if finding.use_case:
        facts.append(("use case", finding.use_case))
    if finding.help:
        facts.append(("what to do", finding.help))
    if ignored:
        facts.append(("ignored", ignored.reason + (f" (until {ignored.until})" if ignored.until else "")))
    return {
        "mark": "ignored" if ignored else finding.level.value,
        "word": "ignored" if ignored else finding.level.value,
        "message": finding.message,
        "name": index.name(finding.component) if finding.component else "",
        "facts": facts,
        "trail": [_step(each) for each in finding.trail],
        "quotes": _quotes(finding, barred.get((finding.component or "", finding.use_case or ""), ()), index),
        "open": opened and finding.level is Level.ERROR and not ignored,
    }


def _quotes(finding: Finding, barred: Iterable[str], index: Index) -> list[str]:
    """Return the clauses, in the words of the text, that bar one of the uses or what it is a part of."""
    found = index.resolutions.get(finding.component) if finding.component else None
    bound = found.restrictions if found and finding.verdict is Verdict.PROHIBITED else ()
    uses = [f"{use}." for use in barred]
    said = (each.text for each in bound if each.text and any(use.startswith(f"{each.use}.") for use in uses))
    return list(dict.fromkeys(said))


def _row(
    component: Component,
    columns: list[tuple[str, str]],
    cells: dict[tuple[Purl, str, str], Determination],
    index: Index,
) -> dict[str, Any]:
    found = index.resolutions.get(component.purl)
    restricted = _restricted(component.purl, index)
    judged = [cells.get((component.purl, *column)) for column in columns]
    verdicts = {each.verdict.value for each in judged if each}
    strictest = index.verdicts.get(component.purl)
    return {
        "rank": (_VERDICTS.index(strictest.value) if strictest else len(_VERDICTS), _ANSWERS.index(restricted)),
        "name": index.name(component.purl),
        "kind": component.kind.value,
        "license": index.license(component.purl),
        "restricted": "this project" if index.is_own(component.purl) else restricted,
        "mark": "not-judged" if index.is_own(component.purl) else restricted,
        "restrictions": [
            {"words": restriction(each), "text": each.text} for each in (found.restrictions if found else ())
        ],
        "answers": " ".join(sorted({*(() if index.is_own(component.purl) else (restricted,)), *verdicts})),
        "facts": list(_facts(component, index)),
        "cells": [
            {
                "verdict": each.verdict.value if each else _NOT_JUDGED,
                "class": each.verdict.value if each else "not-judged",
                "trail": [_step(step) for step in each.trail] if each else [],
            }
            for each in judged
        ],
    }


def _facts(component: Component, index: Index) -> Iterator[tuple[str, str]]:
    yield "package URL", component.purl
    yield "engagement", component.engagement.value
    if component.groups:
        yield "groups", ", ".join(component.groups)
    if component.platforms:
        yield "only on", ", ".join(component.platforms)
    for each in component.locations[:_MOST_PLACES]:
        yield "found in", _at(each.path, each.line)
    found = index.resolutions.get(component.purl)
    if found and found.licenses:
        yield "catalogue", ", ".join(found.licenses)
    if found and found.relied_on:
        yield "relies on", found.relied_on
    for said in index.evidence.get(component.purl, [])[:_MOST_PLACES]:
        yield f"{said.role.value} {said.form.value}", said.statement


def _restricted(purl: Purl, index: Index) -> str:
    found = index.resolutions.get(purl)
    return found.restricted.value if found else "unknown"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _step(step: Step) -> str:
    return f"{step.says} ({_at(step.location.path, step.location.line)})" if step.location else step.says


def _at(path: str, line: int | None) -> str:
    return f"{path}:{line}" if line else path

"""SARIF for code scanning: one run, its rules with their help, its findings with fingerprints and lineage.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and the limits of the best-known consumer,
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning:
25,000 results, 10 MB, 1,000 locations a result. What goes beyond is left out, lowest level first, and a notification
says how much. A licence is no vulnerability: no result has a `security-severity`. A finding without a file is shown
where its component was found, else at the project's first file. Inputs that could not be read are notifications.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from rail.domain.component import Location
from rail.domain.finding import Finding, Level
from rail.domain.report import Problem, Report
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import RuleText, Style, writer

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MOST_RESULTS = 25_000
_MOST_BYTES = 10_000_000
_MOST_LOCATIONS = 1_000
_MOST_NOTIFICATIONS = 1_000
_INDENTED = 1_000
_RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
_ROOT = "%SRCROOT%"
_LINEAGE = "lineage: "
"""Begins the steps of a proof that repeat the lineage."""


@writer("sarif", suffix=".sarif")
def write(report: Report, style: Style) -> Iterator[bytes]:
    """Yield the report as one SARIF log with one run."""
    report = inert(report)
    index = Index(report)
    ids = sorted({each.rule for each in report.findings})
    rules = [_rule(id_, style.rule(id_), report) for id_ in ids]
    notes = [_unread(each) for each in report.problems[:_MOST_NOTIFICATIONS]]
    if len(report.problems) > len(notes):
        notes.append(_notification(f"{len(report.problems) - len(notes)} more inputs could not be read"))
    room = _MOST_BYTES - len(_encode([rules, notes])) - 10_000
    results, left_out = _results(report, index, ids, room)
    if left_out:
        notes.append(_notification(f"{left_out} findings left out: a SARIF file holds 25,000 results and 10 MB"))
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": report.tool.name,
                        "version": report.tool.version,
                        "rules": rules,
                        "properties": {
                            "catalogue": report.catalogue.version,
                            "catalogueDigest": report.catalogue.digest,
                        },
                    }
                },
                "automationDetails": {"id": f"{report.tool.name}/{style.verb}/"},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder that was scanned"}}},
                "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
                "results": [msgspec.Raw(each) for each in results],
            }
        ],
    }
    written = _encode(log)
    yield (msgspec.json.format(written, indent=1) if len(report.findings) <= _INDENTED else written) + b"\n"


def _results(report: Report, index: Index, ids: list[str], room: int) -> tuple[list[bytes], int]:
    """Return the results that fit, in the order of the report, and how many do not."""
    order = sorted(
        range(len(report.findings)),
        key=lambda at: (report.findings[at].suppressed is not None, _RANK[report.findings[at].level], at),
    )
    positions = {id_: at for at, id_ in enumerate(ids)}
    kept: dict[int, bytes] = {}
    for at in order[:_MOST_RESULTS]:
        written = _encode(_result(report.findings[at], index, positions))
        room -= len(msgspec.json.format(written, indent=5)) if len(order) <= _INDENTED else len(written) + 1
        if room < 0:
            break
        kept[at] = written
    return [kept[at] for at in sorted(kept)], len(order) - len(kept)


def _result(finding: Finding, index: Index, positions: dict[str, int]) -> dict[str, Any]:
    related = list(_related(finding, index))[: _MOST_LOCATIONS - 1]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": positions[finding.rule],
        "level": finding.level.value,
        "message": {"text": _message(finding, index)},
        "locations": [_located(index.place(finding), region=True)],
    }
    if related:
        result["relatedLocations"] = [{"id": at, **each} for at, each in enumerate(related, start=1)]
    if finding.fingerprint:
        result["partialFingerprints"] = {"railFinding/v1": finding.fingerprint}
    if finding.suppressed:
        result["suppressions"] = [_suppression(finding)]
    properties = {
        "component": finding.component,
        "useCase": finding.use_case,
        "verdict": finding.verdict.value if finding.verdict else None,
    }
    named = {key: value for key, value in properties.items() if value}
    return {**result, "properties": named} if named else result


def _message(finding: Finding, index: Index) -> str:
    """Return the message with its proof."""
    lines = [index.subject(finding)]
    lines += [f"- {step.says}" for step in finding.trail]
    if finding.component:
        lines.append(f"component: {finding.component}")
        lines.append(f"licence: {index.license(finding.component)}")
    if finding.use_case:
        lines.append(f"use case: {finding.use_case}")
    if finding.help:
        lines.append(f"help: {finding.help}")
    return _plain("\n".join(lines))


def _related(finding: Finding, index: Index) -> Iterator[dict[str, Any]]:
    """Yield where the lineage is written down, then where the steps of the proof are."""
    if finding.component:
        for edge, name in index.ancestors(finding.component):
            place = edge.location or index.place_of(edge.target)
            if place:
                said = f"{index.name(edge.source)} {edge.relation.value} {name}"
                yield {**_located(place, region=False), "message": {"text": _plain(said)}}
    for step in finding.trail:
        if step.location and not step.says.startswith(_LINEAGE):
            yield {**_located(step.location, region=False), "message": {"text": _plain(step.says)}}


def _plain(text: str) -> str:
    """Return the text without links (`[x](y)`) and placeholders (`{0}`), SARIF 3.11.5 and 3.11.6."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("{", "{{").replace("}", "}}")


def _located(place: Location, *, region: bool) -> dict[str, Any]:
    from urllib.parse import quote  # noqa: PLC0415 -- only when a log is written

    parts = [quote(part, safe="~@+,=") for part in place.path.split("/") if part not in {"", ".", ".."}]
    physical: dict[str, Any] = {"artifactLocation": {"uri": "/".join(parts) or "rail.toml", "uriBaseId": _ROOT}}
    if region or place.line is not None:
        physical["region"] = {"startLine": max(place.line or 1, 1)}
    located: dict[str, Any] = {"physicalLocation": physical}
    if place.pointer:
        located["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
    return located


def _suppression(finding: Finding) -> dict[str, Any]:
    suppressed = finding.suppressed
    if suppressed is None:
        return {}
    until = f" (until {suppressed.until})" if suppressed.until else ""
    answer: dict[str, Any] = {"kind": "external", "justification": suppressed.reason + until}
    if suppressed.location:
        answer["location"] = _located(suppressed.location, region=False)
    return answer


def _rule(id_: str, text: RuleText | None, report: Report) -> dict[str, Any]:
    """Return a rule; what it is called where it says nothing of itself is what its first finding says."""
    if text is None:
        first = next(each for each in report.findings if each.rule == id_)
        return {
            "id": id_,
            "shortDescription": {"text": _plain(first.message)},
            "defaultConfiguration": {"level": first.level.value},
        }
    lead, _, _ = text.doc.partition("\n\n")
    paragraphs = [" ".join(each.split()) for each in text.doc.split("\n\n")]
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in text.slug.split("-")),
        "shortDescription": {"text": text.title},
        "fullDescription": {"text": " ".join(lead.split()) or text.title},
        "help": {"text": "\n\n".join(paragraphs) or text.title, "markdown": _markdown(paragraphs) or text.title},
        "defaultConfiguration": {"level": text.level.value},
        "properties": {"tags": ["licence", "compliance"]},
    }


def _markdown(paragraphs: list[str]) -> str:
    """Return the help with the first word of each part (`What:`, `Why:`) in bold."""
    parts = []
    for each in paragraphs:
        head, mark, rest = each.partition(": ")
        parts.append(f"**{head}:** {rest}" if mark and len(head.split()) <= 3 else each)  # noqa: PLR2004 -- a heading
    return "\n\n".join(parts)


def _unread(problem: Problem) -> dict[str, Any]:
    hint = f" ({problem.hint})" if problem.hint else ""
    note = _notification(f"could not be read: {problem.message}{hint}")
    return {**note, "locations": [_located(problem.location, region=False)]}


def _notification(text: str) -> dict[str, Any]:
    return {"level": "warning", "message": {"text": _plain(text)}}


def _encode(value: Any) -> bytes:
    return msgspec.json.encode(value)

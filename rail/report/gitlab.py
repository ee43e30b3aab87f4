"""Code quality for merge requests of GitLab: one entry a finding and unread input.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. GitLab tells entries apart by fingerprint
alone, so that none may come twice. What is ignored is left out.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from rail.domain.component import Location
from rail.domain.finding import Level
from rail.domain.report import Report
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


@writer("gitlab", suffix=".gitlab.json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as a JSON array."""
    report = inert(report)
    index = Index(report)
    entries: dict[str, dict[str, Any]] = {}
    for each in report.findings:
        if each.suppressed is None:
            entry = _entry(index.subject(each) or each.rule, each.rule, _SEVERITIES[each.level], index.place(each))
            _add(entries, each.fingerprint or _hash(entry), entry)
    for problem in report.problems:
        entry = _entry(f"could not be read: {problem.message}", "rail-unread", "minor", problem.location)
        _add(entries, _hash(entry), entry)
    listed = [{**entry, "fingerprint": fingerprint} for fingerprint, entry in entries.items()]
    yield msgspec.json.format(msgspec.json.encode(listed), indent=2) + b"\n"


def _entry(description: str, check: str, severity: str, place: Location) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "severity": severity,
        "location": {"path": place.path or ".", "lines": {"begin": max(place.line or 1, 1)}},
    }


def _add(entries: dict[str, dict[str, Any]], fingerprint: str, entry: dict[str, Any]) -> None:
    """Add an entry; the same finding at another place gets a fingerprint of its own."""
    if fingerprint in entries and entries[fingerprint] != entry:
        fingerprint = _hash([fingerprint, entry])
    entries[fingerprint] = entry


def _hash(value: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()[:32]

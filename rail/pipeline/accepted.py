"""Baselines on disk: read whole and checked, written so that a review sees one line for each finding."""

from pathlib import Path

import msgspec

from rail.domain.report import Report
from rail.errors import UsageError
from rail.policy.baseline import SCHEMA, Acceptance, Baseline, accepting

MAX_SIZE = 32 * 1024 * 1024
"""The largest baseline that is read, in bytes."""


def read_baseline(path: Path, shown: str) -> Acceptance:
    """Return the acceptance that a file holds; `shown` is how reports name it.

    Raises:
        UsageError: it cannot be read, or is no baseline.
    """
    hint = f"write one: rail check --write-baseline {shown}"
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
    except OSError as fault:
        problem = f"cannot read the baseline: {fault.strerror or type(fault).__name__}"
        raise UsageError(problem, place=shown, hint=hint) from fault
    if len(content) > MAX_SIZE:
        raise UsageError(f"baseline larger than {MAX_SIZE:,} bytes", place=shown)
    try:
        baseline = msgspec.json.decode(content, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise UsageError(f"not a baseline: {fault}", place=shown, hint=hint) from fault
    if baseline.schema != SCHEMA:
        raise UsageError(f"baseline of another version: {baseline.schema[:80]}", place=shown, hint=hint)
    return Acceptance(baseline, "in the baseline", shown)


def baseline_of(report: Report) -> bytes:
    """Return the baseline that accepts every open finding of a report, one line each."""
    baseline = accepting(report.findings, report.determinations)
    entries = b",\n".join(b"  " + msgspec.json.encode(each) for each in baseline.findings)
    body = b"\n" + entries + b"\n " if entries else b""
    return b'{"schema": ' + msgspec.json.encode(SCHEMA) + b',\n "findings": [' + body + b"]}\n"

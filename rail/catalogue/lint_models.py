"""Checks of the table of known models: licences that exist, dates in order, no duplicates, no circles of bases."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rail.catalogue.folder import ModelFile
from rail.domain.known import KnownModel

KINDS = frozenset({"model", "dataset"})
RELATIONS = frozenset({"adapter", "finetune", "merge", "quantized"})
"""How a model can stem from its bases; without one the way is not known."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_ID = re.compile(r"[\w.-]+(?:/[\w.-]+)?(?::[\w.-]+)?\Z")
_GLOB = re.compile(r"[\w.-]+/[\w.*-]+\Z")


def model_complaints(files: dict[str, ModelFile], licenses: set[str]) -> Iterator[tuple[str, str]]:
    """Yield path and message of everything wrong with the rows of `files`; `licenses` are the ids that exist."""
    rows: dict[tuple[str, str, str], list[tuple[str, KnownModel]]] = defaultdict(list)
    for path, file in files.items():
        maker = Path(path).stem
        for row in file.models:
            for message in _row(row, licenses):
                yield path, f"{row.id}: {message}"
            if file.registry == "huggingface" and not maker.startswith("_") and row.id.split("/")[0].lower() != maker:
                yield path, f"{row.id}: belongs to another maker's file"
            rows[file.registry, row.kind, row.id.lower()].append((path, row))
    for same in rows.values():
        yield from _overlaps(same)
    yield from _circles(rows)


def _row(row: KnownModel, licenses: set[str]) -> Iterator[str]:
    if row.kind not in KINDS:
        yield f"unknown kind {row.kind}"
    if row.license not in licenses and not re.match(r"LicenseRef-[A-Za-z0-9.-]+\Z", row.license):
        yield f"unknown licence {row.license}"
    if row.relation is not None and row.relation not in RELATIONS:
        yield f"unknown relation {row.relation}"
    if row.relation is not None and not row.base:
        yield f"relation {row.relation} to no base"
    if not (_GLOB if row.pattern else _ID).match(row.id) or row.pattern != ("*" in row.id):
        yield "not a hub id (a glob needs `pattern: true` and an owner)"
    if not row.source:
        yield "no source"
    dates = [date for date in (row.since, row.until) if date is not None]
    if not all(_DATE.match(date) for date in dates):
        yield "dates are written YYYY-MM-DD"
    elif sorted(set(dates)) != dates:
        yield "since must be before until"


def _overlaps(same: list[tuple[str, KnownModel]]) -> Iterator[tuple[str, str]]:
    """Complain of rows for one id that hold at the same time."""
    ordered = sorted(same, key=lambda each: each[1].since or "")
    for (_, before), (path, after) in pairwise(ordered):
        if before.until is None or after.since is None or before.until > after.since:
            yield path, f"{after.id}: two rows hold at the same time"


def _circles(rows: dict[tuple[str, str, str], list[tuple[str, KnownModel]]]) -> Iterator[tuple[str, str]]:
    """Complain of models that descend from themselves."""
    bases: dict[str, set[str]] = {}
    home: dict[str, str] = {}
    for (registry, kind, identity), same in rows.items():
        if registry == "huggingface" and kind == "model":
            bases[identity] = {base.lower() for _, row in same for base in row.base}
            home[identity] = same[0][0]
    done: set[str] = set()
    for start in sorted(bases):
        trail: list[str] = []
        stack = [(start, False)]
        while stack:
            node, leave = stack.pop()
            if leave:
                trail.pop()
                done.add(node)
            elif node in trail:
                yield home[node], f"{node}: descends from itself through {' → '.join(trail[trail.index(node) :])}"
            elif node not in done and node in bases:
                trail.append(node)
                stack.append((node, True))
                stack += [(base, False) for base in sorted(bases[node])]

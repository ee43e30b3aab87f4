"""Checks of the table of known models: ids, spellings, licences, dates, duplicates, circles of bases.

Ids are those of the hub: https://huggingface.co/docs/huggingface_hub/package_reference/utilities#huggingface_hub.utils.validate_repo_id
"""

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
_LONGEST = 96
_HUB_ID = re.compile(r"(?:\w(?:[\w.-]*\w)?/)?\w(?:[\w.-]*\w)?\Z", re.ASCII)
_REGISTRY_ID = re.compile(r"[\w.-]+(?:/[\w.-]+)?(?::[\w.-]+)?\Z", re.ASCII)
_GLOB = re.compile(r"[\w.-]+/[\w.*-]+\Z", re.ASCII)


def model_complaints(files: dict[str, ModelFile], licenses: set[str]) -> Iterator[tuple[str, str]]:
    """Yield path and message of everything wrong with the rows of `files`; `licenses` are the ids that exist."""
    rows: dict[tuple[str, str, str], list[tuple[str, KnownModel]]] = defaultdict(list)
    for path, file in files.items():
        maker = Path(path).stem
        for row in file.models:
            for message in _row(row, file.registry, licenses):
                yield path, f"{row.id}: {message}"
            if file.registry == "huggingface" and not maker.startswith("_") and row.id.split("/")[0].lower() != maker:
                yield path, f"{row.id}: belongs to another maker's file"
            rows[file.registry, row.kind, row.id.lower()].append((path, row))
    for same in rows.values():
        yield from _overlaps(same)
    yield from _spellings(rows)
    yield from _circles(rows)


def is_hub_id(name: str) -> bool:
    """Tell whether the hub takes the name for a repository: `name` or `owner/name`, no more than 96 characters."""
    return (
        len(name) <= _LONGEST
        and _HUB_ID.match(name) is not None
        and "--" not in name
        and ".." not in name
        and not name.endswith(".git")
    )


def _row(row: KnownModel, registry: str, licenses: set[str]) -> Iterator[str]:
    if row.kind not in KINDS:
        yield f"unknown kind {row.kind}"
    if row.license not in licenses and not re.match(r"LicenseRef-[A-Za-z0-9.-]+\Z", row.license):
        yield f"unknown licence {row.license}"
    if not _is_id(row, registry) or row.pattern != ("*" in row.id):
        yield "not a hub id (a glob needs `pattern: true` and an owner)"
    if not row.source:
        yield "no source"
    yield from _bases(row)
    yield from _dates(row)


def _bases(row: KnownModel) -> Iterator[str]:
    for base in row.base:
        if not is_hub_id(base):
            yield f"base {base}: not a hub id"
    if len({base.lower() for base in row.base}) != len(row.base):
        yield "one base twice"
    if row.relation is not None and row.relation not in RELATIONS:
        yield f"unknown relation {row.relation}"
    if row.relation is not None and not row.base:
        yield f"relation {row.relation} to no base"


def _dates(row: KnownModel) -> Iterator[str]:
    dates = [date for date in (row.since, row.until) if date is not None]
    if not all(_DATE.match(date) for date in dates):
        yield "dates are written YYYY-MM-DD"
    elif sorted(set(dates)) != dates:
        yield "since must be before until"


def _is_id(row: KnownModel, registry: str) -> bool:
    if row.pattern:
        return _GLOB.match(row.id) is not None
    if registry == "huggingface":
        return is_hub_id(row.id)
    return _REGISTRY_ID.match(row.id) is not None


def _spellings(rows: dict[tuple[str, str, str], list[tuple[str, KnownModel]]]) -> Iterator[tuple[str, str]]:
    """Complain of an id that is written in two ways: in two rows, or in a row and as the base of another."""
    written: dict[str, str] = {}
    for (registry, kind, identity), same in rows.items():
        if registry == "huggingface" and kind == "model":
            written[identity] = same[0][1].id
    for same in rows.values():
        for path, row in same:
            if row.id != same[0][1].id:
                yield path, f"{row.id}: also written {same[0][1].id}"
            for base in row.base:
                if written.get(base.lower(), base) != base:
                    yield path, f"{row.id}: base {base} is written {written[base.lower()]} in its own row"


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

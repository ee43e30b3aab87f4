"""Checks of the table of known packages: names, bounds that can be read and do not overlap, licences that exist."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rail.catalogue.folder import PackageFile
from rail.catalogue.versions import fault_in, holds
from rail.domain.known import KnownPackage
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.expression.parse import parse, symbols
from rail.purl import purl, split

SUBJECTS = frozenset({"code", "weights"})
_ID = re.compile(r"pkg:[a-z]+/[^@?#\s]+\Z")
_LIMIT = re.compile(r"[<>=]+\s*([^,\s]+)")


def package_complaints(files: dict[str, PackageFile], known_symbols: set[str]) -> Iterator[tuple[str, str]]:
    """Yield path and message of all that is wrong with the rows of `files`; `known_symbols` are those of licences."""
    known = {each.lower() for each in known_symbols}
    rows: dict[tuple[str, str], list[tuple[str, KnownPackage]]] = defaultdict(list)
    for path, file in files.items():
        for row in file.packages:
            for message in _row(row, known):
                yield path, f"{row.id}: {message}"
            rows[row.id, row.about].append((path, row))
    for same in rows.values():
        yield from _overlaps(same)


def _row(row: KnownPackage, licenses: set[str]) -> Iterator[str]:
    if not _ID.match(row.id):
        yield "not a package URL without version"
    else:
        kind, name, _ = split(Purl(row.id))
        if purl(kind, name) != row.id:
            yield f"not in canonical form, which is {purl(kind, name)}"
    if (fault := fault_in(row.versions)) is not None:
        yield fault
    if row.about not in SUBJECTS:
        yield f"unknown subject {row.about}"
    if not row.source:
        yield "no source"
    try:
        named = symbols(parse(row.license))
    except ReadError as problem:
        yield f"unreadable licence: {problem.problem}"
    else:
        for symbol in named:
            if symbol.lower() not in licenses:
                yield f"unknown licence {symbol}"


def _overlaps(same: list[tuple[str, KnownPackage]]) -> Iterator[tuple[str, str]]:
    """Complain of rows of which two speak of one version; the limits themselves are where that shows."""
    limits = {limit for _, row in same for limit in _LIMIT.findall(row.versions)} | {"0", "99999999"}
    for version in sorted(limits):
        speaking = [(path, row) for path, row in same if holds(row.versions, version)]
        if len(speaking) > 1:
            yield speaking[1][0], f"{speaking[1][1].id}: two rows speak of version {version}"

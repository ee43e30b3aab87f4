"""What is on record for a package, by version. The table is opened when a package is first asked for."""

from functools import cache, lru_cache

import msgspec

from rail.catalogue.store import PACKAGES, view
from rail.catalogue.table import block
from rail.catalogue.versions import covers, holds
from rail.domain.known import KnownPackage
from rail.domain.record import Purl
from rail.purl import without_version

_MAX = 500
_DECODER = msgspec.json.Decoder(KnownPackage)


def lookup(identity: Purl, version: str | None, wanted: str | None = None) -> tuple[tuple[KnownPackage, bool], ...]:
    """Return the rows for a package, each with whether it holds for certain.

    `identity` is its package URL, with or without version. Without a version a row counts unless `wanted`, the bounds
    that are asked for, lies outside of its versions; one that does not hold for all of them is not certain. Nor is it
    with a version that cannot be read.
    """
    found: list[tuple[KnownPackage, bool]] = []
    for row in _rows(_key(identity)):
        if version:
            answer = holds(row.versions, version)
        else:
            answer = covers(row.versions, wanted) if wanted else None if row.versions else True
        if answer is not False:
            found.append((row, answer is True))
    return tuple(found)


def is_recorded(identity: Purl) -> bool:
    """Tell whether there are rows for any version of a package: for most that a project depends on there are none."""
    return _key(identity) in _ids()


def weights_rows(identity: Purl) -> tuple[KnownPackage, ...]:
    """Return the rows for the weights that any version of a package fetches."""
    return tuple(row for row in _rows(_key(identity)) if row.about == "weights")


def _key(identity: Purl) -> str:
    return without_version(identity).partition("?")[0].partition("#")[0]


@lru_cache(maxsize=4096)
def _rows(key: str) -> tuple[KnownPackage, ...]:
    if len(key) > _MAX or key not in _ids():
        return ()
    return tuple(_DECODER.decode(content) for content in block(view(PACKAGES), key.encode() + b"\t"))


@cache
def _ids() -> frozenset[str]:
    """Return the packages that have rows."""
    return frozenset(line.partition(b"\t")[0].decode() for line in view(PACKAGES)[:].split(b"\n") if line)

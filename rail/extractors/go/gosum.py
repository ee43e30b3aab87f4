"""Checksums of Go modules: `go.sum`.

Since Go 1.17 `go.mod` lists every module that a build can need, and this file only adds versions that lost; so it is
read only where no such `go.mod` stands beside it. Of each module whose content was fetched, the newest version counts.

https://go.dev/ref/mod#go-sum-files
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.go._modules import VERSION, is_module, module_purl, order
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_GO = re.compile(r"^go[ \t]+1\.(\d{1,4})\b", re.MULTILINE)
_COMPLETE = 17
"""From this Go 1.x on `go.mod` names all modules."""
_FIELDS = 3


@extractor("go.sum")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per module, unless `go.mod` has them all."""
    if is_copy(file.path) or _has_all(file.beside("go.mod")):
        return
    path = file.path.as_posix()
    newest: dict[str, tuple[str, int]] = {}
    fault = None
    for number, line in enumerate(file.text().split("\n"), 1):
        fields = line.split()
        if not fields:
            continue
        if len(fields) != _FIELDS or not is_module(fields[0]) or not VERSION.match(fields[1].removesuffix("/go.mod")):
            fault = fault or ReadError("not a line of a go.sum", place=path, line=number, hint="the rest was read")
        elif not fields[1].endswith("/go.mod"):
            known = newest.get(fields[0])
            if known is None or order(known[0]) < order(fields[1]):
                newest[fields[0]] = (fields[1], number)
    for name, (version, number) in newest.items():
        identity = module_purl(name, version)
        where = Location(path=path, line=number)
        yield Component(purl=identity, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
        yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=identity, location=where)
    if fault is not None:
        raise fault


def _has_all(manifest: SourceFile | None) -> bool:
    if manifest is None:
        return False
    try:
        found = _GO.search(manifest.text())
    except ReadError:
        return False
    return found is not None and int(found[1]) >= _COMPLETE

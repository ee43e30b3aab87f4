"""`--deep`: the archives of packages, downloaded, held against the index's digest, and read like any archive given.

Metadata can say MIT while the licence file beside it restricts uses; only the archive shows it. Nothing is unpacked to
disk, and each archive is deleted once it is read; what it said is kept in the cache by its digest.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import msgspec
from msgspec.structs import replace

from rail.domain.component import Component, Edge, Location
from rail.domain.evidence import Evidence, TextReading
from rail.domain.record import Purl, Record
from rail.domain.report import Problem
from rail.errors import ReadError
from rail.extractors.spi import load
from rail.http.cache import FactCache
from rail.http.spi import Client, shown
from rail.identify.text import TextReader
from rail.pipeline.collect import Collected, Progress, collect, prefixed, prefixed_problem
from rail.registries.spi import Download
from rail.resolve.inventory import Inventory, merge
from rail.sources.archive import Archive

AT_ONCE = 8
"""How many archives are downloaded, and lie on the disk, at once."""

_DIGESTS = ("sha512", "sha384", "sha256", "sha1")
_UNFIT = re.compile(r"[^A-Za-z0-9._+-]")
_BLOCK = 1024 * 1024


class Kept(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What stood in one archive, as it is kept between runs: the same bytes read by the same rail say the same."""

    components: tuple[Component, ...]
    edges: tuple[Edge, ...]
    evidence: tuple[Evidence, ...]
    readings: dict[str, TextReading]
    problems: tuple[Problem, ...]
    files: int


def read_archives(
    wanted: Mapping[Purl, Download],
    client: Client,
    reader: TextReader,
    progress: Progress | None,
    *,
    cache: FactCache,
    stamp: str,
) -> Collected:
    """Return what the archives say of their components; one that cannot be had or trusted is a problem.

    `stamp` names what reads them (version and catalogue): what another one read is not taken from the cache.
    """
    known = {each: kept for each, download in wanted.items() if (kept := _kept(each, download, cache, stamp))}
    fresh = {each: download for each, download in wanted.items() if each not in known}
    inventories = [_inventory(each) for each in known.values()]
    readings = {name: reading for each in known.values() for name, reading in each.readings.items()}
    problems = [problem for each in known.values() for problem in each.problems]
    files = sum(each.files for each in known.values())
    with TemporaryDirectory(prefix="rail-") as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        for batch in _batches(fresh):
            paths = [pool.submit(_fetch, client, download, Path(folder) / str(at)) for at, (_, download) in batch]
            for (_, (component, download)), path in zip(batch, paths, strict=True):
                if progress is not None:
                    progress(files, download.name)
                try:
                    read = _read(path.result(), component, reader)
                except ReadError as fault:
                    problems.append(_problem(component, fault))
                    continue
                cache.put(_key(component, download, stamp), msgspec.msgpack.encode(read))
                inventories.append(_inventory(read))
                readings.update(read.readings)
                problems += read.problems
                files += read.files
                path.result().unlink(missing_ok=True)
    return Collected(merge(inventories), readings, tuple(problems), files)


def _kept(component: Purl, download: Download, cache: FactCache, stamp: str) -> Kept | None:
    if not any(kind in download.digests for kind in _DIGESTS):
        return None
    content = cache.get(_key(component, download, stamp))
    try:
        return msgspec.msgpack.decode(content, type=Kept) if content else None
    except (msgspec.DecodeError, RecursionError):
        return None


def _key(component: Purl, download: Download, stamp: str) -> str:
    kind, digest = _digest_of(download)
    return f"archive {component} {kind}:{digest} {stamp}"


def _inventory(kept: Kept) -> Inventory:
    return Inventory({each.purl: each for each in kept.components}, list(kept.edges), list(kept.evidence))


def _batches(wanted: Mapping[Purl, Download]) -> Iterator[list[tuple[int, tuple[Purl, Download]]]]:
    rest = iter(enumerate(wanted.items()))
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def _fetch(client: Client, download: Download, folder: Path) -> Path:
    """Return the path of the archive, under its own name in `folder`.

    Raises:
        ReadError: it could not be had, is not what the index announced, or the disk has no room for it.
    """
    kind, expected = _digest_of(download)
    path = folder / (_UNFIT.sub("_", download.name).lstrip(".")[-200:] or "archive")
    try:
        folder.mkdir()
        with path.open("w+b") as file:
            client.download(download.url, file)
            _verify(file, kind, expected, download.url)
    except ReadError:
        path.unlink(missing_ok=True)
        raise
    except OSError as fault:
        path.unlink(missing_ok=True)
        reason = f"the archive could not be written: {fault.strerror or type(fault).__name__}"
        raise ReadError(
            reason, place=shown(download.url), hint="make room in the folder for temporary files"
        ) from fault
    return path


def _digest_of(download: Download) -> tuple[str, str]:
    """Return the strongest digest that the index gave, with its algorithm; without one nothing is downloaded."""
    for kind in _DIGESTS:
        if kind in download.digests:
            return kind, download.digests[kind]
    raise ReadError("the index gives no digest for the archive", place=shown(download.url), hint="it was not read")


def _verify(file: BinaryIO, kind: str, expected: str, url: str) -> None:
    """Hold what was downloaded against the digest."""
    digest = hashlib.new(kind, usedforsecurity=kind != "sha1")
    file.seek(0)
    while block := file.read(_BLOCK):
        digest.update(block)
    if digest.hexdigest() != expected:
        raise ReadError("the archive is not what the index announced", place=shown(url), hint="it was not read")


def _read(path: Path, component: Purl, reader: TextReader) -> Kept:
    """Return what stands in an archive of the component itself, and of whatever else in it has a licence of its own."""
    tree = Archive(str(path), label=component, given=component)
    read = collect(tree, load(tree.groups), reader)
    found = read.inventory
    spoken = {each.component for each in found.evidence} - {component}
    kept = {identity: replace(found.components[identity], root=False) for identity in spoken & found.components.keys()}
    ends = {component, *kept}
    edges = [each for each in found.edges if each.source in ends and each.target in kept]
    evidence = [each for each in found.evidence if each.component in ends]
    place = f"{component}/"  # after the owners are settled: the parts of a package are named by their place in it
    return Kept(
        components=tuple(prefixed(each, place) for each in kept.values()),
        edges=tuple(prefixed(each, place) for each in edges),
        evidence=tuple(prefixed(each, place) for each in evidence),
        readings={place + statement: reading for statement, reading in read.readings.items()},
        problems=tuple(prefixed_problem(each, place) for each in read.problems),
        files=read.files,
    )


def _problem(component: Purl, fault: ReadError) -> Problem:
    said = f"{fault.place}: {fault.problem}" if fault.place else fault.problem
    return Problem(
        location=Location(path=component), message=f"{said}; its licence files were not read", hint=fault.hint
    )

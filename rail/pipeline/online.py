"""What registries add to a scan: their word where the files are silent, and the texts in downloaded archives."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rail.catalogue.packages import lookup
from rail.domain.component import Component, Kind
from rail.domain.evidence import Evidence, Form, Restricted, Role, TextReading
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.cache import FactCache
from rail.http.client import HttpClient
from rail.http.settings import read_settings
from rail.http.spi import Offline
from rail.identify.text import TextReader
from rail.pipeline.collect import Collected, Progress
from rail.registries.asking import STAMP, Answers, ask
from rail.registries.spi import Door, Download
from rail.resolve.inventory import Inventory, merge
from rail.sources.memory import MemoryFile


class Online(NamedTuple):
    """The way to the registries, the folder for their facts, and whether archives are downloaded and read."""

    door: Door
    cache: Path | None
    deep: bool = False


def open_door(
    environment: Mapping[str, str], home: Path, cache: Path | None, *, offline: bool = False, deep: bool = False
) -> Online:
    """Return the way to the registries that this user's settings describe; `offline` opens no socket.

    Raises:
        UsageError: a settings file or a file of certificates cannot be read.
    """
    settings = read_settings(environment, home)
    return Online(Door(Offline() if offline else HttpClient(settings), settings), cache, deep)


def consult(
    found: Inventory, online: Online, reader: TextReader | None, progress: Progress | None, *, stamp: str = ""
) -> Collected:
    """Return what registries say of the components whose licence nothing tells; with `deep`, what archives hold too.

    `stamp` names what reads texts (version and catalogue), for the cache.
    """
    with FactCache(online.cache, STAMP) as cache:
        asked = [each for each in found.components.values() if online.deep or not _on_record(each)]
        answers = ask(asked, found.evidence, online.door, cache, deep=online.deep, progress=progress)
        said = _collected(found, answers, reader)
        if not online.deep or reader is None:
            return said
        from rail.pipeline.deepening import read_archives  # noqa: PLC0415 -- only with --deep

        wanted = _unread(found, answers)
        deep = read_archives(wanted, online.door.client, reader, progress, cache=cache, stamp=stamp)
    return Collected(
        merge([said.inventory, deep.inventory]),
        {**said.readings, **deep.readings},
        (*said.problems, *deep.problems),
        said.files + deep.files,
    )


def _unread(found: Inventory, answers: Answers) -> dict[Purl, Download]:
    """Return the archives of packages of which no licence file was met."""
    read = {each.component for each in found.evidence if each.form is Form.TEXT and each.role is Role.OBSERVED}
    return {
        identity: answers.downloads[identity]
        for identity, component in found.components.items()
        if identity in answers.downloads and identity not in read and component.kind is Kind.PACKAGE
    }


def _on_record(component: Component) -> bool:
    """Tell whether the table of known packages speaks of it: there metadata is known to say less than the licence."""
    return component.kind is Kind.PACKAGE and bool(lookup(component.purl, component.version))


def _collected(found: Inventory, answers: Answers, reader: TextReader | None) -> Collected:
    """Give the answers the shape of an input; whole texts in metadata are read like those in files."""
    readings: dict[str, TextReading] = {}
    if reader is not None:
        for statement, text in answers.texts.items():
            readings[statement] = _reading(statement, text, reader)
    known: dict[Purl, Component] = {each.purl: each for each in answers.components if each.purl not in found.components}
    evidence: list[Evidence] = list(answers.evidence)
    return Collected(Inventory(known, list(answers.edges), evidence), readings, answers.problems, 0)


def _reading(statement: str, text: str, reader: TextReader) -> TextReading:
    try:
        return reader.read(MemoryFile(statement, text.encode("utf-8", "replace")), statement)
    except ReadError as fault:
        return TextReading(restricted=Restricted.UNKNOWN, problems=(fault.problem,))

"""What the known texts say, read once when the index is made: a clause is a use, a mode and places in the text.

Beside `index.bin`: magic, the size of the head (uint32), the head and the records, both as MessagePack. A file that was
made by other rules of reading, or for another index, is passed over: it costs time, never an answer.
"""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from rail.identify.excerpts import Excerpt
from rail.identify.fingerprints import Fingerprints
from rail.identify.stamp import index_file

READINGS = "readings.bin"
_MAGIC = b"rail-readings/1\n"
_SIZE = 4
_READERS = (
    *("characters", "document", "hypertext", "markup", "paging", "pieces", "richtext"),
    *("excerpts", "readings", "recognise", "retelling", "wholes", "words"),
)
"""The modules beside `clauses` on which a reading depends."""


class ToldClause(msgspec.Struct, frozen=True, array_like=True):
    """A clause: numbers of the names of its use and mode, its quote, its heading (-1: none) and the labels below it."""

    use: int
    mode: int
    quote: Excerpt
    heading: int
    labels: str


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The reading of one text: clauses and their headings, doubts as (why, quote), policies as (URL, place, quote).

    `open` says that words below the text would inherit a prohibition from it.
    """

    clauses: tuple[ToldClause, ...] = ()
    headings: tuple[Excerpt, ...] = ()
    suspicion: tuple[tuple[int, Excerpt], ...] = ()
    policies: tuple[tuple[str | None, int, Excerpt], ...] = ()
    open: bool = False


class _Head(msgspec.Struct, frozen=True, array_like=True):
    rules: bytes
    index: int
    names: tuple[str, ...]
    records: dict[int, tuple[int, int]]


class Readings:
    """The readings of known texts by the number of the text in the index."""

    def __init__(self, data: bytes, index: Fingerprints) -> None:
        """Open a file; one that does not fit the index and the rules of today, or is broken, holds nothing."""
        self._data = data
        self._told: dict[int, Told] = {}
        start = len(_MAGIC) + _SIZE
        self._start = start + int.from_bytes(data[len(_MAGIC) : start], "little")
        self._head = _Head(b"", 0, (), {})
        if data.startswith(_MAGIC):
            try:
                head = msgspec.msgpack.decode(data[start : self._start], type=_Head)
            except msgspec.DecodeError:
                return
            if head.index == index.checksum and head.rules == rules():
                self._head = head

    def __len__(self) -> int:
        return len(self._head.records)

    def get(self, text: int) -> Told | None:
        """Return the reading of a known text, or `None`."""
        told = self._told.get(text)
        if told is None and text in self._head.records:
            first, last = self._head.records[text]
            try:
                told = msgspec.msgpack.decode(self._data[self._start + first : self._start + last], type=Told)
            except msgspec.DecodeError:
                return None
            self._told[text] = told
        return told

    def name(self, number: int) -> str:
        """Return the name of a use or mode, or why something is doubtful."""
        return self._head.names[number]


def pack_readings(told: Mapping[int, Told], names: tuple[str, ...], index: Fingerprints) -> bytes:
    """Return the file of the readings of the texts of an index."""
    records: dict[int, tuple[int, int]] = {}
    body = b""
    for text, each in sorted(told.items()):
        packed = msgspec.msgpack.encode(each)
        records[text] = (len(body), len(body) + len(packed))
        body += packed
    head = msgspec.msgpack.encode(_Head(rules(), index.checksum, names, records))
    return _MAGIC + len(head).to_bytes(_SIZE, "little") + head + body


def open_readings(index: Fingerprints) -> Readings:
    """Read the file that rail carries; without one there are no readings."""
    try:
        return Readings(index_file().with_name(READINGS).read_bytes(), index)
    except OSError:
        return Readings(b"", index)


@cache
def rules() -> bytes:
    """Return a digest of the modules that a reading depends on."""
    digest = blake2b(digest_size=16)
    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 -- pathlib is slow for sixty files
    paths = [f"{here}/{name}.py" for name in _READERS]
    for path in sorted([*paths, *_modules(f"{here}/clauses")]):
        digest.update(Path(path).read_bytes().replace(b"\r\n", b"\n"))
    return digest.digest()


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path

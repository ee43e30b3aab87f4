"""What the known texts say, read once when the index is made: a clause is a use, a mode and places in the text.

Beside `index.bin`: magic, the size of the head (uint32), the head and the records, both as MessagePack. A file that was
made by other rules of reading is passed over: it costs time, never an answer.
"""

from collections.abc import Mapping

import msgspec

from rail.identify.excerpts import Excerpt
from rail.identify.rules import rules
from rail.identify.stamp import index_file

READINGS = "readings.bin"
_MAGIC = b"rail-readings/2\n"
_SIZE = 4


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
    names: tuple[str, ...]
    records: dict[int, tuple[int, int]]


class Readings:
    """The readings of known texts by the hash of all letters of the text."""

    def __init__(self, data: bytes) -> None:
        """Open a file; one that does not fit the rules of today, or is broken, holds nothing."""
        self._data = data
        self._told: dict[int, Told] = {}
        start = len(_MAGIC) + _SIZE
        self._start = start + int.from_bytes(data[len(_MAGIC) : start], "little")
        self._head = _Head(b"", (), {})
        if data.startswith(_MAGIC):
            try:
                head = msgspec.msgpack.decode(data[start : self._start], type=_Head)
            except msgspec.DecodeError:
                return
            if head.rules == rules():
                self._head = head

    def __len__(self) -> int:
        return len(self._head.records)

    def get(self, digest: int) -> Told | None:
        """Return the reading of a known text, or `None`."""
        told = self._told.get(digest)
        if told is None and digest in self._head.records:
            first, last = self._head.records[digest]
            try:
                told = msgspec.msgpack.decode(self._data[self._start + first : self._start + last], type=Told)
            except msgspec.DecodeError:
                return None
            self._told[digest] = told
        return told

    def name(self, number: int) -> str:
        """Return the name of a use or mode, or why something is doubtful."""
        return self._head.names[number]


def pack_readings(told: Mapping[int, Told], names: tuple[str, ...]) -> bytes:
    """Return the file of readings, by the hash of all letters of the text."""
    records: dict[int, tuple[int, int]] = {}
    body = b""
    for digest, each in sorted(told.items()):
        packed = msgspec.msgpack.encode(each)
        records[digest] = (len(body), len(body) + len(packed))
        body += packed
    head = msgspec.msgpack.encode(_Head(rules(), names, records))
    return _MAGIC + len(head).to_bytes(_SIZE, "little") + head + body


def open_readings() -> Readings:
    """Read the file that rail carries; without one there are no readings."""
    try:
        return Readings(index_file().with_name(READINGS).read_bytes())
    except OSError:
        return Readings(b"")

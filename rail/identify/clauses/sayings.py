"""What the sentences of known texts say, read once when the index is made: licences are made of each other's sentences.

Beside `index.bin`, little-endian: magic, the digest of the rules of reading (16 bytes), 3 x uint32 (sentences without
interest, the others, different sayings), BLAKE2b of the sentences (uint64, ascending, first those without interest),
the number of each other one's saying (uint16), where each saying begins (uint32), the sayings as MessagePack. No word
of a sentence is in it; made by other rules, it is passed over.
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from rail.identify.clauses.interpretation import Context, Interpretation
from rail.identify.rules import rules
from rail.identify.stamp import index_file

SAYINGS = "sayings.bin"
_MAGIC = b"rail-sayings/2\n\0"
_COUNTS = "<3I"
_DIGEST = 16


class Saying(NamedTuple):
    """What a sentence says in each context that it was met in; one that is not `heeded` does so only to open a list.

    It may also `bind` to a policy.
    """

    heeded: bool
    binds: bool
    contexts: list[tuple[Context, Interpretation]]

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to tell of it."""
        return not (self.heeded or self.binds or self.contexts)


_saying = partial(tuple.__new__, Saying)
"""Makes a saying of its fields, quicker than the class."""
_DECODER = msgspec.msgpack.Decoder(Saying)


class Sayings:
    """The sentences of known texts, looked up one at a time."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Open a file; one that does not fit the rules of today, or is broken, knows no sentence."""
        self._idle = self._telling = memoryview(b"").cast("Q")
        self._numbers = memoryview(b"").cast("H")
        self._starts = memoryview(b"").cast("I")
        self._bodies = view = memoryview(data)
        head = len(_MAGIC) + _DIGEST
        at = head + struct.calcsize(_COUNTS)
        if len(view) < at or view[:head] != _MAGIC + rules() or sys.byteorder == "big":
            return
        idle, telling, sayings = struct.unpack_from(_COUNTS, view, head)
        sections = []
        for kind, count in zip("QQHI", (idle, telling, telling, sayings + 1), strict=True):
            size = count * struct.calcsize(kind)
            sections.append(view[at : at + size])
            at += size
        if len(sections[3]) < 4 * (sayings + 1) or len(view) < at + sections[3].cast("I")[-1]:
            return
        self._idle, self._telling = sections[0].cast("Q"), sections[1].cast("Q")
        self._numbers, self._starts = sections[2].cast("H"), sections[3].cast("I")
        self._bodies = view[at:]

    def __len__(self) -> int:
        return len(self._idle) + len(self._telling)

    def get(self, sentence: str) -> Saying | None:
        """Return what a sentence says, `None` when it is in no known text."""
        key = _key(sentence)
        idle = self._idle
        at = bisect_left(idle, key)
        if at < len(idle) and idle[at] == key:
            return _saying((False, False, []))
        telling = self._telling
        at = bisect_left(telling, key)
        if at == len(telling) or telling[at] != key:
            return None
        number = self._numbers[at]
        try:
            return _DECODER.decode(self._bodies[self._starts[number] : self._starts[number + 1]])
        except msgspec.DecodeError:
            return None


def pack_sayings(said: Mapping[str, Saying]) -> bytes:
    """Return the file of what sentences say. The same sentences give the same file."""
    idle = sorted(_key(sentence) for sentence, saying in said.items() if saying.is_idle)
    telling = sorted(
        (_key(sentence), msgspec.msgpack.encode(saying)) for sentence, saying in said.items() if not saying.is_idle
    )
    numbers: dict[bytes, int] = {}
    for _, body in telling:
        numbers.setdefault(body, len(numbers))
    starts = array("I", [0])
    for body in numbers:
        starts.append(starts[-1] + len(body))
    sections = (
        array("Q", idle),
        array("Q", [key for key, _ in telling]),
        array("H", [numbers[body] for _, body in telling]),
        starts,
    )
    counts = struct.pack(_COUNTS, len(idle), len(telling), len(numbers))
    return b"".join([_MAGIC, rules(), counts, *(each.tobytes() for each in sections), *numbers])


def open_sayings() -> Sayings:
    """Map the file that rail carries; without one no sentence is known."""
    try:
        with Path(index_file().with_name(SAYINGS)).open("rb") as file:
            return Sayings(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return Sayings(b"")


def _key(sentence: str) -> int:
    return int.from_bytes(blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")

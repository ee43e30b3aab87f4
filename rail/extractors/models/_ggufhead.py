"""The key-value metadata at the head of a GGUF file, walked without trust: every length is held against what is there.

https://github.com/ggml-org/ggml/blob/master/docs/gguf.md#file-structure
"""

import struct
from typing import NamedTuple

MAGIC = b"GGUF"
MAX_KEYS = 20_000
"""More pairs than any model has."""
_MAX_TEXT = 1024 * 1024
_MAX_ITEMS = 1000
_MAX_NESTING = 4
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_STRING, _ARRAY = 8, 9

Value = str | list[str]


class Metadata(NamedTuple):
    """The texts and lists of texts under `general.*`; `fault` says why the walk stopped, `short` that more may help."""

    values: dict[str, Value]
    fault: str | None = None
    short: bool = False


class _EndOfHeadError(Exception):
    """What comes next lies beyond the bytes at hand."""


class _BrokenError(Exception):
    """The bytes cannot be metadata."""


def read_metadata(head: bytes) -> Metadata:
    """Return what the first bytes of a GGUF file say of the model."""
    values: dict[str, Value] = {}
    try:
        walk = _Walk(head)
        for _ in range(walk.pairs):
            key = walk.text()
            value = walk.value(walk.number("I"), wanted=key.startswith("general."))
            if value is not None and key not in values:
                values[key] = value
    except _EndOfHeadError:
        problem = "the metadata goes beyond what is read of the file, or the file is cut off"
        return Metadata(values, problem, short=True)
    except _BrokenError as fault:
        return Metadata(values, str(fault))
    return Metadata(values)


class _Walk:
    """A position in the head; `pairs` is how many key-value pairs follow."""

    def __init__(self, head: bytes) -> None:
        self._head = head
        self._at = len(MAGIC)
        self._order = "<"
        self._long = "Q"
        version = self.number("I")
        if version & 0xFFFF == 0 and version:
            self._order = ">"
            version = int.from_bytes(version.to_bytes(4, "little"), "big")
        if version not in (1, 2, 3):
            raise _BrokenError(f"GGUF version {version} is not known")
        self._long = "I" if version == 1 else "Q"
        self.number(self._long)
        self.pairs = self.number(self._long)
        if self.pairs > MAX_KEYS:
            raise _BrokenError(f"{self.pairs:,} pairs of metadata are more than a model has")

    def number(self, form: str) -> int:
        """Read one unsigned number (`I` of 4, `Q` of 8 bytes)."""
        begin = self._skip(8 if form == "Q" else 4)
        return int(struct.unpack_from(self._order + form, self._head, begin)[0])

    def text(self) -> str:
        """Read one string."""
        length = self.number(self._long)
        begin = self._skip(length)
        return self._head[begin : begin + min(length, _MAX_TEXT)].decode("utf-8", "replace")

    def value(self, kind: int, *, wanted: bool, depth: int = 0) -> Value | None:
        """Read one value; return it when it is `wanted` and made of text."""
        if kind == _STRING:
            if wanted:
                return self.text()
            self._skip(self.number(self._long))
        elif kind == _ARRAY:
            return self._array(wanted=wanted, depth=depth)
        elif kind in _SIZES:
            self._skip(_SIZES[kind])
        else:
            raise _BrokenError(f"a value of the unknown type {kind}")
        return None

    def _array(self, *, wanted: bool, depth: int) -> list[str] | None:
        kind = self.number("I")
        count = self.number(self._long)
        if kind in _SIZES:
            self._skip(_SIZES[kind] * count)
            return None
        if depth >= _MAX_NESTING:
            raise _BrokenError("lists are nested too deeply")
        if kind == _STRING and not wanted:
            self._skip_texts(count)
            return None
        texts: list[str] = []
        for _ in range(count):
            value = self.value(kind, wanted=wanted and len(texts) < _MAX_ITEMS, depth=depth + 1)
            if isinstance(value, str):
                texts.append(value)
        return texts if wanted else None

    def _skip_texts(self, count: int) -> None:
        """Pass over a vocabulary, which has hundreds of thousands of strings, without making any."""
        length = struct.Struct(self._order + self._long)
        head, at, end = self._head, self._at, len(self._head) - length.size
        for _ in range(count):
            if at > end:
                raise _EndOfHeadError
            at += length.size + length.unpack_from(head, at)[0]
        self._at = at
        self._skip(0)

    def _skip(self, count: int) -> int:
        begin = self._at
        if count > len(self._head) - begin:
            raise _EndOfHeadError
        self._at = begin + count
        return begin

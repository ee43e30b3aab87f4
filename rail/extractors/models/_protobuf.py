"""The wire format of Protocol Buffers, as far as walking over the fields of one message needs it.

https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator
from typing import NamedTuple

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_MAX_VARINT = 10
_MAX_FIELDS = 200_000


class EndOfBytesError(Exception):
    """The message goes on beyond the bytes at hand."""


class BrokenMessageError(Exception):
    """The bytes are no message."""


class Field(NamedTuple):
    """One field: its number, and its content where that is made of bytes (text, bytes, a message)."""

    number: int
    data: bytes


def fields(message: bytes) -> Iterator[Field]:
    """Yield the fields of a message in their order, without going into them.

    Raises:
        EndOfBytesError: the last field is cut off.
        BrokenMessageError: what stands there is no field.
    """
    at = 0
    for _ in range(_MAX_FIELDS):
        if at >= len(message):
            return
        tag, at = _varint(message, at)
        number, wire = tag >> 3, tag & 7
        if not number:
            raise BrokenMessageError("a field without a number")
        data = b""
        if wire == _VARINT:
            _, at = _varint(message, at)
        elif wire == _BYTES:
            length, at = _varint(message, at)
            if length > len(message) - at:
                raise EndOfBytesError
            data = message[at : at + length]
            at += length
        elif wire in (_FIXED64, _FIXED32):
            at += 8 if wire == _FIXED64 else 4
            if at > len(message):
                raise EndOfBytesError
        else:
            raise BrokenMessageError(f"a field of the wire type {wire}")
        yield Field(number, data)
    raise BrokenMessageError(f"more than {_MAX_FIELDS:,} fields")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(_MAX_VARINT):
        if at >= len(message):
            raise EndOfBytesError
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:  # noqa: PLR2004 -- the top bit says that more follows
            return value, at
    raise BrokenMessageError("a number longer than ten bytes")

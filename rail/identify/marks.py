"""What a known text is known by as a whole: hashes of its letters."""

from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

EDGE = 24
"""Letters at the beginning and at the end that have a hash of their own."""


class Mark(NamedTuple):
    """CRC-32 of the first and last letters, the number of all, and a hash of all."""

    first: int
    last: int
    size: int
    digest: int


def mark_of(letters: bytes) -> Mark:
    """Return the mark of letters."""
    return Mark(crc32(letters[:EDGE]), crc32(letters[-EDGE:]), len(letters), digest_of(letters))


def digest_of(letters: bytes) -> int:
    """Return the hash of letters: 64 bits of BLAKE2b."""
    return int.from_bytes(blake2b(letters, digest_size=8).digest(), "little")

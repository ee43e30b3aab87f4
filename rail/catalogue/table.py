"""Sorted lines `key<TAB>JSON` in a file, searched without reading it whole."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap


def block(table: "bytes | mmap.mmap", prefix: bytes) -> Iterator[bytes]:
    """Yield what stands after the tab in all lines that start with `prefix`; they stand together."""
    at = _first(table, prefix)
    while at < len(table) and table[at : at + len(prefix)] == prefix:
        end = table.find(b"\n", at)
        yield table[table.find(b"\t", at) + 1 : end]
        at = end + 1


def _first(table: "bytes | mmap.mmap", prefix: bytes) -> int:
    """Return where the first line that is not below `prefix` starts."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        if table[start : start + len(prefix)] < prefix:
            end = table.find(b"\n", middle)
            low = len(table) if end < 0 else end + 1
        else:
            high = start
    return low

"""How much an archive may hold before it is taken for a bomb."""

from rail.errors import ReadError

MAX_MEMBERS = 250_000
"""The most files that an archive may list."""
MAX_TOTAL = 16 * 1024**3
"""The most bytes that its files may add up to, unpacked."""
MAX_RATIO = 200
"""How many times its own size an archive may hold, once that is more than `FREE`; text packs to a tenth or so."""
FREE = 64 * 1024 * 1024
"""What an archive of any size may hold."""


def budget(packed: int) -> int:
    """Return how many bytes an archive of `packed` bytes may unpack to."""
    return min(MAX_TOTAL, max(FREE, packed * MAX_RATIO))


def refuse_excess(name: str, members: int, total: int, packed: int) -> None:
    """Raise `ReadError` when the archive holds too many files or too many bytes."""
    if members > MAX_MEMBERS:
        raise ReadError(f"archive holds more than {MAX_MEMBERS:,} files", place=name, hint="it was not read")
    if total > budget(packed):
        message = f"archive of {packed:,} bytes would unpack to {total:,}: taken for a bomb"
        raise ReadError(message, place=name, hint="it was not read")

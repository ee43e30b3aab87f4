"""A file that may name a model, whole or not at all."""

from collections.abc import Callable

from rail.errors import ReadError
from rail.sources.spi import SourceFile


def whole(file: SourceFile, limit: int, may_name: Callable[[bytes], object]) -> bytes | None:
    """Return the content of a file; `None` when its first `limit` bytes name no model for sure.

    Raises:
        ReadError: it may name one, and is larger than that.
    """
    data = file.head(limit)
    if not may_name(data):
        return None
    if file.size > limit:
        raise ReadError(f"loads models and is larger than {limit:,} bytes", place=file.where, hint="it was not read")
    return data

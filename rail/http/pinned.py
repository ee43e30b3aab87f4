"""What is kept elsewhere and named by its SHA-256: asked for once, then answered from the cache."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from rail.http.cache import FactCache


class ChangedError(Exception):
    """What came is not what was pinned; `found` is its SHA-256. It was not kept."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


def pinned(sha256: str, ask: Callable[[], bytes], cache: Path | None, stamp: str) -> bytes:
    """Return the content of this digest: from the cache, or what `ask` brings.

    Raises:
        ChangedError: what `ask` brings has another digest.
    """
    with FactCache(cache, stamp) as kept:
        content = kept.get(sha256)
        if content is None or _digest(content) != sha256:
            content = ask()
            if _digest(content) != sha256:
                raise ChangedError(_digest(content))
            kept.put(sha256, content)
    return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

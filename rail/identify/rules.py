"""The rules by which texts are read, as a digest: what was read by others is not trusted."""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_READERS = (
    *("characters", "document", "hypertext", "markup", "paging", "pieces", "richtext"),
    *("excerpts", "insertions", "marks", "readings", "recognise", "retelling", "stream", "wholes", "words"),
)
"""The modules beside `clauses` on which a reading depends."""


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

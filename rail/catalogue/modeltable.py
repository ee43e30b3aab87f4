"""The form of `models.dat`: sorted lines `key<TAB>JSON`, so that one binary search answers a look-up.

Keys are `model:`, `dataset:`, `ollama:` or `docker:` and the lower-cased name; glob rows stand together under
`pattern:`. Several lines may share a key, in the order of the time in which they held.
"""

from collections.abc import Iterable

import msgspec

from rail.catalogue.folder import ModelFile
from rail.domain.known import KnownModel


def model_table(files: Iterable[ModelFile]) -> bytes:
    """Return the table of all rows in `files`."""
    rows = [(_key(row, file.registry), row.until or "9999", row) for file in files for row in file.models]
    rows.sort(key=lambda each: (each[0].encode(), each[1], each[2].since or "", each[2].license))
    return b"".join(key.encode() + b"\t" + msgspec.json.encode(row) + b"\n" for key, _, row in rows)


def _key(row: KnownModel, registry: str) -> str:
    if row.pattern:
        return f"pattern:{row.kind}:{row.id.lower()}"
    return f"{row.kind if registry == 'huggingface' else registry}:{row.id.lower()}"

"""GGUF weights (llama.cpp, Ollama): the metadata at the head of the file; the tensors are never read.

Reads `general.license`, `general.license.name` and `.link`, the models in `general.base_model.*` and
`general.source.*`, and the datasets. Versions 1 to 3, either byte order. Metadata beyond the first 32 MiB is said to be
unread. A file of weights in the tree is passed on with it.

Specification: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

import re
from collections.abc import Iterator

from rail.domain.component import Kind, Location, Relation
from rail.errors import ReadError
from rail.extractors.models._ggufhead import MAGIC, Metadata, Value, read_metadata
from rail.extractors.models._lineage import ancestor, declared, is_text, redistributed
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/gguf"
_HEADS = (256 * 1024, 4 * 1024 * 1024, 32 * 1024 * 1024)
_LICENSES = ("general.license", "general.license.name", "general.license.link")
_NUMBERED = re.compile(r"general\.(base_model|dataset)\.(\d{1,3})\.(?:repo_url|name|organization|version)\Z")
_SOURCES = ("general.source.repo_url", "general.source.huggingface.repository")
_POINTER = b"version https://git-lfs"


@extractor("*.gguf")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence, the base models and the datasets that the metadata names."""
    path = file.path.as_posix()
    start = file.head(len(_POINTER))
    yield redistributed(file)
    if start == _POINTER:
        return
    if not start.startswith(MAGIC):
        raise ReadError("not a GGUF file", place=path, hint="its metadata was not read")
    metadata = _metadata(file)
    for key in _LICENSES:
        for text in _texts(metadata.values.get(key)):
            yield from declared(text, _SOURCE, Location(path=path, pointer=key))
    yield from _lineage(metadata.values, path)
    if metadata.fault is not None:
        raise ReadError(metadata.fault, place=path, hint="what stands before it was read")


def license_field(file: SourceFile, key: str) -> str:
    """Return the licence text that the field `key` holds; empty when there is none."""
    return next((text for text in _texts(_metadata(file).values.get(key)) if is_text(text)), "")


def _metadata(file: SourceFile) -> Metadata:
    """Read as little of the head as holds the metadata."""
    for count in _HEADS[:-1]:
        head = file.head(count)
        metadata = read_metadata(head)
        if not metadata.short or len(head) < count:
            return metadata
    return read_metadata(file.head(_HEADS[-1]))


def _lineage(values: dict[str, Value], path: str) -> Iterator[Found]:
    numbered = {(found[1], int(found[2])) for found in map(_NUMBERED.match, values) if found}
    bases = [_described(values, f"general.base_model.{number}") for what, number in sorted(numbered) if what[0] == "b"]
    adapter = _texts(values.get("general.type")) == ["adapter"]
    relation = Relation.MERGED_FROM if len(bases) > 1 else Relation.DERIVED_FROM
    for key, name in bases:
        yield from ancestor(name, Relation.ADAPTER_OF if adapter else relation, Location(path=path, pointer=key))
    for key in _SOURCES:
        for name in _texts(values.get(key)):
            yield from ancestor(name, Relation.DERIVED_FROM, Location(path=path, pointer=key))
    data = [_described(values, f"general.dataset.{number}") for what, number in sorted(numbered) if what[0] == "d"]
    data += [("general.datasets", name) for name in _texts(values.get("general.datasets"))]
    for key, name in data:
        yield from ancestor(name, Relation.TRAINED_ON, Location(path=path, pointer=key), kind=Kind.DATASET)


def _described(values: dict[str, Value], key: str) -> tuple[str, str]:
    """Return the field that names a base best, and the name: its address, or its maker and name."""
    said = {part: next(iter(_texts(values.get(f"{key}.{part}"))), "") for part in ("repo_url", "organization", "name")}
    if said["repo_url"]:
        return f"{key}.repo_url", said["repo_url"]
    return f"{key}.name", "/".join(part for part in (said["organization"], said["name"]) if part)


def _texts(value: Value | None) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [each for each in value if each.strip()] if isinstance(value, list) else []

"""PEFT adapters: `adapter_config.json` names the model that the adapter was trained on.

Reads `base_model_name_or_path` and `revision`. A base that is a folder of the tree itself is no stranger; a path on
somebody's disk stays visible as a base that nobody knows. An adapter whose weights lie beside it is passed on.

Specification: https://huggingface.co/docs/peft/developer_guides/checkpoint
"""

from collections.abc import Iterator

from rail.domain.component import Location, Relation
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, pointer_lines
from rail.extractors.models._lineage import ancestor, is_hub_name, redistributed
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_BASE = "base_model_name_or_path"
_WEIGHTS = ("adapter_model.safetensors", "adapter_model.bin")


@extractor("adapter_config.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the base model and the edge to it."""
    path = file.path.as_posix()
    data = file.read(_MAX_BYTES)
    config = decode(data, path, "save the adapter again with PEFT")
    if any(file.beside(name) is not None for name in _WEIGHTS):
        yield redistributed(file)
    base = config.get(_BASE)
    if base is None:
        return
    where = Location(path=path, line=pointer_lines(data).get(f"/{_BASE}"), pointer=f"/{_BASE}")
    if not isinstance(base, str):
        raise ReadError(f"`{_BASE}` is no text", place=path, line=where.line, hint="expected a hub id or a path")
    revision = config.get("revision")
    if base.strip() and not _lies_beside(file, base.strip()):
        known = revision if isinstance(revision, str) and is_hub_name(revision) else None
        yield from ancestor(base, Relation.ADAPTER_OF, where, revision=known)


def _lies_beside(file: SourceFile, name: str) -> bool:
    if name.startswith("/") or "\0" in name or "://" in name:
        return False
    return file.beside(f"{name.rstrip('/')}/config.json") is not None

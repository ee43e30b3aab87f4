"""Safetensors weights: the JSON header before the tensors, its `__metadata__`; the tensors are never read.

Reads `modelspec.license` and `license` (a name, a link or a whole text), `modelspec.merged_from`, and the hub ids in
`base_model` and `ss_sd_model_name` (the model that a LoRA was trained on). A header of more than 32 MiB is said to be
unread. A file of weights in the tree is passed on with it.

Specification: https://huggingface.co/docs/safetensors and https://github.com/Stability-AI/ModelSpec
"""

from collections.abc import Iterator

import msgspec

from rail.domain.component import Location, Relation
from rail.errors import ReadError
from rail.extractors.models._lineage import ancestor, declared, is_local, is_text, redistributed
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/safetensors"
_MAX_HEADER = 32 * 1024 * 1024
_LENGTH = 8
_LICENSES = ("modelspec.license", "license", "license_name", "license_link")
_BASES = ("base_model", "modelspec.base_model", "ss_sd_model_name")
_POINTER = b"version https://git-lfs"
_HINT = "its metadata was not read"


class _Header(msgspec.Struct):
    """The one entry of the header that is no tensor; the others are passed over unread."""

    metadata: dict[str, msgspec.Raw] = msgspec.field(name="__metadata__", default_factory=dict)


@extractor("*.safetensors")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence and the models that the header names."""
    path = file.path.as_posix()
    yield redistributed(file)
    if file.head(len(_POINTER)) == _POINTER:
        return
    metadata = _metadata(file)
    for key in _LICENSES:
        if key in metadata:
            yield from declared(metadata[key], _SOURCE, Location(path=path, pointer=key))
    for name in metadata.get("modelspec.merged_from", "").split(","):
        where = Location(path=path, pointer="modelspec.merged_from")
        yield from ancestor(name, Relation.MERGED_FROM, where)
    adapter = "/lora" in metadata.get("modelspec.architecture", "").lower() or "ss_network_module" in metadata
    for key in _BASES:
        name = metadata.get(key, "").strip()
        if "/" in name and not is_local(name):
            relation = Relation.ADAPTER_OF if adapter else Relation.DERIVED_FROM
            yield from ancestor(name, relation, Location(path=path, pointer=key))


def license_field(file: SourceFile, key: str) -> str:
    """Return the licence text that the field `key` holds; empty when there is none."""
    text = _metadata(file).get(key, "")
    return text if is_text(text) else ""


def _metadata(file: SourceFile) -> dict[str, str]:
    """Return the texts of the header's metadata.

    Raises:
        ReadError: the file does not begin with a header, or the header is too large.
    """
    path = file.path.as_posix()
    length = int.from_bytes(file.head(_LENGTH), "little")
    if length > _MAX_HEADER:
        problem = f"not a safetensors file, or its header is larger than {_MAX_HEADER:,} bytes"
        raise ReadError(problem, place=path, hint=_HINT)
    header = file.head(_LENGTH + length)[_LENGTH:]
    if len(header) < length or not header.startswith(b"{"):
        raise ReadError("not a safetensors file: it does not begin with a header", place=path, hint=_HINT)
    if b"__metadata__" not in header:
        return {}
    try:
        metadata = msgspec.json.decode(header, type=_Header).metadata
    except RecursionError as fault:
        raise ReadError("the header is nested too deeply", place=path, hint=_HINT) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise ReadError(f"the header is not readable as JSON: {fault}", place=path, hint=_HINT) from fault
    return {key: text for key, raw in metadata.items() if (text := _text(raw)) is not None}


def _text(raw: msgspec.Raw) -> str | None:
    """Return a value of the metadata; `None` for what is no text, which the format does not allow."""
    try:
        return msgspec.json.decode(raw, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None

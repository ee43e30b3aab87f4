"""Safetensors weights: the JSON header before the tensors, its `__metadata__`; the tensors are never read.

Reads `modelspec.license` and `license` (a name, a link or a whole text), `modelspec.merged_from`, and the hub ids in
`base_model` and `ss_sd_model_name` (the model that a LoRA was trained on). Where that is only a file on the trainer's
disk, `ss_base_model_version` and `modelspec.architecture` still tell of which family of Stable Diffusion it was: its
first model then stands for it. A header of more than 32 MiB is said to be unread. A file of weights in the tree is
passed on with it.

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
_FAMILIES = {
    "sd_v1": "CompVis/stable-diffusion-v1-4",
    "sd_v2": "stabilityai/stable-diffusion-2",
    "sdxl_base_v1": "stabilityai/stable-diffusion-xl-base-1.0",
    "stable-diffusion-v1": "CompVis/stable-diffusion-v1-4",
    "stable-diffusion-v2": "stabilityai/stable-diffusion-2",
    "stable-diffusion-xl-v1": "stabilityai/stable-diffusion-xl-base-1.0",
}
"""What trainers write for the family of the model that an adapter belongs to, by its beginning."""
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
    adapter = _is_adapter(metadata)
    relation = Relation.ADAPTER_OF if adapter else Relation.DERIVED_FROM
    bases = [(key, metadata.get(key, "").strip()) for key in _BASES]
    named = [(key, name) for key, name in bases if "/" in name and not is_local(name)]
    for key, name in named or (_family(metadata) if adapter else ()):
        yield from ancestor(name, relation, Location(path=path, pointer=key))


def _is_adapter(metadata: dict[str, str]) -> bool:
    """Tell whether the weights are a LoRA or the like, which is nothing without the model it was trained on."""
    kind = metadata.get("modelspec.architecture", "").lower().partition("/")[2]
    return bool(kind) or "ss_network_module" in metadata or "ss_base_model_version" in metadata


def _family(metadata: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the field that tells the family of the base model, and the first model of that family."""
    for key in ("ss_base_model_version", "modelspec.architecture"):
        said = metadata.get(key, "").strip().lower()
        model = next((model for family, model in _FAMILIES.items() if said.startswith(family)), None)
        if model is not None:
            yield key, model
            return


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

"""Configurations of saved models: `_name_or_path` in `config.json` and `model_index.json`, what they were saved from.

With weights beside it the file describes a model of the tree, which comes from the one that is named; without, the
name only refers. A path on somebody's disk says nothing. These files state no licence.

Specification: https://huggingface.co/docs/transformers/main_classes/configuration
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.extractors.jsondocument import decode, pointer_lines
from rail.extractors.models._lineage import ancestor, is_hub_name, is_local
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_KEY = "_name_or_path"
_SIGNS = (b'"model_type"', b'"architectures"', b'"_class_name"', b'"_diffusers_version"', b'"transformers_version"')
_OWN_FOLDER = re.compile(
    r"(?:outputs?|checkpoints?|models?|results?|runs?|logs?|data|tmp|weights|ckpts?|exp|saved_models?|work|home)/|"
    r".*/checkpoint-\d+\Z",
    re.IGNORECASE,
)
_WEIGHTS = (".safetensors", ".bin", ".gguf", ".onnx", ".pt", ".pth", ".ckpt", ".h5", ".msgpack")


@extractor("config.json", "model_index.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the model that this one was saved from, and the edge to it."""
    if file.size > _MAX_BYTES:
        return
    data = file.read(_MAX_BYTES)
    if f'"{_KEY}"'.encode() not in data or not any(sign in data for sign in _SIGNS):
        return
    path = file.where
    name = decode(data, path, "save the model again").get(_KEY)
    if not isinstance(name, str) or name.count("/") != 1 or is_local(name):
        return
    if _OWN_FOLDER.match(name) or not is_hub_name(name) or f"models--{name.replace('/', '--')}/" in path:
        return
    where = Location(path=path, line=pointer_lines(data).get(f"/{_KEY}"), pointer=f"/{_KEY}")
    if any(each.endswith(_WEIGHTS) for each in file.names_beside()):
        yield from ancestor(name, Relation.DERIVED_FROM, where)
        return
    target = model_purl(name)
    yield Component(purl=target, kind=Kind.MODEL, name=name, engagement=Engagement.REFERENCES, locations=(where,))
    yield Edge(source=OWNER, relation=Relation.FETCHES, target=target, location=where)

"""Ollama's store, where it lies in the tree: `manifests/<host>/<owner>/<name>/<tag>` and the `blobs` that it names.

Each manifest is a model; its licence layers are read as texts. A model whose weights are among the blobs is passed on
with the tree.

Specification: https://github.com/ollama/ollama/blob/main/manifest and the OCI image manifest
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.extractors.jsondocument import decode
from rail.extractors.models._lineage import is_hub_name
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

_SOURCE = "models/ollamastore"
_MAX_BYTES = 1024 * 1024
_MAX_LAYERS = 200
_KEPT = re.compile(
    r"(?P<store>(?:.*/)?)manifests/(?P<host>[\w.-]+)/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)/(?P<tag>[\w.-]+)",
    re.ASCII | re.DOTALL,
)
_LAYER = "application/vnd.ollama.image."
_DIGEST = re.compile(r"sha256[:-]([0-9a-f]{64})\Z")
_HUBS = frozenset({"hf.co", "huggingface.co"})


@extractor("manifests/registry.ollama.ai/*/*/*", "manifests/hf.co/*/*/*", "manifests/huggingface.co/*/*/*")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the model, the edge to it, and its licence texts."""
    kept = _KEPT.fullmatch(file.where)
    if kept is None or not file.head(512).lstrip().startswith(b"{"):
        return
    manifest = decode(file.read(_MAX_BYTES), file.where, "pull the model again with ollama")
    layers = [(kind, blob) for kind, digest in _layers(manifest) if (blob := _blob(file, digest))]
    if not any(kind.startswith(_LAYER) for kind, _ in _layers(manifest)):
        return
    target, name = _identity(kept)
    if target is None:
        return
    where = Location(path=file.where)
    weights = any(kind == _LAYER + "model" for kind, _ in layers)
    yield Component(
        purl=target,
        kind=Kind.MODEL,
        name=name,
        version=kept["tag"],
        engagement=Engagement.REDISTRIBUTES if weights else Engagement.USES,
        locations=(where,),
    )
    yield Edge(source=OWNER, relation=Relation.CONTAINS, target=target, location=where)
    for kind, blob in layers:
        if kind == _LAYER + "license":
            place = Location(path=blob.where)
            yield Evidence(
                component=target,
                form=Form.TEXT,
                role=Role.DECLARED,
                statement=blob.where,
                source=_SOURCE,
                location=place,
            )


def _layers(manifest: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield media type and digest of each layer."""
    layers = manifest.get("layers")
    for layer in layers[:_MAX_LAYERS] if isinstance(layers, list) else ():
        kind, digest = (layer.get("mediaType"), layer.get("digest")) if isinstance(layer, dict) else (None, None)
        if isinstance(kind, str) and isinstance(digest, str):
            yield kind, digest


def _blob(file: SourceFile, digest: str) -> SourceFile | None:
    found = _DIGEST.match(digest)
    if found is None:
        return None
    store = "../../../../blobs/sha256"
    return file.beside(f"{store}-{found[1]}") or file.beside(f"{store}:{found[1]}")


def _identity(kept: re.Match[str]) -> tuple[Purl | None, str]:
    owner, name, tag = kept["owner"], kept["name"], kept["tag"]
    if kept["host"] in _HUBS:
        hub = f"{owner}/{name}"
        return (model_purl(hub) if is_hub_name(hub) else None), hub
    shown = name if owner == "library" else f"{owner}/{name}"
    return purl("ollama", shown.lower(), tag), f"{shown}:{tag}"

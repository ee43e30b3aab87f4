"""The cache of the Hugging Face Hub, where it lies in the tree: `models--owner--name/snapshots/<revision>/`.

Each snapshot is the model or dataset of that name at that revision, so that the card, the licence files and the weights
in it speak of that one. With weights in it the model is passed on with the tree.

Specification: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Engagement, Home, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.extractors.models._lineage import is_hub_name
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl
from rail.sources.spi import SourceFile

_KEPT = re.compile(
    r"(?P<above>(?:.*/)?)(?P<kind>models|datasets)--(?P<name>\w[\w.-]*)/(?:snapshots/(?P<revision>[\w.-]+)|refs)/[^/]+",
    re.ASCII | re.DOTALL,
)
_REVISION = re.compile(rb"[0-9a-f]{40}\Z")
_WEIGHTS = (".safetensors", ".bin", ".gguf", ".onnx", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".parquet", ".arrow")


@extractor(
    "models--*/refs/main", "datasets--*/refs/main", "models--*/snapshots/*/config.json",
    "models--*/snapshots/*/model_index.json", "models--*/snapshots/*/adapter_config.json",
    "models--*/snapshots/*/readme.md", "datasets--*/snapshots/*/readme.md", "models--*/snapshots/*/*.gguf",
    "models--*/snapshots/*/*.safetensors",
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the model or dataset, the edge to it, and the folder that is its home."""
    found = _KEPT.fullmatch(file.where)
    if found is None:
        return
    name = found["name"].replace("--", "/", 1)
    revision = found["revision"] or _referred(file)
    if revision is None or not is_hub_name(name):
        return
    dataset = found["kind"] == "datasets"
    target = model_purl(name, revision, dataset=dataset)
    folder = f"{found['above']}{found['kind']}--{found['name']}"
    where = Location(path=folder)
    snapshot = f"{folder}/snapshots/{revision}"
    passed_on = found["revision"] is not None and any(each.endswith(_WEIGHTS) for each in file.names_beside())
    yield Component(
        purl=target,
        kind=Kind.DATASET if dataset else Kind.MODEL,
        name=name,
        version=revision,
        engagement=Engagement.REDISTRIBUTES if passed_on else Engagement.USES,
        locations=(where,),
    )
    yield Edge(source=OWNER, relation=Relation.CONTAINS, target=target, location=where)
    yield Home(path=snapshot, component=target)


def _referred(file: SourceFile) -> str | None:
    """Return the revision that a branch stands for in the cache, where its snapshot is there."""
    revision = file.head(64).strip()
    return revision.decode() if _REVISION.match(revision) else None

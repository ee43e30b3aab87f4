"""Models as artefacts of a registry, kept on disk as an OCI layout (`oci-layout`, `index.json`, `blobs/`).

ModelPack: `descriptor.licenses`, `sourceURL` and `datasetsURL` of the configuration, licence files among the layers and
in layers of documents that are a tar.
Docker models: the licence layers. KitOps: the licences of the Kitfile that is the configuration. Images of programs
are no models.

Specification: https://github.com/modelpack/model-spec/blob/main/docs/config.md,
https://github.com/docker/model-spec and https://github.com/opencontainers/image-spec/blob/main/image-layout.md
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rail.domain.component import Kind, Location, Relation
from rail.domain.evidence import Form, Role, Unowned
from rail.extractors.jsondocument import decode
from rail.extractors.models._lineage import ancestor, declared, redistributed
from rail.extractors.models._tarlayer import license_files
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/ocilayout"
_MAX_BYTES = 1024 * 1024
_MAX_PARTS = 200
_MAX_NESTING = 3
_HINT = "write the layout again"
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})\Z")
_MODEL = re.compile(r"application/vnd\.(?:cncf\.model|docker\.ai|kitops|ollama)\b")
_LICENSE_LAYER = re.compile(r"application/vnd\.(?:docker\.ai|ollama\.image)\.license\Z")
_DOCUMENTS = re.compile(r"application/vnd\.cncf\.model\.doc\.v1\.tar(?:\+gzip)?\Z")
_LICENSE_FILE = re.compile(r"(?:.*/)?(?:[\w-]*licen[sc]e[\w.-]*|notice[\w.-]*|use[-_]policy[\w.-]*)", re.IGNORECASE)
_TITLES = ("org.cncf.model.filepath", "org.opencontainers.image.title")


class _Part(NamedTuple):
    """A descriptor: what it points at, of which type, under which file name."""

    kind: str
    digest: str
    title: str


@extractor("oci-layout")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licences that the model artefacts of the layout state, and what they come from."""
    index = file.beside("index.json")
    if index is None:
        return
    for manifest in _manifests(file, index, 0):
        config = _part(manifest.get("config"))
        layers = [_part(each) for each in _list(manifest.get("layers"))]
        kinds = [str(manifest.get("artifactType") or ""), config.kind, *(layer.kind for layer in layers)]
        if not any(_MODEL.match(kind) for kind in kinds):
            continue
        yield redistributed(file)
        said = _blob(file, config.digest)
        if said is not None:
            yield from _configured(said, Location(path=file.where))
        for layer in layers:
            blob = _blob(file, layer.digest)
            if blob is not None and _is_license(layer):
                yield _text(blob.where, Location(path=file.where))
            elif blob is not None and _DOCUMENTS.match(layer.kind):
                for name, _ in license_files(blob):
                    field = f"/{blob.where.rpartition('/')[2]}/{name}"
                    yield _text(f"{file.where}#{field}", Location(path=file.where, pointer=field))


def license_field(file: SourceFile, field: str) -> str | None:
    """Return the text of a licence file in a layer (`/digest/name`); `None` when it is not there."""
    _, digest, name = field.split("/", 2) if field.count("/") > 1 else ("", "", "")
    blob = _blob(file, f"sha256:{digest}")
    return next((text for each, text in license_files(blob) if each == name), None) if blob else None


def _manifests(file: SourceFile, holder: SourceFile, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the manifests of an index, and those of the indexes in it."""
    document = decode(holder.read(_MAX_BYTES), holder.where, _HINT)
    if "manifests" not in document:
        yield document
        return
    for each in _list(document.get("manifests")):
        blob = _blob(file, _part(each).digest)
        if blob is not None and depth < _MAX_NESTING:
            yield from _manifests(file, blob, depth + 1)


def _configured(blob: SourceFile, where: Location) -> Iterator[Found]:
    """Yield what the configuration of a model says: that of ModelPack, or a Kitfile. The model is the whole layout."""
    if not blob.head(64).lstrip().startswith(b"{"):
        return
    config = decode(blob.read(_MAX_BYTES), blob.where, _HINT)
    described = config.get("descriptor")
    if isinstance(described, dict):
        for said in _texts(described.get("licenses")):
            yield from declared(said, _SOURCE, where, texts=False)
        for said in _texts(described.get("sourceURL")):
            yield from ancestor(said, Relation.DERIVED_FROM, where)
        for said in _texts(described.get("datasetsURL")):
            yield from ancestor(said, Relation.TRAINED_ON, where, kind=Kind.DATASET)
    for key in ("model", "package"):
        part = config.get(key)
        found = list(_texts(part.get("license"))) if isinstance(part, dict) else []
        for said in found:
            yield from declared(said, _SOURCE, where, texts=False)
        if found:
            break


def _is_license(layer: _Part) -> bool:
    raw = not layer.kind.endswith((".tar", "+gzip", "+zstd"))
    return bool(_LICENSE_LAYER.match(layer.kind)) or (raw and _LICENSE_FILE.fullmatch(layer.title) is not None)


def _text(statement: str, where: Location) -> Unowned:
    return Unowned(
        form=Form.TEXT,
        role=Role.OBSERVED,
        statement=statement,
        source=_SOURCE,
        location=where,
        about=Kind.MODEL,
    )


def _part(descriptor: object) -> _Part:
    if not isinstance(descriptor, dict):
        return _Part("", "", "")
    noted = descriptor.get("annotations")
    titles = [noted.get(key) for key in _TITLES] if isinstance(noted, dict) else []
    title = next((each for each in titles if isinstance(each, str)), "")
    return _Part(str(descriptor.get("mediaType") or ""), str(descriptor.get("digest") or ""), title)


def _blob(file: SourceFile, digest: str) -> SourceFile | None:
    found = _DIGEST.match(digest)
    return file.beside(f"blobs/sha256/{found[1]}") if found else None


def _list(value: object) -> list[Any]:
    return value[:_MAX_PARTS] if isinstance(value, list) else []


def _texts(value: object) -> Iterator[str]:
    for each in [value] if isinstance(value, str) else _list(value):
        if isinstance(each, str) and each.strip():
            yield each

"""MLflow models: the file `MLmodel` of a saved model.

Reads `source_model_name` and `source_model_revision` of each flavour (transformers, sentence-transformers and others
write them), and a licence in the free `metadata`. With weights beside it the model is passed on.

Specification: https://mlflow.org/docs/latest/ml/model/ and mlflow/transformers/flavor_config.py
"""

from collections.abc import Iterator

from rail.domain.component import Location, Relation
from rail.extractors.conda._yaml import Block, Word, read_yaml
from rail.extractors.models._lineage import ancestor, declared, redistributed
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/mlmodel"
_LICENSES = ("license", "license_name", "license_link")
_WEIGHTS = (".safetensors", ".bin", ".onnx", ".pt", ".pth", ".pkl", ".h5", ".gguf")


@extractor("mlmodel")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence and the model that this one was saved from."""
    document = read_yaml(file)
    path = file.path.as_posix()
    if any(name.endswith(_WEIGHTS) for name in file.names_beside()):
        yield redistributed(file)
    metadata = document.get("metadata")
    for key in _LICENSES:
        said = metadata.get(key) if isinstance(metadata, Block) else None
        if isinstance(said, Word):
            where = Location(path=path, line=said.line, pointer=f"/metadata/{key}")
            yield from declared(said, _SOURCE, where, texts=False)
    flavors = document.get("flavors")
    for name, flavor in flavors.items() if isinstance(flavors, Block) else ():
        said = flavor.get("source_model_name") if isinstance(flavor, Block) else None
        if isinstance(said, Word) and isinstance(flavor, Block):
            revision = flavor.get("source_model_revision")
            where = Location(path=path, line=said.line, pointer=f"/flavors/{name}/source_model_name")
            known = str(revision) if isinstance(revision, Word) else None
            yield from ancestor(said, Relation.DERIVED_FROM, where, revision=known)

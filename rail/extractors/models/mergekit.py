"""mergekit: the YAML recipe of a merged model.

Reads `base_model`, `models[].model` and `slices[].sources[].model`; `name@revision` and `name+lora` are taken apart.
Only a document with `merge_method` is a recipe.

Specification: https://github.com/arcee-ai/mergekit#merge-configuration
"""

from collections.abc import Iterator

from rail.domain.component import Location, Relation
from rail.extractors.conda._yaml import Block, Word, blocks, read_yaml
from rail.extractors.models._lineage import ancestor
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024


@extractor("*.yml", "*.yaml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield each model that goes into the merge, with the edge to it."""
    if file.size > _MAX_BYTES or not _is_recipe(file.read(_MAX_BYTES)):
        return
    recipe = read_yaml(file)
    seen: set[tuple[str, Relation]] = set()
    for said, pointer in _merged(recipe):
        model, _, lora = said.partition("+")
        for name, relation in ((model, Relation.MERGED_FROM), (lora, Relation.MERGED_FROM)):
            hub, _, revision = name.partition("@")
            if hub.strip() and (name, relation) not in seen:
                seen.add((name, relation))
                where = Location(path=file.path.as_posix(), line=said.line, pointer=pointer)
                yield from ancestor(hub, relation, where, revision=revision or None)


def _is_recipe(data: bytes) -> bool:
    return b"merge_method" in data or (b"source_model" in data and b"gate_mode" in data)


def _merged(recipe: Block) -> Iterator[tuple[Word, str]]:
    yield from _named(recipe, "base_model", "")
    for at, each in enumerate(blocks(recipe.get("models"))):
        yield from _named(each, "model", f"/models/{at}")
    for at, each in enumerate(blocks(recipe.get("experts"))):
        yield from _named(each, "source_model", f"/experts/{at}")
    for at, part in enumerate(blocks(recipe.get("slices"))):
        for number, each in enumerate(blocks(part.get("sources"))):
            yield from _named(each, "model", f"/slices/{at}/sources/{number}")


def _named(holder: Block, key: str, pointer: str) -> Iterator[tuple[Word, str]]:
    """Yield the name under a key: words, or the `path` of a mapping."""
    value = holder.get(key)
    if isinstance(value, Block):
        inner = value.get("model")
        value = value.get("path", inner.get("path") if isinstance(inner, Block) else inner)
    if isinstance(value, Word) and value.strip() and value not in ("null", "~"):
        yield value, f"{pointer}/{key}"

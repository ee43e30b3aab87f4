"""Models that configuration names: YAML, TOML, JSON and INI files, Kubernetes manifests, Helm values.

A value counts when it has the form `owner/name` of a hub id and stands under a key that means a model or dataset
(`model`, `base_model`, `repo_id`, `embedding_model` …), in a variable of the environment with such a name, or behind an
option (`--model`) in the arguments of a container. Manifests and lockfiles of packages are not looked at, nor names
that hosted interfaces use (`openai/gpt-4o`), nor files of more than 512 KiB, which hold data.

Specification: https://huggingface.co/docs/huggingface_hub for ids
"""

import re
from collections.abc import Iterator

import msgspec

from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 512 * 1024
_MAX_USED = 60
"""More models than this in one file are a list to choose from, to which the project refers."""
_CANDIDATES = (
    b"odel", b"MODEL", b"repo_id", b"tokenizer", b"pretrained", b"llama", b"dataset", b"DATASET", b"hf_", b"hub_id",
    b"llm",
)  # fmt: skip
_OF_NPM = frozenset({"package.json", "package-lock.json"})
"""The manifests that there are most of: settled without the pattern, which is compiled when first used."""
_NO_CONFIGURATION = (
    r"package(?:-lock)?\.json|npm-shrinkwrap\.json|composer\.json|.*[.-]lock\.(?:json|ya?ml)|[tj]sconfig.*\.json|"
    r".*\.schema\.json|bom\.json|.*[.-](?:cdx|spdx|sbom|bom)\.json|pyproject\.toml|cargo\.toml|pipfile|rail\.toml|"
    r"(?:docker-)?compose.*\.ya?ml|adapter_config\.json|.*croissant.*\.json|tokenizer(?:_config)?\.json|vocab\.json|"
    r"pnpm-.*\.ya?ml|model\.safetensors\.index\.json|aibom.*\.json|mlmodel|environment\.ya?ml|conda.*\.ya?ml"
)


@extractor("*.yaml", "*.yml", "*.toml", "*.json", "*.jsonc", "*.json5", "*.ini", "*.cfg", "*.conf", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model or dataset that a setting names."""
    name = file.where.rpartition("/")[2]
    if name in _OF_NPM or re.fullmatch(_NO_CONFIGURATION, name, re.IGNORECASE) or file.size > _MAX_BYTES:
        return
    data = file.read(_MAX_BYTES)
    if not any(word in data for word in _CANDIDATES):
        return
    from rail.extractors.references._configured import names  # noqa: PLC0415 -- most files name no model
    from rail.extractors.references._names import report  # noqa: PLC0415 -- likewise

    tables = name.lower().endswith((".toml", ".ini", ".cfg", ".conf"))
    text = file.text(_MAX_BYTES)
    unfolded = _unfolded(text) if name.lower().endswith(".json") else None
    found = list(names(unfolded or text, file.where, tables=tables))
    if unfolded:
        found = [each._replace(line=1) for each in found]
    if len({each.purl for each in found}) > _MAX_USED:
        found = [each._replace(fetched=False) for each in found]
    yield from report(file, found, uses=False)


def _unfolded(text: str) -> str | None:
    """Return a JSON document that is written on one line with a line for each key; `None` for any other."""
    if "\n" in text.strip():
        return None
    try:
        return msgspec.json.format(text, indent=1)
    except (msgspec.DecodeError, RecursionError):
        return None

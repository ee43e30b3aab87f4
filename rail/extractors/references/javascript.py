"""Models that JavaScript and TypeScript load: `pipeline('task', 'owner/name')`, `from_pretrained('owner/name')` etc.

Reads calls of @huggingface/transformers (once @xenova/transformers), the `model` of @huggingface/inference, LangChain
and Ollama clients, and `hf:` names of node-llama-cpp. Constants of the file are looked up (`_jsconstants.py`). Comments
are left out. Files of more than 1 MiB, as a rule minified bundles, are said to be unread if they load models.

Specification: https://huggingface.co/docs/transformers.js
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rail.extractors.references._jsconstants import MAX_VALUES, constants
from rail.extractors.references._keys import named
from rail.extractors.references._names import Named, hub, ollama, report
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_CANDIDATES = (b"from_pretrained", b"@huggingface/", b"@xenova/", b"HfInference", b"hf:", b"llama", b"mlc-ai/")
_IN_BUNDLES = (b"from_pretrained", b"HfInference")
"""What stands in minified code that loads models, and rarely in any other."""
_COMMENT = re.compile(r"^[ \t]*(?://|\*|/\*).*$", re.MULTILINE)
_VALUE = r"""(?:(["'`])(?P<text>[^"'`\n]{1,200})\1|(?P<name>[A-Za-z_$][\w$]{0,80}(?:\.[\w$]{1,80}){0,3}))"""
_CALLS = (
    re.compile(r"\.from_pretrained\(\s*" + _VALUE),
    re.compile(r"\.loadModelFromHF\(\s*" + _VALUE),
    re.compile(r"\bpipeline(?:<[^>\n]{0,80}>)?\(\s*[\"'`]?[\w.$-]{1,80}[\"'`]?\s*,\s*" + _VALUE),
)
_FIELD = re.compile(r"""\b(?:model|modelId|model_id|modelName|repo|repoId)["']?\s*:\s*""" + _VALUE)
_OF_REPO = re.compile(
    r"""\brepo\s*:\s*\{[^{}]{0,200}?\b(?:type\s*:\s*["'](?P<first>\w+)["'][^{}]{0,80})?name\s*:\s*"""
    r"""["'](?P<name>[\w./-]{1,200})["'](?:[^{}]{0,80}type\s*:\s*["'](?P<last>\w+)["'])?"""
)
_TYPED = re.compile(r"(models|datasets|spaces)/(?=[\w.-]+/)")
_ENGINE = re.compile(
    r"""\b(?:CreateMLCEngine|CreateWebWorkerMLCEngine|\.reload)\(\s*(?:[\w.() ]+,\s*)?["'`]([\w.-]+)["'`]"""
)
_OLLAMA = re.compile(r"""\bollama\(\s*["'`]([\w./-]+(?::[\w.-]+)?)["'`]""")
_PREFIXED = re.compile(r"""["'`](hf:[\w.-]{1,96}/[\w.-]{1,96}[\w./:-]{0,120})["'`]""")
_CLIENT = re.compile(r"@huggingface/|@xenova/|HfInference|HuggingFace|InferenceClient")


@extractor(
    "*.js", "*.mjs", "*.cjs", "*.jsx", "*.ts", "*.mts", "*.cts", "*.tsx", "*.vue", "*.svelte", "*.astro",
    first_party=True,
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that the code loads."""
    candidates = _CANDIDATES if file.size <= _MAX_BYTES else _IN_BUNDLES
    if whole(file, _MAX_BYTES, lambda data: any(word in data for word in candidates)) is None:
        return
    text = _COMMENT.sub(lambda found: " " * len(found[0]), file.text(_MAX_BYTES))
    ends = [at for at, char in enumerate(text) if char == "\n"]
    names = (each._replace(line=bisect_right(ends, each.line) + 1) for each in _named(text))
    yield from report(file, names)


def _named(text: str) -> Iterator[Named]:
    """Yield what the code names; the line is still the place in the text."""
    held = constants(text)
    for pattern in _CALLS:
        for found in pattern.finditer(text):
            for value in _values(found, held):
                yield from _said(named(value, found.start()))
    for found in _PREFIXED.finditer(text):
        yield from _said(hub(found[1], found.start()))
    yield from _of_libraries(text)
    of_ollama = "ollama" in text.lower()
    if of_ollama or _CLIENT.search(text):
        for found in _FIELD.finditer(text):
            for value in _values(found, held):
                plain = of_ollama and "/" not in value and _after_ollama(text, found.start())
                yield from _said(ollama(value, found.start()) if plain else _typed(value, found.start()))


def _of_libraries(text: str) -> Iterator[Named]:
    """Yield what the functions of single libraries are given: web-llm, @huggingface/hub, providers of Ollama."""
    for found in _ENGINE.finditer(text) if "mlc-ai/" in text else ():
        yield from _said(hub(f"mlc-ai/{found[1]}", found.start()))
    for found in _OF_REPO.finditer(text) if "@huggingface/hub" in text else ():
        kind = found["first"] or found["last"] or "model"
        said = hub(found["name"], found.start(), dataset=kind == "dataset")
        yield from _said(said if kind != "space" else None)
    for found in _OLLAMA.finditer(text) if "ollama" in text else ():
        yield from _said(ollama(found[1], found.start()))


def _typed(value: str, at: int) -> Named | None:
    """Return what a field names; the client of the hub may put the kind of the repository before it."""
    found = _TYPED.match(value)
    if found is None:
        return named(value, at)
    return hub(value[found.end() :], at, dataset=found[1] == "datasets") if found[1] != "spaces" else None


def _said(name: Named | None) -> Iterator[Named]:
    if name is not None:
        yield name


def _values(found: re.Match[str], held: dict[str, list[str]]) -> list[str]:
    """Return the text of a match, or those of the constant that it names."""
    if found["text"] is not None:
        return [found["text"]]
    return held.get(found["name"].rpartition(".")[2], [])[:MAX_VALUES]


def _after_ollama(text: str, at: int) -> bool:
    """Does the field stand in the arguments of a call of Ollama's client?"""
    return "ollama" in text[max(0, at - 120) : at].rpartition(";")[2].lower()

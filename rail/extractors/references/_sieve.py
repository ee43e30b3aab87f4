"""Which Python files are parsed at all: those with the name of a loader, a package that loads models, or an address.

Parsing costs a thousand times what a search for a word costs, and hardly any file loads a model.
"""

import re

from rail.extractors.references._calls import CALLS, LIBRARIES
from rail.extractors.references._names import addresses

ROOTS = (
    b"pretrained", b"_download(", b"_hub(", b"_hf_repo(", b"Transformer(", b"Encoder(", b"load_dataset", b"HuggingFace",
    b"pipeline(", b"s.create(", b"s.parse(", b"_adapter(", b"load_lora_weights(", b"load_textual_inversion(",
    b"from_single_file(", b"from_hparams(", b"StarterModel(", b"create_model_and_transforms(",
)  # fmt: skip
"""Each name that tells by itself holds one of these."""
_ADDRESSES = (
    b"huggingface.co/", b"hf://", b"huggingface://", b"hf.co/", b"civitai.com/", b"r8.im/", b"modelscope.",
    b"kaggle.com/", b"hf-mirror.com/", b"ollama.com/library/", b"ollama://", b"tfhub.dev/",
)  # fmt: skip
_ANYWHERE = tuple(dict.fromkeys(call.name.encode() + b"(" for call in CALLS if call.anywhere))
_BY_ROOT = {root: tuple(name for name in _ANYWHERE if root in name) for root in ROOTS}
_LOADERS: dict[bytes, set[bytes]] = {}
for _call in CALLS:
    _holder, _, _name = _call.name.rpartition(".")
    _spoken = {f"{_call.name}(", f"{_holder} import"} if _holder and "(" not in _holder else {f"{_name}("}
    for _module in _call.modules:
        _LOADERS.setdefault(_module.encode(), set()).update(word.encode() for word in _spoken)
for _module, _call in LIBRARIES.items():
    if _call.bare is not None:
        _LOADERS.setdefault(_module.encode(), set()).add(b"(")
_LIBRARIES = frozenset(library.encode() for library in LIBRARIES)
_MODULES = _LIBRARIES | _LOADERS.keys()
_OWNED = re.compile(rb"""["'][^\s"']{0,200}/[^\s"']{0,200}["']""")
_NOT_SPOKEN = (b">>>", b"... ", b"#")
_IMPORT = b"import "
_LINE = 120


def may_load(data: bytes) -> bool:
    """Does the file call a loader of a package that it imports, or one that tells by itself with an `owner/name`?"""
    return _imports_a_loader(data) or _calls_a_loader(data) or _has_an_address(data)


def _imports_a_loader(data: bytes) -> bool:
    for module in _imported(data):
        if module in _LIBRARIES and _OWNED.search(data):
            return True
        if any(_is_spoken(data, name) for name in _LOADERS.get(module, ())):
            return True
    return False


def _is_spoken(data: bytes, name: bytes) -> bool:
    """Does a word stand anywhere but in a definition, a comment or the examples of a docstring?"""
    at = data.find(name)
    while at >= 0:
        line = data[max(data.rfind(b"\n", max(0, at - _LINE), at) + 1, at - _LINE, 0) : at].lstrip()
        if not line.startswith(_NOT_SPOKEN) and not line.endswith(b"def "):
            return True
        at = data.find(name, at + len(name))
    return False


def _imported(data: bytes) -> set[bytes]:
    """Return which of the packages that load models a file imports, as far as one look at each `import` tells."""
    found = set()
    at = data.find(_IMPORT)
    while at >= 0:
        least = max(0, at - _LINE)
        begin = max(data.rfind(b"\n", least, at) + 1, least)
        words = data[begin : at + _LINE].partition(b"\n")[0].split()
        if words[:1] == [b"from"] and len(words) > 1:
            found.add(words[1].partition(b".")[0])
        elif words[:1] == [b"import"]:
            found.update(word.partition(b".")[0].strip(b",;") for word in words[1:])
        at = data.find(_IMPORT, at + len(_IMPORT))
    return found & _MODULES


def _calls_a_loader(data: bytes) -> bool:
    called = any(root in data and any(_is_spoken(data, name) for name in _BY_ROOT[root]) for root in ROOTS)
    return called and _OWNED.search(data) is not None


def _has_an_address(data: bytes) -> bool:
    if b"://" not in data or not any(address in data for address in _ADDRESSES):
        return False
    text = data.decode("utf-8", "replace")
    return any(_in_code(text, at) for at, _ in addresses(text))


def _in_code(text: str, at: int) -> bool:
    """Does an address stand in a string, and not in a comment or a docstring?"""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if line.lstrip().startswith((">>>", "... ", "#")):
        return False
    if '"' in line or "'" in line:
        return True
    opening = max(text.rfind('"""', 0, at), text.rfind("'''", 0, at))
    before = text[:opening].rstrip("rRuUbBfF").rstrip(" \t") if opening >= 0 else "("
    if before.endswith("\n") or not before:
        return before.rstrip()[-1:] in tuple("(,=[{+")
    return True

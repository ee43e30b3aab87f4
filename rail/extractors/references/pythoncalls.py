"""Models and datasets that Python code loads: `from_pretrained`, `pipeline`, `hf_hub_download`, `load_dataset` etc.

Reads calls of known loaders (`_calls.py` lists them), `hf://` names and huggingface.co addresses in code. Names come
from constants, defaults, dictionaries and f-strings (`_values.py`); an f-string that the file cannot complete stays
visible as a model of unknown identity. Local paths are not hub ids. Code in tests, documentation and examples only
refers to what it names.

Specification: https://huggingface.co/docs/huggingface_hub for ids, and for the loaders
https://github.com/huggingface/huggingface.js/blob/main/packages/tasks/src/model-libraries-snippets.ts
"""

import ast
import re
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.references._calls import CALLS, DATASET_BUILDERS, Call
from rail.extractors.references._values import Scope, dotted
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

_MAX_BYTES = 2 * 1024 * 1024
_ADDRESSES = (b"huggingface.co/", b"hf://", b"hf.co/")
_WORDS = tuple(
    (
        f"{call.name.rpartition('.')[2]}(".encode(),
        () if call.anywhere else tuple(each.encode() for each in call.modules),
    )
    for call in CALLS
)
_BY_NAME: dict[str, list[Call]] = {}
for _call in sorted(CALLS, key=lambda call: -call.name.count(".")):
    _BY_NAME.setdefault(_call.name.rpartition(".")[2], []).append(_call)
_HUB_ID = re.compile(r"(?:[\w-][\w.-]*/)?[\w-][\w.-]{0,95}\Z", re.ASCII)
_DYNAMIC = re.compile(r"[\w-][\w.-]*/[\w.-]*\{[\w.…{}-]*\Z")
_PREFIX = re.compile(r"(?:hf-hub|hf_hub|hf|huggingface):(?://)?(?:hf\.co/)?")
_ADDRESS = re.compile(
    r"(?:https?://(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/|hf://)(datasets/)?"
    r"([\w-][\w.-]*/[\w-][\w.-]*)(?:@([\w.-]+))?(?:/(?:resolve|raw|blob|tree)/([\w.-]+))?",
    re.ASCII,
)
_SITE = {
    "api", "blog", "collections", "docs", "join", "learn", "login", "models", "new", "organizations", "papers",
    "pricing", "posts", "search", "settings", "spaces", "tasks", "terms-of-service", "buckets", "inference", "chat",
}  # fmt: skip
_LOCAL_FOLDERS = {
    "artifacts", "assets", "cache", "checkpoint", "checkpoints", "ckpt", "ckpts", "data", "exp", "experiments",
    "local", "logs", "model", "models", "output", "outputs", "path", "pretrained", "pretrained_models", "resources",
    "results", "runs", "saved_model", "saved_models", "src", "tmp", "weights", "my-org", "my_org", "org",
    "your-org", "your_org", "username", "your-username", "your_username", "user", "namespace",
}  # fmt: skip
_LOCAL_ENDINGS = (
    ".bin", ".pt", ".pth", ".ckpt", ".safetensors", ".json", ".onnx", ".gguf", ".ggml", ".h5", ".pkl", ".txt",
    ".csv", ".py", ".yaml", ".yml", ".jsonl", ".parquet", ".tar", ".zip", ".npz", ".model",
)  # fmt: skip
_ASIDE = {
    "tests",
    "test",
    "testing",
    "docs",
    "doc",
    "examples",
    "example",
    "samples",
    "benchmarks",
    "benchmark",
    "demos",
}
_NOT_PINNED = {"main", "master"}


class _Named(NamedTuple):
    """A model or dataset that the code names."""

    purl: Purl
    kind: Kind
    name: str
    version: str | None
    line: int


@extractor("*.py", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model or dataset that the code loads."""
    data = file.read() if file.size <= _MAX_BYTES else file.head(_MAX_BYTES)
    if not _may_load(data):
        return
    path = file.path.as_posix()
    if file.size > _MAX_BYTES:
        raise ReadError(f"loads models and is larger than {_MAX_BYTES:,} bytes", place=path, hint="it was not read")
    engagement = Engagement.REFERENCES if _aside(file) else Engagement.USES
    seen: set[tuple[Purl, int]] = set()
    try:
        for named in _named(_parsed(data, path), path):
            if (named.purl, named.line) in seen or _is_folder_beside(file, named.name):
                continue
            seen.add((named.purl, named.line))
            where = Location(path=path, line=named.line)
            yield Component(
                purl=named.purl,
                kind=named.kind,
                name=named.name,
                version=named.version,
                engagement=engagement,
                locations=(where,),
            )
            yield Edge(source=OWNER, relation=Relation.FETCHES, target=named.purl, location=where)
    except RecursionError as fault:
        raise ReadError("Python code is nested too deeply", place=path, hint="it was not read to the end") from fault


def _may_load(data: bytes) -> bool:
    """Does the file have the name of a loader, and of a package that it can come from? Most files need no parsing."""
    if any(address in data for address in _ADDRESSES):
        return True
    return any(call in data and (not modules or any(module in data for module in modules)) for call, modules in _WORDS)


def _parsed(data: bytes, path: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except SyntaxError as fault:
        hint = "it loads models, which were not read; is it Python 2, or a template?"
        raise ReadError(f"not Python 3: {fault.msg}", place=path, line=fault.lineno, hint=hint) from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        raise ReadError(f"not readable as Python: {fault or type(fault).__name__}", place=path) from fault


def _named(tree: ast.Module, path: str) -> Iterator[_Named]:
    """Yield what the module names, scope by scope, in the order of the lines."""
    imports = dict(_imports(tree))
    found: list[_Named] = []
    pending = [Scope(tree)]
    while pending:
        scope = pending.pop()
        pending += [Scope(inner, scope) for inner in scope.inner]
        for node in scope.calls:
            if isinstance(node, ast.Call):
                found += _loaded(node, scope, imports, path)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "/" in node.value:
                found += _addressed(node)
    yield from sorted(found, key=lambda named: (named.line, named.purl))


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield each imported name of the file with the dotted name that it stands for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _loaded(node: ast.Call, scope: Scope, imports: dict[str, str], path: str) -> Iterator[_Named]:
    written = dotted(node.func)
    if written is None:
        return
    first, dot, rest = written.partition(".")
    full = imports.get(first, first) + dot + rest
    call = next((each for each in _BY_NAME.get(full.rpartition(".")[2], ()) if _is_call(each, full)), None)
    if call is None:
        return
    trusted = full.partition(".")[0] in call.modules
    if not trusted and not call.anywhere:
        return
    kinds = set(scope.values(_argument(node, None, ("repo_type",))))
    if "space" in kinds:
        return
    dataset = call.dataset or "dataset" in kinds
    revisions = scope.values(_argument(node, None, ("revision",)))
    revision = revisions[0] if len(revisions) == 1 and "{" not in revisions[0] else None
    for value in scope.values(_argument(node, call.position, call.keywords)):
        named = _identified(value, call, trusted=trusted, dataset=dataset, revision=revision)
        if named is not None:
            yield named._replace(line=node.lineno)
        elif _is_dynamic(value) and call.ecosystem == "huggingface":
            target = purl("generic", "dynamic-model", subpath=f"{path}/L{node.lineno}")
            yield _Named(target, Kind.DATASET if dataset else Kind.MODEL, value, None, node.lineno)


def _is_call(call: Call, full: str) -> bool:
    return full == call.name or full.endswith("." + call.name)


def _argument(node: ast.Call, index: int | None, keywords: tuple[str, ...]) -> ast.expr | None:
    for keyword in node.keywords:
        if keyword.arg in keywords:
            return keyword.value
    if (
        index is not None
        and len(node.args) > index
        and not any(isinstance(arg, ast.Starred) for arg in node.args[: index + 1])
    ):
        return node.args[index]
    return None


def _identified(value: str, call: Call, *, trusted: bool, dataset: bool, revision: str | None) -> _Named | None:
    """Return what a string means to a loader; `None` when it is a path, a placeholder, or any plain word."""
    kind = Kind.DATASET if dataset else Kind.MODEL
    if call.ecosystem == "ollama":
        name, _, tag = value.partition(":")
        good = _HUB_ID.match(name) or (name.startswith("hf.co/") and _HUB_ID.match(name[6:]))
        target = model_purl(name[6:]) if name.startswith("hf.co/") else purl("ollama", name, tag or None)
        return _Named(target, kind, value, tag or None, 0) if good else None
    if call.ecosystem == "github":
        name, _, ref = value.partition(":")
        return (
            _Named(purl("github", name, ref or None), kind, name, ref or None, 0)
            if _is_hub_id(name) and "/" in name
            else None
        )
    if "://huggingface.co/" in value or "://hf.co/" in value or value.startswith("hf://"):
        return None  # read as an address
    prefixed = _PREFIX.match(value)
    name = value[prefixed.end() :] if prefixed else value
    name, _, at = name.partition("@")
    revision = revision or at or None
    if "/" not in name and not prefixed:
        if not trusted or call.bare is None or (call.dataset and name in DATASET_BUILDERS):
            return None
        name = call.bare + name
    if not _is_hub_id(name):
        return None
    version = None if revision in _NOT_PINNED else revision
    return _Named(model_purl(name, version, dataset=dataset), kind, name, version, 0)


def _is_hub_id(name: str) -> bool:
    """Can the Hub have a repository of this name, and is it no local path?"""
    if not _HUB_ID.match(name) or "--" in name or ".." in name or name.endswith(".git") or name.isdigit():
        return False
    return name.partition("/")[0].lower() not in _LOCAL_FOLDERS and not name.lower().endswith(_LOCAL_ENDINGS)


def _is_dynamic(value: str) -> bool:
    owner = value.partition("/")[0].lower()
    return bool(_DYNAMIC.match(value)) and owner not in _LOCAL_FOLDERS and not value.lower().endswith(_LOCAL_ENDINGS)


def _addressed(node: ast.Constant) -> Iterator[_Named]:
    for found in _ADDRESS.finditer(str(node.value)):
        data, name, at, revision = found.groups()
        owner = name.partition("/")[0].lower()
        if owner in _SITE or (owner == "datasets" and not data) or name.endswith(".git") or not _is_hub_id(name):
            continue
        version = at or revision
        version = None if version in _NOT_PINNED else version
        kind = Kind.DATASET if data else Kind.MODEL
        yield _Named(model_purl(name, version, dataset=bool(data)), kind, name, version, node.lineno)


def _aside(file: SourceFile) -> bool:
    name = file.path.name.lower()
    folders = {part.lower() for part in file.path.parts[:-1]}
    return bool(_ASIDE & folders) or name.startswith("test_") or name.endswith("_test.py") or name == "conftest.py"


def _is_folder_beside(file: SourceFile, name: str) -> bool:
    """Is the name a folder of a saved model beside the code, which the loader would take first?"""
    if not _HUB_ID.match(name):
        return False
    return any(
        file.beside(f"{name}/{sign}") is not None for sign in ("config.json", "adapter_config.json", "model_index.json")
    )

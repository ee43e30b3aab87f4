"""What a piece of Python names: the calls of known loaders (`_calls.py`) and the addresses in its strings."""

import ast
import re
import warnings
from collections.abc import Iterator

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.references._calls import CALLS, DATASET_BUILDERS, Call
from rail.extractors.references._names import Named, addresses, is_hub_id, is_local, ollama
from rail.extractors.references._values import Scope, dotted
from rail.purl import model_purl, purl

_ADDRESSES = (b"huggingface.co/", b"hf://", b"hf.co/", b"civitai.com/", b"r8.im/", b"modelscope.cn/models/")
_WORDS = tuple(
    dict.fromkeys(
        (
            f"{call.name.rpartition('.')[2]}(".encode(),
            () if call.anywhere else tuple(each.encode() for each in call.modules),
        )
        for call in CALLS
    )
)
_BY_NAME: dict[str, list[Call]] = {}
for _call in sorted(CALLS, key=lambda call: -call.name.count(".")):
    _BY_NAME.setdefault(_call.name.rpartition(".")[2], []).append(_call)
_DYNAMIC = re.compile(r"[\w-][\w.-]*/[\w.-]*\{[\w.…{}-]*\Z")
_PREFIX = re.compile(r"(?:hf-hub|hf_hub|hf|huggingface):(?://)?(?:hf\.co/)?")
_NOT_PINNED = {"main", "master"}


def may_load(data: bytes) -> bool:
    """Does the file have the name of a loader, and of a package that it can come from? Most files need no parsing."""
    if any(call in data and _calls(data, call) and (not of or any(each in data for each in of)) for call, of in _WORDS):
        return True
    if not any(address in data for address in _ADDRESSES):
        return False
    return next(addresses(data.decode("utf-8", "replace")), None) is not None


def _calls(data: bytes, call: bytes) -> bool:
    """Is the name of a loader called anywhere, not only defined?"""
    return data.count(call) > data.count(b"def " + call)


def parse(data: bytes, path: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except SyntaxError as fault:
        hint = "it loads models, which were not read; is it Python 2, or a template?"
        raise ReadError(f"not Python 3: {fault.msg}", place=path, line=fault.lineno, hint=hint) from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        raise ReadError(f"not readable as Python: {fault or type(fault).__name__}", place=path) from fault


def names(tree: ast.Module, path: str) -> Iterator[Named]:
    """Yield what the module names, scope by scope, in the order of the lines."""
    imports = dict(_imports(tree))
    found: list[Named] = []
    pending = [Scope(tree)]
    while pending:
        scope = pending.pop()
        pending += [Scope(inner, scope) for inner in scope.inner]
        for node in scope.calls:
            if isinstance(node, ast.Call):
                found += _loaded(node, scope, imports, path)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "/" in node.value:
                found += [named._replace(line=node.lineno) for _, named in addresses(node.value)]
    yield from sorted(found, key=lambda named: (named.line, named.purl))


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield each imported name of the file with the dotted name that it stands for."""
    blocks: list[ast.AST] = [tree]
    for node in blocks:  # statements only: expressions, the bulk of a module, import nothing
        for field in ("body", "handlers", "orelse", "finalbody", "cases"):
            blocks += getattr(node, field, ())
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _loaded(node: ast.Call, scope: Scope, imports: dict[str, str], path: str) -> Iterator[Named]:
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
            yield Named(target, Kind.DATASET if dataset else Kind.MODEL, value, None, node.lineno)


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


def _identified(value: str, call: Call, *, trusted: bool, dataset: bool, revision: str | None) -> Named | None:
    """Return what a string means to a loader; `None` when it is a path, a placeholder, or any plain word."""
    kind = Kind.DATASET if dataset else Kind.MODEL
    if call.ecosystem == "ollama":
        return ollama(value, 0)
    if call.ecosystem == "github":
        name, _, ref = value.partition(":")
        return (
            Named(purl("github", name, ref or None), kind, name, ref or None, 0)
            if is_hub_id(name) and "/" in name
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
    if not is_hub_id(name):
        return None
    version = None if revision in _NOT_PINNED else revision
    return Named(model_purl(name, version, dataset=dataset), kind, name, version, 0)


def _is_dynamic(value: str) -> bool:
    return bool(_DYNAMIC.match(value)) and not is_local(value)

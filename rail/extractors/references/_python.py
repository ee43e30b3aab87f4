"""What a piece of Python names: the calls of known loaders (`_calls.py`) and the addresses in its strings."""

import ast
import re
from collections.abc import Iterator

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.references._asked import asks_caller, is_open
from rail.extractors.references._calls import CALLS, DATASET_BUILDERS, LIBRARIES, Call
from rail.extractors.references._dotted import dotted
from rail.extractors.references._effort import Effort
from rail.extractors.references._keys import named as routed
from rail.extractors.references._modules import Project
from rail.extractors.references._names import Named, addresses, is_hub_id, is_local, of_registry, ollama
from rail.extractors.references._values import Scope
from rail.extractors.references._walk import walk
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

_BY_NAME: dict[str, list[Call]] = {}
for _call in sorted(CALLS, key=lambda call: -call.name.count(".")):
    _BY_NAME.setdefault(_call.name.rpartition(".")[2], []).append(_call)
_DYNAMIC = re.compile(r"[\w-][\w.-]*/[\w.-]*\{[\w.…{}-]*\Z")
_PREFIX = re.compile(r"(?:hf-hub|hf_hub|hf|huggingface):(?://)?(?:hf\.co/)?")
_NOT_PINNED = {"main", "master"}
_MAX_SHOWN = 100


def names(tree: ast.Module, path: str, file: SourceFile | None = None) -> Iterator[Named]:
    """Yield what the module names, in the order of the lines; what it imports is looked up around its `file`.

    Raises:
        ReadError: at the end, when there was more to look up than is looked up.
    """
    effort = Effort()
    module = walk(tree, effort)
    if file is not None:
        Project(effort).connect(module.scope, module.origins, file)
    found: list[Named] = []
    for call, scope in module.calls:
        found += _loaded(call, scope, module.imports, path)
    for text in module.texts:
        found += [each._replace(line=text.lineno, asked=not each.fetched) for _, each in addresses(str(text.value))]
    yield from sorted(found, key=lambda named: (named.line, named.purl))
    if effort.is_cut:
        raise ReadError("its names can be more than is followed", place=path, hint="some of the models were not read")


def _loaded(node: ast.Call, scope: Scope, imports: dict[str, str], path: str) -> Iterator[Named]:
    full = _full_name(node.func, scope, imports)
    call = _row(full) if full else None
    if call is None or full is None:
        return
    trusted = full.partition(".")[0] in call.modules
    if call.always:
        yield Named(model_purl(call.always), Kind.MODEL, call.always, None, node.lineno)
    kinds = set(scope.values(_argument(node, None, ("repo_type",))))
    if "space" in kinds:
        return
    dataset = call.dataset or "dataset" in kinds
    revisions = scope.values(_argument(node, None, ("revision",)))
    revision = revisions[0] if len(revisions) == 1 and "{" not in revisions[0] else None
    argument = _argument(node, call.position, call.keywords)
    values = scope.values(argument)
    if not values and argument is not None and trusted and call.bare is not None and is_open(argument):
        shown = "{" + ast.unparse(argument)[:_MAX_SHOWN] + "}"
        yield _dynamic(shown, node, path, dataset=dataset, asked=asks_caller(argument, scope))
    for value in values:
        if "://" in value:
            yield from (each._replace(line=node.lineno) for _, each in addresses(value))
        named = _identified(value, call, trusted=trusted, dataset=dataset, revision=revision)
        if named is not None:
            yield named._replace(line=node.lineno)
        elif _is_dynamic(value) and call.ecosystem == "huggingface":
            yield _dynamic(value, node, path, dataset=dataset)


def _dynamic(shown: str, node: ast.Call, path: str, *, dataset: bool, asked: bool = False) -> Named:
    """Return a model of unknown identity."""
    target = purl("generic", "dynamic-model", subpath=f"{path}/L{node.lineno}")
    kind = Kind.DATASET if dataset else Kind.MODEL
    return Named(target, kind, shown, None, node.lineno, asked=asked)


def _full_name(function: ast.expr, scope: Scope, imports: dict[str, str]) -> str | None:
    """Return what is called, as it is imported; a method of what a variable was made by follows its maker and `()`."""
    written = dotted(function)
    if written is None:
        return None
    first, dot, rest = written.partition(".")
    if first in imports or not dot:
        return imports.get(first, first) + dot + rest
    maker = scope.made_by(first)
    made = dotted(maker) if maker is not None else None
    if made is None:
        return written
    first, inner, attribute = made.partition(".")
    return f"{imports.get(first, first)}{inner}{attribute}().{rest}"


def _row(full: str) -> Call | None:
    """Return how a function is given a model: the row of its package, one that tells by its name, or its library's."""
    root = full.partition(".")[0]
    rows = [each for each in _BY_NAME.get(full.rpartition(".")[2], ()) if _is_call(each, full)]
    row = next((each for each in rows if root in each.modules), None)
    row = row or next((each for each in rows if each.anywhere), None)
    return row or (LIBRARIES.get(root) if "()" not in full else None)


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
    if call.ecosystem == "routed":
        return routed(value, 0)
    if call.ecosystem == "registry":
        return of_registry(f"{call.bare}{value}", kind)
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
    name = (value[prefixed.end() :] if prefixed else value).partition("::")[0]
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

"""One walk over the syntax tree of a module: its calls with the scope that each stands in, its imports, its texts.

The tree is the largest thing that a scan makes, so each node is looked at once, without recursion, and only fields that
hold expressions or statements are followed.
"""

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

from rail.extractors.references._effort import Effort
from rail.extractors.references._passing import pass_arguments
from rail.extractors.references._values import Scope

_NOT_FOLLOWED = {
    "annotation", "arg", "asname", "attr", "conversion", "ctx", "id", "is_async", "kind", "level", "module", "name",
    "names", "op", "ops", "rest", "returns", "simple", "tag", "type_comment", "type_ignores", "type_params",
    "kwd_attrs",
}  # fmt: skip
_LEAVES = (ast.Constant, ast.Name, ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom)
_FOLLOWED: dict[type, tuple[str, ...]] = {
    kind: tuple(field for field in kind._fields if field not in _NOT_FOLLOWED)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST) and not issubclass(kind, _LEAVES)
}
_SCOPES = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda})
_BINDING = frozenset(
    {ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.For, ast.AsyncFor, ast.comprehension, ast.withitem, ast.Call}
)
_IMPORTS = frozenset({ast.Import, ast.ImportFrom})


class Origin(NamedTuple):
    """Where an imported name comes from: the dots before the module, the module, and what of it (`None`: itself)."""

    level: int
    module: str
    item: str | None


class Module(NamedTuple):
    """What a module does: calls with their scopes, texts that are no docstrings, what imported names stand for.

    `scope` is its own, `origins` tell where imported names come from, relative imports included.
    """

    calls: list[tuple[ast.Call, Scope]]
    texts: list[ast.Constant]
    imports: dict[str, str]
    scope: Scope
    origins: dict[str, Origin]


def walk(tree: ast.Module, effort: Effort) -> Module:
    """Return what the module holds; what a scope binds is known to it afterwards, and followed with that `effort`."""
    calls: list[tuple[ast.Call, Scope]] = []
    texts: list[ast.Constant] = []
    imported: list[ast.Import | ast.ImportFrom] = []
    scopes: list[tuple[ast.AST, Scope]] = [(tree, Scope(effort=effort))]
    for root, scope in scopes:
        pending: list[Any] = _below(root)
        while pending:
            node = pending.pop()
            kind = type(node)
            if kind in _SCOPES:
                scopes.append((node, Scope(node, scope)))
                pending += getattr(node, "decorator_list", ())
                continue
            if kind in _BINDING:
                scope.bind(node)
            if kind is ast.Call:
                calls.append((node, scope))
            elif kind is ast.Constant:
                texts.append(node)
            elif kind in _IMPORTS:
                imported.append(node)
            pending += _inside(node, kind)
    for call, scope in calls:
        pass_arguments(call, scope)
    texts = [text for text in texts if isinstance(text.value, str) and "/" in text.value]
    imported.sort(key=lambda node: node.lineno)
    imports = dict(pair for node in imported for pair in _names(node))
    origins = dict(pair for node in imported for pair in _origins(node))
    return Module(calls, texts, imports, scopes[0][1], origins)


def _inside(node: Any, kind: type) -> list[Any]:
    """Return the expressions and statements in a node; none in a docstring, or words without effect."""
    if kind is ast.Expr and type(node.value) is ast.Constant:
        return []
    inside: list[Any] = []
    for field in _FOLLOWED.get(kind, ()):
        value = getattr(node, field, None)
        if type(value) is list:
            inside += value
        elif value is not None:
            inside.append(value)
    return inside


def _below(node: ast.AST) -> list[Any]:
    """Return what stands in a scope, for its own walk: the body, and the defaults of the parameters."""
    if isinstance(node, ast.Lambda):
        return [node.body, node.args]
    below: list[Any] = list(getattr(node, "body", ()))
    if isinstance(node, ast.ClassDef):
        below += [*node.bases, *node.keywords]
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        below.append(node.args)
    return below


def _names(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """Yield each imported name with the dotted name that it stands for."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
    elif node.module and not node.level:
        for alias in node.names:
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _origins(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, Origin]]:
    """Yield each imported name with where it comes from; `import a.b` only binds `a`."""
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            yield alias.asname or alias.name, Origin(node.level, node.module or "", alias.name)
        elif alias.asname or "." not in alias.name:
            yield alias.asname or alias.name, Origin(0, alias.name, None)

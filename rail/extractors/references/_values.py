"""What strings can a Python expression be, as far as the file itself tells?

Constants of the module, of classes and functions, parameter defaults, environment look-ups with a default, dictionary
values, loops over lists, concatenation and f-strings. What the file does not tell stays in the answer as `{name}`.
"""

import ast
from collections.abc import Callable, Iterator

from rail.extractors.references._dotted import dotted
from rail.extractors.references._effort import Effort
from rail.extractors.references._loops import loop, parts

_MAX_DEPTH = 12
_MAX_RENAMED = 3
_MAX_LENGTH = 300
_GETTERS = {"environ.get", "getenv", "os.getenv", "config", "env", "env.str"}
_FIELDS = {"Field", "field", "pydantic.Field", "dataclasses.field"}
_STRING_METHODS = {"strip", "format", "lower", "rstrip"}

Bindings = dict[str, list[ast.expr]]
Elsewhere = Callable[[str, str | None], "Iterator[tuple[Scope, ast.expr]]"]
"""Yields what an imported name, or an attribute of it, is in the module that it comes from."""


class Scope:
    """The names that a module, class or function binds, and the scope around it."""

    def __init__(
        self, node: ast.AST | None = None, parent: "Scope | None" = None, effort: Effort | None = None
    ) -> None:
        self.parent = parent
        self.name = getattr(node, "name", "")
        self.is_class = isinstance(node, ast.ClassDef)
        self.names: Bindings = {}
        self.attributes: dict[str, list[tuple[Scope, ast.expr]]] = {}
        self.parameters: list[str] = []
        self.passed: dict[str, list[tuple[Scope, ast.expr]]] = {}
        self.functions: dict[str, list[Scope]] = parent.functions if parent else {}
        self.classes: dict[str, Scope] = parent.classes if parent else {}
        self.options: Bindings = parent.options if parent else {}
        self.effort: Effort = parent.effort if parent else effort or Effort()
        self.elsewhere: list[Elsewhere] = parent.elsewhere if parent else []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            self._bind_defaults(node.args)
            made = parent is not None and parent.is_class and self.name == "__init__"
            self.functions.setdefault(parent.name if parent and made else self.name, []).append(self)
        if isinstance(node, ast.ClassDef):
            self.classes.setdefault(node.name, self)

    def values(self, node: ast.expr | None, depth: int = 0) -> list[str]:
        """Return the strings that the expression can be, at most 500; none when nothing is known."""
        if node is None or depth > _MAX_DEPTH:
            return []
        if depth == 0:
            self.effort.begin(node.lineno)
        if not self.effort.spend():
            return []
        found: dict[str, None] = {}
        for value in self._values(node, depth):
            if len(value) <= _MAX_LENGTH:
                found[value] = None
        return self.effort.few(found)

    def bind(self, node: ast.AST) -> None:
        """Remember what an assignment, a loop or an option of argparse binds."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._bind_target(target, node.value)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            self._bind_target(node.target, node.value)
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            for target, value in loop(node.target, node.iter):
                self._bind_target(target, value)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self._bind_target(node.optional_vars, node.context_expr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument":
            self._bind_option(node)

    def bound_to(self, name: str) -> "list[tuple[Scope, ast.expr]] | None":
        """Return what a name is bound to, nothing for a parameter without default; `None` when it is not bound here."""
        found = self._lookup(name)
        return [(found[0], value) for value in found[1]] if found else None

    def made_by(self, name: str) -> ast.expr | None:
        """Return the call whose result a variable holds; `None` when it is none, or not known."""
        found = self._lookup(name)
        return next((each.func for each in found[1] if isinstance(each, ast.Call)), None) if found else None

    def _bind_target(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.names.setdefault(target.id, []).append(value)
        elif (
            isinstance(target, ast.Attribute)
            and isinstance(target.value, ast.Name)
            and target.value.id in {"self", "cls"}
        ):
            owner = self._class()
            if owner is not None:
                owner.attributes.setdefault(target.attr, []).append((self, value))
        elif isinstance(target, ast.Tuple | ast.List):
            for each, part in parts(target, value):
                self._bind_target(each, part)

    def _bind_defaults(self, args: ast.arguments) -> None:
        positional = [*args.posonlyargs, *args.args]
        with_default = positional[len(positional) - len(args.defaults) :]
        for arg, default in zip(with_default, args.defaults, strict=False):
            self.names.setdefault(arg.arg, []).append(default)
        for arg, keyword_default in zip(args.kwonlyargs, args.kw_defaults, strict=False):
            if keyword_default is not None:
                self.names.setdefault(arg.arg, []).append(keyword_default)
        self.parameters = [arg.arg for arg in positional]
        for arg in (*positional, *args.kwonlyargs):
            self.names.setdefault(arg.arg, [])

    def _bind_option(self, call: ast.Call) -> None:
        """Remember the default of an argparse option: `args.model` can be it."""
        default = next((each.value for each in call.keywords if each.arg == "default"), None)
        for flag in call.args:
            if default is not None and isinstance(flag, ast.Constant) and isinstance(flag.value, str):
                self.options.setdefault(flag.value.lstrip("-").replace("-", "_"), []).append(default)

    def _class(self) -> "Scope | None":
        scope: Scope | None = self
        while scope is not None and not scope.is_class:
            scope = scope.parent
        return scope

    def _lookup(self, name: str) -> "tuple[Scope, list[ast.expr]] | None":
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names and (scope is self or not scope.is_class):
                return scope, scope.names[name]
            scope = scope.parent
        return None

    def _values(self, node: ast.expr, depth: int) -> Iterator[str]:
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from self._joined(node.values, depth)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            yield from self._joined([node.left, node.right], depth)
        elif isinstance(node, ast.IfExp | ast.BoolOp | ast.NamedExpr):
            yield from self.each(_branches(node), depth)
        else:
            yield from self._looked_up(node, depth)

    def _looked_up(self, node: ast.expr, depth: int) -> Iterator[str]:
        if isinstance(node, ast.Name | ast.Attribute):
            for scope, value in self._bound(node):
                yield from scope.values(value, depth + 1)
        elif isinstance(node, ast.Call):
            yield from self._called(node, depth)
        elif isinstance(node, ast.Subscript):
            yield from self._subscript(node.value, node.slice, depth)
        elif isinstance(node, ast.Starred):
            for scope, each in self._iterated(node.value, depth):
                yield from scope.values(each, depth + 1)

    def each(self, nodes: list[ast.expr], depth: int) -> Iterator[str]:
        """Yield what any of the expressions can be."""
        for node in self.effort.few(nodes):
            yield from self.values(node, depth + 1)

    def _bound(self, node: ast.expr) -> "Iterator[tuple[Scope, ast.expr]]":
        """Yield what a name, or an attribute of one, is bound to, with the scope to read it in."""
        if isinstance(node, ast.Name):
            found = self._lookup(node.id)
            if found is not None:
                yield from ((found[0], value) for value in self.effort.nearest(found[1]))
                yield from self.effort.few(found[0].passed.get(node.id, ()))
            else:
                yield from self._imported(node.id, None)
        elif isinstance(node, ast.Attribute):
            yield from self._attribute(node)

    def renamed(self, node: ast.expr, depth: int) -> "list[tuple[Scope, ast.expr]]":
        """Return what a name or an attribute is bound to, and what stands for each of many; any other itself."""
        if isinstance(node, ast.Name | ast.Attribute):
            return list(self._bound(node))
        if isinstance(node, ast.Starred):
            return self._iterated(node.value, depth)
        if isinstance(node, ast.Subscript):
            return list(self._held(node.value, node.slice, depth + 1)) if depth < _MAX_DEPTH else []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.BitOr):
            return [(self, node.left), (self, node.right)]
        return [(self, node)]

    def _attribute(self, node: ast.Attribute) -> "Iterator[tuple[Scope, ast.expr]]":
        made = node.value.func if isinstance(node.value, ast.Call) else node.value
        if not isinstance(made, ast.Name):
            return
        owner = made.id
        scope = self._class() if owner in {"self", "cls"} else self.classes.get(owner)
        if scope is None and owner not in {"self", "cls"}:
            scope = next((self.classes[made] for made in self._instance_of(owner) if made in self.classes), None)
        if scope is not None:
            yield from ((scope, value) for value in self.effort.nearest(scope.names.get(node.attr, [])))
            yield from self.effort.few(scope.attributes.get(node.attr, []))
        elif owner in {"args", "opt", "opts", "options", "flags", "FLAGS", "parsed", "cli_args"}:
            yield from ((self, value) for value in self.effort.nearest(self.options.get(node.attr, [])))
        elif self._lookup(owner) is None:
            yield from self._imported(owner, node.attr)

    def _imported(self, name: str, attribute: str | None) -> "Iterator[tuple[Scope, ast.expr]]":
        for elsewhere in self.elsewhere:
            yield from elsewhere(name, attribute)

    def _instance_of(self, name: str) -> Iterator[str]:
        found = self._lookup(name)
        for value in found[1] if found else ():
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
                yield value.func.id

    def _joined(self, parts: list[ast.expr], depth: int) -> Iterator[str]:
        """Yield every way to put the parts together; a part that is not known stands as `{name}`."""
        texts = [""]
        for part in parts:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            options = self.values(inner, depth + 1) or ["{" + _label(inner) + "}"]
            texts = self.effort.few(text + option for text in texts for option in options)
        yield from texts

    def _called(self, node: ast.Call, depth: int) -> Iterator[str]:
        name = dotted(node.func)
        if name is not None and name.removeprefix("os.") in _GETTERS:
            defaults = [*node.args[1:2], *(each.value for each in node.keywords if each.arg == "default")]
            yield from self.each(defaults, depth)
        elif name in _FIELDS:
            defaults = [*node.args[:1], *(each.value for each in node.keywords if each.arg == "default")]
            yield from self.each(defaults, depth)
        elif isinstance(node.func, ast.Attribute) and node.func.attr in _STRING_METHODS:
            yield from self.values(node.func.value, depth + 1)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "get" and node.args:
            yield from self._subscript(node.func.value, node.args[0], depth)
            yield from self.each(node.args[1:2], depth)
        elif name == "str" and node.args:
            yield from self.values(node.args[0], depth + 1)

    def _subscript(self, holder: ast.expr, key: ast.expr, depth: int) -> Iterator[str]:
        """Yield what a dictionary or list holds under a key; all of it when the key is not known."""
        for scope, each in self._held(holder, key, depth):
            yield from scope.values(each, depth + 1)

    def tables(self, holder: ast.expr, depth: int) -> "list[tuple[Scope, ast.expr]]":
        """Return the tables and lists that an expression can be, as they are written out."""
        tables: list[tuple[Scope, ast.expr]] = [(self, holder)]
        for _ in range(_MAX_RENAMED):
            tables = self.effort.few(each for scope, table in tables for each in scope.renamed(table, depth))
            if not self.effort.spend(len(tables)):
                return []
        return tables

    def _iterated(self, holder: ast.expr, depth: int) -> "list[tuple[Scope, ast.expr]]":
        """Return what a loop over an expression meets."""
        found: list[tuple[Scope, ast.expr]] = []
        for scope, table in self.tables(holder, depth):
            if isinstance(table, ast.Dict):
                found += [(scope, key) for key in table.keys if key is not None]
            elif isinstance(table, ast.List | ast.Tuple | ast.Set):
                found += [(scope, each) for each in table.elts]
        return self.effort.few(found)

    def _held(self, holder: ast.expr, key: ast.expr, depth: int) -> "Iterator[tuple[Scope, ast.expr]]":
        """Yield the expressions that a table, which may itself lie in one, can hold under a key, with their scope."""
        tables = self.tables(holder, depth)
        keys = set(self.values(key, depth + 1))
        at = key.value if isinstance(key, ast.Constant) and isinstance(key.value, int) else None
        for scope, table in self.effort.few(tables):
            if isinstance(table, ast.Dict):
                yield from ((scope, value) for value in self.effort.under(table, keys))
            elif isinstance(table, ast.List | ast.Tuple):
                chosen = table.elts[at : at + 1] if at is not None and at >= 0 else []
                yield from ((scope, each) for each in chosen or self.effort.few(table.elts))


def _branches(node: ast.IfExp | ast.BoolOp | ast.NamedExpr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return node.values if isinstance(node, ast.BoolOp) else [node.value]


def _label(node: ast.expr) -> str:
    name = dotted(node)
    return name.rpartition(".")[2] if name else "…"

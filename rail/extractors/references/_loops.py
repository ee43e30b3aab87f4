"""What the variable of a loop is: `for name in MODELS`, `for key, value in MODELS.items()`, `enumerate`, `zip` etc.

"Whatever stands in it" is written as Python writes it, `*MODELS`; "whatever it holds under some key" as `MODELS[...]`.
"""

import ast
from collections.abc import Iterator

from rail.extractors.references._dotted import dotted

_ALIKE = {"list", "sorted", "reversed", "set", "tuple", "tqdm", "tqdm.tqdm", "track", "progress.track", "iter"}
_PAIR = 2


def loop(target: ast.expr, iterated: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield each variable of a loop with what it can be."""
    if isinstance(iterated, ast.List | ast.Tuple | ast.Set):
        for each in iterated.elts:
            yield from parts(target, each)
    elif isinstance(iterated, ast.Call):
        yield from _called(target, iterated)
    else:
        yield from parts(target, _each(iterated))


def parts(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield each variable that an assignment binds, with its part of the value."""
    if not isinstance(target, ast.Tuple | ast.List):
        yield target, value
    elif isinstance(value, ast.Tuple | ast.List):
        for each, part in zip(target.elts, value.elts, strict=False):
            yield from parts(each, part)
    elif not any(isinstance(each, ast.Starred) for each in target.elts):
        for at, each in enumerate(target.elts):
            yield from parts(each, ast.copy_location(ast.Subscript(value, ast.Constant(at)), value))


def _called(target: ast.expr, call: ast.Call) -> Iterator[tuple[ast.expr, ast.expr]]:
    name = dotted(call.func)
    pair = target.elts if isinstance(target, ast.Tuple | ast.List) and len(target.elts) == _PAIR else None
    if isinstance(call.func, ast.Attribute) and call.func.attr in {"keys", "values", "items"} and not call.args:
        held = ast.copy_location(ast.Subscript(call.func.value, ast.Constant(None)), call)
        if call.func.attr == "keys":
            yield from loop(target, call.func.value)
        elif call.func.attr == "values":
            yield from parts(target, held)
        elif pair:
            yield from loop(pair[0], call.func.value)
            yield from parts(pair[1], held)
    elif name == "enumerate" and call.args and pair:
        yield from loop(pair[1], call.args[0])
    elif name == "zip" and isinstance(target, ast.Tuple | ast.List):
        for each, argument in zip(target.elts, call.args, strict=False):
            yield from loop(each, argument)
    elif name in _ALIKE and call.args:
        yield from loop(target, call.args[0])


def _each(holder: ast.expr) -> ast.Starred:
    return ast.copy_location(ast.Starred(holder), holder)

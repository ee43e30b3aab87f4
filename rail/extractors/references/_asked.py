"""Arguments of loaders of which the code does not tell what they are: who does?

What comes from a parameter or from the object itself is the caller's to say. The environment, a command line, a file
or another module tell it when the program runs: then a model is loaded that is not known.
"""

import ast
import re

from rail.extractors.references._values import Scope

_LINES = {"args", "opt", "opts", "options", "flags", "FLAGS", "parsed", "cli_args"}
"""Names that hold a command line, even as a parameter."""
_LOCAL = re.compile(
    r"(?<!name_or_)(?<!nameorpath)path|\bdir|_dir|dir\b|folder|file|output|\bout_|ckpt|checkpoint|save|local|tmp|temp|cache"
    r"|snapshot|weights|state_dict|resume|trained_model",
    re.IGNORECASE,
)
_FOLLOWED = 12
_LOOKED_AT = 8


def is_open(node: ast.expr) -> bool:
    """Tell whether an expression may be the name of a model at all: no literal, and not called like a place on disk."""
    if isinstance(node, ast.Constant | ast.List | ast.Tuple | ast.Dict | ast.Lambda | ast.JoinedStr | ast.BinOp):
        return False
    return not _LOCAL.search(ast.unparse(node))


def asks_caller(node: ast.expr, scope: Scope, depth: int = 0) -> bool:
    """Tell whether an expression is what a caller passes, or what the object was made with."""
    if depth > _FOLLOWED:
        return True
    if isinstance(node, ast.Name):
        if node.id in _LINES:
            return False
        bound = scope.bound_to(node.id)
        return bound is not None and (
            not bound or any(asks_caller(value, at, depth + 1) for at, value in bound[:_LOOKED_AT])
        )
    if isinstance(node, ast.Attribute):
        if isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}:
            return True
        return asks_caller(node.value, scope, depth + 1)
    parts = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]
    return any(asks_caller(each, scope, depth + 1) for each in parts if not isinstance(each, ast.Constant))

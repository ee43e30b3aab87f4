"""What the calls of a module pass to its own functions and classes: `def load(name): …`, `load("owner/name")`."""

import ast

from rail.extractors.references._dotted import dotted
from rail.extractors.references._values import Scope


def pass_arguments(call: ast.Call, scope: Scope) -> None:
    """Bind the arguments of a call to the parameters of the function or class; of several with its name to none."""
    owner, _, name = (dotted(call.func) or "").rpartition(".")
    called = scope.functions.get(name, ()) if owner in {"", "self", "cls"} else ()
    if len(called) != 1 or called[0] is scope:
        return
    function = called[0]
    method = function.parent is not None and function.parent.is_class
    for parameter, argument in zip(function.parameters[1 if method else 0 :], call.args, strict=False):
        if isinstance(argument, ast.Starred):
            break
        function.passed.setdefault(parameter, []).append((scope, argument))
    for keyword in call.keywords:
        if keyword.arg in function.names:
            function.passed.setdefault(keyword.arg, []).append((scope, keyword.value))

"""Python code as a syntax tree, or the reason why it is none."""

import ast
import warnings

from rail.errors import ReadError


def parse(data: bytes, path: str) -> ast.Module:
    """Return the tree of a module.

    Raises:
        ReadError: it is no Python 3, or nested too deeply.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except SyntaxError as fault:
        hint = "it loads models, which were not read; is it Python 2, or a template?"
        raise ReadError(f"not Python 3: {fault.msg}", place=path, line=fault.lineno, hint=hint) from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        raise ReadError(f"not readable as Python: {fault or type(fault).__name__}", place=path) from fault

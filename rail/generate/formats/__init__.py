"""How a licence is written: one module a format, with `SUFFIX` and `write(blocks, markdown) -> str`."""

import importlib
import pkgutil
from typing import Any

from rail.errors import UsageError


def format_names() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def find_format(name: str) -> Any:
    """Return the module of a format.

    Raises:
        UsageError: there is no such format.
    """
    if name not in format_names():
        raise UsageError(f"unknown format: {name}", hint=f"one of {', '.join(format_names())}")
    return importlib.import_module(f"{__name__}.{name}")

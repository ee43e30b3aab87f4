"""The JSON Schema of a value, the same on every Python.

https://json-schema.org/draft/2020-12/schema
"""

import inspect
from typing import Any

import msgspec


def schema_of(shape: Any) -> dict[str, Any]:
    """Return the schema of a type; descriptions are its docstrings without the indentation that older Pythons keep."""
    document: dict[str, Any] = _clean(msgspec.json.schema(shape))
    return document


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: inspect.cleandoc(each) if key == "description" and isinstance(each, str) else _clean(each)
            for key, each in value.items()
        }
    return [_clean(each) for each in value] if isinstance(value, list) else value

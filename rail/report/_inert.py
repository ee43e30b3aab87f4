"""The report with every string made harmless for reading: what all formats but JSON start from.

A name, path or licence text can hold escape sequences, bidirectional overrides, line breaks and bytes that are no text.
White space within prose becomes one blank; every other such character is written as its visible escape
(`rail.report.terminal.visible`). The grammar of a format (HTML, CSV, workflow commands) is left to its writer.
"""

import hashlib
from typing import Any, TypeVar

import msgspec

from rail.report.terminal import visible

_LONGEST = 4_000
_PROSE = frozenset({"hint", "help", "message", "note", "reason", "says", "statement", "text"})
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def inert(report: _Struct) -> _Struct:
    """Return the report with visible strings, cut beyond 4,000 characters; a cut name keeps a hash of the whole."""
    return _struct(report)


def _struct(value: _Struct) -> _Struct:
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        new = _value(old, prose=name in _PROSE)
        if new is not old:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _value(value: Any, *, prose: bool) -> Any:
    if isinstance(value, str):
        return _text(value, prose=prose)
    if isinstance(value, msgspec.Struct):
        return _struct(value)
    if isinstance(value, tuple):
        each = tuple(_value(part, prose=prose) for part in value)
        return value if all(new is old for new, old in zip(each, value, strict=True)) else each
    return value


def _text(text: str, *, prose: bool) -> str:
    if prose and not text.isprintable():
        text = " ".join(text.split())
    shown = visible(text)
    if len(shown) <= _LONGEST:
        return shown
    mark = "" if prose else hashlib.sha256(shown.encode()).hexdigest()[:16]
    return f"{shown[:_LONGEST]}…{mark}"

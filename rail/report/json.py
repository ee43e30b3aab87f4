"""The report as it is: `rail.report/1`, indented, sorted by the pipeline, the same bytes for the same input.

Every field is written, also when it is empty; only a field without a value is left out.
Schema: docs/schema/rail.report-1.json. It holds everything that `rail convert` needs to write any other format.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec

from rail.domain.report import Report
from rail.report.spi import Style, writer


@writer("json", suffix=".json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as JSON, UTF-8, with a newline at the end."""
    yield encode(report)


def encode(value: msgspec.Struct) -> bytes:
    """Return a value as indented JSON; bytes of a file name that are no UTF-8 come escaped."""
    try:
        compact = msgspec.json.encode(_plain(value))
    except UnicodeEncodeError:
        compact = msgspec.json.encode(_escaped(value))
    return msgspec.json.format(compact, indent=2) + b"\n"


class _Shape(NamedTuple):
    """The fields of a kind as they are written, the way to their values, and which are not ready as they are."""

    written: tuple[str, ...]
    values: Callable[[object], tuple[object, ...]]
    unready: tuple[str, ...]


_SHAPES: dict[type, _Shape] = {}


def _plain(value: object) -> object:
    """Return what the encoder writes as it should; a kind that leaves out only what is `None` is ready as it is."""
    if isinstance(value, msgspec.Struct):
        shape = _shape(type(value))
        plain = {name: each for name, each in zip(shape.written, shape.values(value), strict=True) if each is not None}
        for name in shape.unready:
            if held := plain.get(name):  # what is empty is ready
                plain[name] = _plain(held)
        return plain
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _shape(kind: type[msgspec.Struct]) -> _Shape:
    found = _SHAPES.get(kind)
    if found is None:
        types, names, written = get_type_hints(kind), kind.__struct_fields__, kind.__struct_encode_fields__
        unready = tuple(each for each, name in zip(written, names, strict=True) if not _ready(types[name]))
        values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        found = _SHAPES[kind] = _Shape(written, values, unready)
    return found


def _ready(declared: Any) -> bool:
    """Tell whether the encoder writes every value of this type as it should."""
    if arguments := get_args(declared):
        return all(each is Ellipsis or _ready(each) for each in arguments)
    plain = getattr(declared, "__supertype__", declared)
    if not isinstance(plain, type) or not issubclass(plain, msgspec.Struct):
        return isinstance(plain, type) and issubclass(plain, str | int | float | Enum | NoneType)
    leaves_out_nothing_else = all(each in (None, msgspec.NODEFAULT) for each in plain.__struct_defaults__)
    return (
        leaves_out_nothing_else
        and plain.__struct_config__.omit_defaults
        and all(_ready(each) for each in get_type_hints(plain).values())
    )


def _escaped(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        shape = _shape(type(value))
        said = zip(shape.written, shape.values(value), strict=True)
        return {written: _escaped(each) for written, each in said if each is not None}
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_escaped(key): _escaped(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(each) for each in value]
    return value

"""The report as it is: `rail.report/1`, indented, sorted by the pipeline, the same bytes for the same input.

Every field is written, also when it is empty; only a field without a value is left out.
Schema: docs/schema/rail.report-1.json. It holds everything that `rail convert` needs to write any other format.
"""

from collections.abc import Iterator

import msgspec

from rail.domain.report import Report
from rail.report.spi import Style, writer


@writer("json", suffix=".json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as JSON, UTF-8, with a newline at the end."""
    yield encode(report)


def encode(value: msgspec.Struct) -> bytes:
    """Return a value as indented JSON; bytes of a file name that are no UTF-8 come escaped."""
    plain = _plain(value)
    try:
        compact = msgspec.json.encode(plain)
    except UnicodeEncodeError:
        compact = msgspec.json.encode(_escaped(plain))
    return msgspec.json.format(compact, indent=2) + b"\n"


_FIELDS: dict[type, tuple[tuple[str, str], ...]] = {}


def _plain(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        kind = type(value)
        fields = _FIELDS.get(kind)
        if fields is None:
            fields = _FIELDS[kind] = tuple(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
        return {
            written: _plain(each) if isinstance(each, tuple | msgspec.Struct) else each
            for name, written in fields
            if (each := getattr(value, name)) is not None
        }
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _escaped(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_escaped(key): _escaped(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    return value

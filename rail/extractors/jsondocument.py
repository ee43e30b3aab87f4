"""JSON documents from strangers: decoded without trust, and the line on which each thing stands."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from rail.errors import ReadError

_KEY = re.compile(rb'[ \t]*("[^"\\]*(?:\\.[^"\\]*)*")[ \t]*:[ \t]*(\{?)')
_TEXT = re.compile(rb'\n[ \t]+"([^"\\\n]*)"[ \t]*:[ \t]*"')
"""A key, at the start of a line, that has a text."""
_OBJECT = re.compile(rb'([^"\\\n]*(?:\\.[^"\\\n]*)*)": \{\r?\n')
"""The rest of a key that has an object, whose first key stands on the next line."""
_FIRST = re.compile(rb'\s*\{[ \t]*\r?\n([ \t]+)"')
_MAX_DEPTH = 64
_BLANK = b" \t"


def decode(data: bytes, path: str, hint: str) -> dict[str, Any]:
    """Return the JSON object in `data`; `hint` says how the file is written anew.

    Raises:
        ReadError: it is not JSON, nested too deeply, or not an object.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        document = msgspec.json.decode(data)
    except RecursionError as fault:
        raise ReadError("JSON is nested too deeply", place=path, hint=hint) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise ReadError(f"not readable as JSON: {fault}", place=path, hint=hint, line=_line_of(fault, data)) from fault
    if not isinstance(document, dict):
        raise ReadError(f"expected a JSON object, found {type(document).__name__}", place=path, hint=hint)
    return document


def pointer_lines(data: bytes, *, objects: bool = False, depth: int | None = None) -> dict[str, int]:
    """Return the line (from 1) of each key that opens a line, by JSON pointer; `objects` keeps those of objects only.

    With `depth` the pointers of so many steps at most are told.

    The depth is told by the indentation; a document on one line has no lines to tell.
    """
    lines: dict[str, int] = {}
    above: list[tuple[int, str]] = []
    for number, line in enumerate(data.splitlines(), 1):
        if objects and not line.endswith(b"{"):
            continue
        if depth is not None and len(above) >= depth and len(line) - len(line.lstrip(_BLANK)) > above[depth - 1][0]:
            continue
        found = _KEY.match(line)
        if found is None:
            continue
        indent = found.start(1)
        while above and above[-1][0] >= indent:
            above.pop()
        pointer = f"{above[-1][1] if above else ''}/{escaped(_unquoted(found[1]))}"
        lines.setdefault(pointer, number)
        if found[2] and len(above) < _MAX_DEPTH:
            above.append((indent, pointer))
    return lines


def key_lines(data: bytes, keys: Iterable[str], *, inside: str) -> dict[str, int]:
    """Return what `pointer_lines` would of these keys of the document and of the keys in the object `inside`.

    Much quicker where few lines of many count; a document of an odd shape is read whole.
    """
    first = _FIRST.match(data)
    if first is None:
        return pointer_lines(data)
    lines: dict[str, int] = {}
    begin = b"\n" + first[1]
    for key in keys:
        at = data.find(begin + b'"' + key.encode() + b'"')
        if at >= 0:
            lines["/" + escaped(key)] = data.count(b"\n", 0, at) + 2
    at = data.find(begin + b'"' + inside.encode() + b'"')
    if at >= 0:
        above = data.count(b"\n", 0, at) + 1
        end = data.find(begin + b"}", at)
        block = data[at + 1 : end if end > 0 else len(data)]
        found = _flat_lines(block, f"/{escaped(inside)}", begin)
        for pointer, line in (pointer_lines(block) if found is None else found).items():
            lines.setdefault(pointer, above + line)
    return lines


def _flat_lines(block: bytes, pointer: str, begin: bytes) -> dict[str, int] | None:
    """Return the lines of an object that holds a text on each line, and of its own key, which opens the block.

    `begin` is what stands before that key, the newline included; `None` where the object is of another shape.
    """
    count = block.count(b"\n")
    keys = _TEXT.findall(block)
    if len(keys) != count or block.count(begin + b" ") + block.count(begin + b"\t") != count:
        return None
    lines = {pointer: 1}
    for number, key in enumerate(keys, 2):
        lines.setdefault(f"{pointer}/{escaped(key.decode('utf-8', 'replace'))}", number)
    return lines


def entry_lines(data: bytes, inside: str) -> dict[str, int]:
    """Return the line (from 1) of each object in the object `inside` of the document, by its key.

    As `pointer_lines` tells them, but much quicker for a document of many entries; one of an odd shape is read whole.
    """
    first = _FIRST.match(data)
    step = first[1] if first else b""
    at = data.find(b'\n%b"%b": {' % (step, inside.encode()))
    if not step or at < 0:
        above = f"/{escaped(inside)}/"
        every = pointer_lines(data, objects=True, depth=2).items()
        return {_unescaped(key.removeprefix(above)): line for key, line in every if key.startswith(above)}
    lines: dict[str, int] = {}
    line = data.count(b"\n", 0, at) + 1
    end = data.find(b"\n%b}" % step, at)
    for part in data[at : end + 1 if end > 0 else len(data)].split(b'\n%b%b"' % (step, step)):
        found = _OBJECT.match(part)
        if found is not None:
            lines.setdefault(_unquoted(b'"%b"' % found[1]), line)
        line += part.count(b"\n") + 1
    return lines


def value_lines(data: bytes, *keys: str) -> dict[str, int]:
    """Return the first line (from 1) on which one of `keys` has a text: for arrays of objects that name themselves."""
    names = "|".join(re.escape(key) for key in keys)
    wanted = re.compile(rf'[ \t{{]*"(?:{names})"[ \t]*:[ \t]*("(?:[^"\\]|\\.)*")'.encode())
    lines: dict[str, int] = {}
    for number, line in enumerate(data.splitlines(), 1):
        if found := wanted.match(line):
            lines.setdefault(_unquoted(found[1]), number)
    return lines


def escaped(step: str) -> str:
    """Return one step of a JSON pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def _line_of(fault: Exception, data: bytes) -> int | None:
    place = re.search(r"\(byte (\d+)\)", str(fault))
    return data.count(b"\n", 0, int(place[1])) + 1 if place else None


def _unquoted(quoted: bytes) -> str:
    if b"\\" in quoted:
        try:
            return str(msgspec.json.decode(quoted, type=str))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return ""
    return quoted[1:-1].decode("utf-8", "replace")

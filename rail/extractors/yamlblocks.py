"""The part of YAML that lockfiles are written in, read line by line: block mappings, plain lists, scalars.

A YAML library would build every hash and every list, has no lines to tell, and can be made to run out of memory or
stack; this reader has neither trouble. Inline collections (`{integrity: …}`) are kept as text for `flow`. What lies
outside (anchors, tags, tabs, merge conflicts) is a fault with its line, never skipped in silence.
https://yaml.org/spec/1.2.2/
"""

import re
from typing import Any

from rail.errors import ReadError

MAX_DEPTH = 32
"""The deepest nesting that is read; lockfiles have six levels."""
_FLOW_LINES = 500
_FLOW = re.compile(r"""(?<![\w.@/-])([\w.@/-]+)["']?\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,{}"'][^,{}]*)""")
_ESCAPE = re.compile(r"\\(.)")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s*#.*)?\Z""")
_QUOTED_KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?: +(.*))?\Z""")


class Mapping(dict[str, Any]):
    """A block mapping: text, lists of text, or mappings, by key; `line` is where its own key stands."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line

    def mapping(self, key: str) -> "Mapping":
        """Return the mapping under `key`; an empty one in the place of anything else."""
        value = self.get(key)
        return value if isinstance(value, Mapping) else Mapping(self.line)

    def is_odd(self, key: str) -> bool:
        """Answer whether something other than a mapping stands where one belongs; nothing at all is not odd."""
        return not isinstance(self.get(key, ""), Mapping) and self.get(key, "") not in ("", "{}")

    def string(self, key: str) -> str | None:
        """Return the text under `key`; `None` in the place of anything else."""
        value = self.get(key)
        return value if isinstance(value, str) and value else None


def read_blocks(text: str, path: str) -> tuple[list[Mapping], ReadError | None]:
    """Return the documents in `text`, and the fault at which reading stopped (`None`: all was read)."""
    reader = _Reader(text, path)
    try:
        reader.read()
    except ReadError as fault:
        return reader.documents, fault
    return reader.documents, None


def flow(text: str | None) -> dict[str, str]:
    """Return the pairs of a flat inline mapping (`{integrity: sha512-…, tarball: https://…}`)."""
    return {found[1]: scalar(found[2].strip()) for found in _FLOW.finditer(text or "")}


def scalar(text: str) -> str:
    """Return what a scalar says, its quotes taken off."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(r"\1", text[1:-1]) if "\\" in text else text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.documents: list[Mapping] = []
        self._lines = text.split("\n")
        self._path = path
        self._at = 0
        self._levels: list[tuple[int, Mapping]] = []
        self._last: tuple[int, Mapping, str] = (0, Mapping(0), "")
        """The indentation, mapping and name of the last key: what a deeper line belongs to."""
        self._line_of_last = 0

    def read(self) -> None:
        self._begin()
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            body = line.strip(" \r")
            if not body or body[0] == "#":
                continue
            if line.startswith(("---", "...", "%")):
                self._begin()
                continue
            self._take(len(line) - len(line.lstrip(" ")), body)

    def _begin(self) -> None:
        if not self.documents or self.documents[-1]:
            self.documents.append(Mapping(self._at))
        self._levels = [(0, self.documents[-1])]
        self._last = (-1, self.documents[-1], "")

    def _take(self, indent: int, body: str) -> None:
        above, holder, key = self._last
        value = holder.get(key)
        item = body.startswith("- ") or body == "-"
        if body[0] == "\t":
            raise self._fault("a tab, which YAML does not allow for indentation")
        if item and indent >= above and (value == "" or isinstance(value, list)):
            if not value:
                holder[key] = value = []
            value.append(scalar(body[2:].strip()))
        elif indent > above >= 0 and value != "":
            return  # the rest of a text or of a list item that runs over several lines
        elif item:
            raise self._fault("a list where a mapping was expected")
        else:
            self._key(indent, body)

    def _key(self, indent: int, body: str) -> None:
        above, holder, last = self._last
        if body.startswith("? "):
            body = self._joined(indent, body)
        name, value = _pair(body)
        if name is None:
            if indent <= above or above < 0:
                raise self._fault("not a line of a lockfile")
            holder[last] = self._flowing(body) if body[0] in "{[" else scalar(body)
            return
        mapping = self._level(indent)
        if value[:1] in ("&", "*", "!"):
            raise self._fault("anchors, aliases and tags are not read")
        if name in mapping:
            raise self._fault(f"the key {name[:80]} a second time")
        self._line_of_last = self._at
        self._last = (indent, mapping, name)
        if value[:1] in ("{", "["):
            value = self._flowing(value)
        mapping[name] = scalar(value)

    def _level(self, indent: int) -> Mapping:
        """Return the mapping to which a key of that indentation belongs; a deeper one opens below the last key."""
        above, holder, last = self._last
        if indent > above >= 0:
            if len(self._levels) >= MAX_DEPTH:
                raise self._fault(f"nested deeper than {MAX_DEPTH}")
            holder[last] = Mapping(self._line_of_last)
            self._levels.append((indent, holder[last]))
        while self._levels[-1][0] > indent:
            self._levels.pop()
        level, mapping = self._levels[-1]
        if level != indent:
            raise self._fault("an indentation that fits nowhere")
        return mapping

    def _joined(self, indent: int, body: str) -> str:
        """Read a key too long for one line: `? key`, then `: value` with the value's first line."""
        after = self._lines[self._at] if self._at < len(self._lines) else ""
        if not after.startswith(" " * indent + ":"):
            raise self._fault("a key without its value")
        self._lines[self._at] = " " * indent + "  " + after[indent + 1 :].strip()
        return body[2:].strip() + ":"

    def _flowing(self, begun: str) -> str:
        """Return an inline collection, which may run over several lines."""
        parts, line = [begun], self._at
        depth = _depth(begun)
        while depth > 0 and self._at < len(self._lines) and len(parts) < _FLOW_LINES:
            parts.append(self._lines[self._at].strip())
            depth += _depth(parts[-1])
            self._at += 1
        if depth > 0:
            raise self._fault("an inline collection without its end", line)
        return " ".join(parts)

    def _fault(self, problem: str, line: int | None = None) -> ReadError:
        hint = "what stands before it was read; let the package manager write the file anew"
        return ReadError(problem, place=self._path, hint=hint, line=line or self._at)


def _pair(body: str) -> tuple[str | None, str]:
    """Split `key: value`; no key where the line holds only a value."""
    if body[0] in "\"'":
        found = _QUOTED_KEY.match(body)
        return (scalar(found[1]), _uncommented(found[2] or "")) if found else (None, "")
    if body[0] in "{[<>=|&*!@`":
        return None, ""
    key, colon, value = body.partition(": ")
    if colon:
        return key.rstrip(), _uncommented(value)
    return (body[:-1], "") if body.endswith(":") else (None, "")


def _uncommented(value: str) -> str:
    value = value.strip()
    if value[:1] in ("'", '"'):
        found = _QUOTED.match(value)
        return found[1] if found else value
    return value.partition(" #")[0].rstrip() if value[:1] != "#" else ""


def _depth(text: str) -> int:
    """Return how many brackets a line opens and does not close; those in quotes do not count."""
    if "'" not in text and '"' not in text:
        return text.count("{") + text.count("[") - text.count("}") - text.count("]")
    depth, quote = 0, ""
    for char in text:
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        else:
            depth += (char in "{[") - (char in "}]")
    return depth

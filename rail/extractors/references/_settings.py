"""Key and value pairs of YAML, JSON, TOML and INI files, line by line: where each stands, and below which keys.

Configuration is full of templates, anchors and dialects that a parser refuses, and a parser has no lines to tell. This
reader follows the indentation and takes what it cannot follow for nothing; it never runs long and never nests.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MAX_DEPTH = 40
_MAX_LINE = 200_000
_BLOCK = re.compile(r"(?:[:\s]|^)(?<![^:\s-])([|>])[+-]?[1-9]?[+-]?\s*(?:#.*)?\Z")
_TABLE = re.compile(r"\s*\[\[?([\w.\-\"' ]{1,200})\]\]?\s*(?:#.*)?\Z")
_PAIR = re.compile(r"""(["']?)([\w$/][\w .$/-]{0,79}?)\1\s*(?::(?=[\s"'\[{]|\Z)|=(?!=))\s*(.*)\Z""", re.DOTALL)
_INLINE = re.compile(
    r"""(?<![\w.-])(["']?)([\w.-]{1,80})\1\s*[:=]\s*(?:"([^"]{1,300})"|'([^']{1,300})'|([^\s"',{}\[\]]{1,300}))"""
)
_ITEM = re.compile(r""""([^"]{1,300})"|'([^']{1,300})'|([^\s"',\[\]]{1,300})""")


class Setting(NamedTuple):
    """A value, the keys above it from the outside in, its line (from 1), and whether it is an item of a list."""

    keys: tuple[str, ...]
    value: str
    line: int
    item: bool = False

    @property
    def key(self) -> str:
        """The nearest key; empty for a value without any."""
        return self.keys[-1] if self.keys else ""

    @property
    def above(self) -> str:
        """The key above the nearest."""
        return self.keys[-2] if len(self.keys) > 1 else ""


def settings(text: str, *, tables: bool = False) -> Iterator[Setting]:
    """Yield the pairs and list items of a text; with `tables` a line `[name]` opens a table (TOML, INI)."""
    stack: list[tuple[int, str]] = []
    lines = text.split("\n")
    blocked = 0
    for number, line in enumerate(lines, 1):
        body = line[:_MAX_LINE].strip()
        if not body or body.startswith(("#", "//", ";", "/*", "<!--")):
            continue
        table = _TABLE.match(line) if tables else None
        if table:
            stack = [(-1, part.strip("\"' ")) for part in table[1].split(".")[:_MAX_DEPTH]]
            continue
        yield from _of_line(_indent(line), body, number, stack)
        block = None if tables or number <= blocked else _BLOCK.search(body)
        if block:
            blocked = _end_of_block(lines, number)
            keys = tuple(key for _, key in stack)
            yield from _of_block(lines[number:blocked], number, keys, folded=block[1] == ">")


def _end_of_block(lines: list[str], above: int) -> int:
    """Return the last line of the block that the line `above` opens: what is indented more."""
    limit = _indent(lines[above - 1])
    at = above
    while at < len(lines) and (not lines[at].strip() or _indent(lines[at]) > limit):
        at += 1
    return at


def _of_block(lines: list[str], above: int, keys: tuple[str, ...], *, folded: bool) -> Iterator[Setting]:
    """Yield the text of a block of YAML, folded into one line or each line by itself.

    What looks like a setting in there is one besides: the block may be a configuration.
    """
    joined, begin = "", 0
    for number, line in enumerate(lines, above + 1):
        joined, begin = f"{joined} {line.strip()}".strip(), begin or number
        if joined.endswith("\\"):
            joined = joined[:-1]
        elif not folded:
            if joined:
                yield Setting(keys, joined[:_MAX_LINE], begin)
            joined, begin = "", 0
    if joined:
        yield Setting(keys, joined[:_MAX_LINE], begin)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _of_line(indent: int, body: str, number: int, stack: list[tuple[int, str]]) -> Iterator[Setting]:
    dashed = False
    while body.startswith("- ") or body == "-":
        _close(stack, indent + 1)
        rest = body[1:].lstrip()
        indent, body, dashed = indent + len(body) - len(rest), rest, True
    found = _PAIR.match(body)
    if found is None:
        if body[:1] in "\"'{" or dashed:
            keys = tuple(key for _, key in stack)
            yield from _inside(keys, body, number)
        return
    _close(stack, indent)
    keys = (*(key for _, key in stack), found[2].strip())
    value = found[3].strip()
    if value in ("", "{", "[", "|", ">", "|-", ">-") or value.startswith(("#", "&", "!")):
        if len(stack) < _MAX_DEPTH:
            stack.append((indent, found[2].strip()))
    elif value[0] in "{[":
        yield from _inside(keys, value, number)
    else:
        yield Setting(keys, _scalar(value), number)
        yield from _inside(keys, value, number, lists=False)


def _close(stack: list[tuple[int, str]], indent: int) -> None:
    while stack and stack[-1][0] >= indent:
        stack.pop()


def _inside(keys: tuple[str, ...], text: str, number: int, *, lists: bool = True) -> Iterator[Setting]:
    """Yield the pairs of an inline mapping, the items of an inline list, or the one item that the text is."""
    pairs = list(_INLINE.finditer(text)) if "{" in text or not lists else []
    for found in pairs:
        yield Setting((*keys, found[2]), found[3] or found[4] or found[5], number)
    if lists and not pairs:
        for found in _ITEM.finditer(text):
            yield Setting(keys, found[1] or found[2] or found[3], number, item=True)


def _scalar(value: str) -> str:
    """Return a value without its quotes, its comma and the comment after it."""
    if value[0] in "\"'":
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value[1:]
    return value.partition(" #")[0].rstrip(" ,")

"""The Markdown of a licence as blocks: the part of the language that licences use.

Headings (`#`, `##`), paragraphs, items `- …`, lettered items `(a) …`, numbered ones `1. …` and `4.1 …`, fences (`~~~`);
a line in bold is a heading; a backslash takes the meaning from the character behind it.
https://spec.commonmark.org/0.31.2/
"""

import re
from typing import Literal, NamedTuple

_BULLET = re.compile(r"[-*] ")
_LETTERED = re.compile(r"\(([a-z]{1,3})\) ")
_NUMBERED = re.compile(r"((?:[A-Z]\.|\d+\.)\d+|\d{1,3}\.) ")
_POINT = re.compile(r"\d{1,3}\. ")
_HEADING = re.compile(r"(#{1,6}) ")
_BOLD_LINE = re.compile(r"\*\*([^*]{1,200})\*\*")
_FENCE = re.compile(r"(~~~|```)")
_STRONG = re.compile(r"(?<!\\)\*\*")
_ESCAPE = re.compile(r"\\([^A-Za-z0-9\s])")

Kind = Literal["title", "heading", "paragraph", "numbered", "item", "bullet"]


class Block(NamedTuple):
    """A part of a document: its kind, label (`(a)`, `4.1`) and plain words. `level` is that of a heading, from 1."""

    kind: Kind
    text: str
    label: str = ""
    level: int = 0


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a document in their order; the first heading is its title."""
    out: list[Block] = []
    titled = False
    for words in _parts(markdown):
        block = _block(words, title=not titled)
        titled = titled or block.kind == "title"
        out.append(block)
    return out


def _parts(markdown: str) -> list[str]:
    """Return the words of each block: a blank line ends one, a marker begins one, in a fence every line is one."""
    parts: list[list[str]] = []
    fenced, begins = False, True
    for line in map(str.strip, markdown.splitlines()):
        if _FENCE.match(line):
            fenced, begins = not fenced, True
        elif not line:
            begins = True
        elif begins or fenced or _marked(line):
            parts.append([line])
            begins = False
        else:
            parts[-1].append(line)
    return [" ".join(each) for each in parts]


def _marked(line: str) -> bool:
    return any(mark.match(line) for mark in (_BULLET, _LETTERED, _POINT, _HEADING))


def _block(text: str, *, title: bool) -> Block:
    if heading := _HEADING.match(text):
        level = len(heading[1])
        return Block("title" if title else "heading", _plain(text[heading.end() :]), level=level)
    if bold := _BOLD_LINE.fullmatch(text):
        return Block("heading", _plain(bold[1]), level=2)
    if bullet := _BULLET.match(text):
        return Block("bullet", _plain(text[bullet.end() :]))
    if lettered := _LETTERED.match(text):
        return Block("item", _plain(text[lettered.end() :]), f"({lettered[1]})")
    if numbered := _NUMBERED.match(text):
        return Block("numbered", _plain(text[numbered.end() :]), numbered[1])
    return Block("paragraph", _plain(text))


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", _STRONG.sub("", text))

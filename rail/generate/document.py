"""The Markdown of a licence as blocks: the small part of the language that the templates use.

Headings (`#`, `##`), paragraphs, items `- …` and lettered items `(a) …`; a backslash takes the meaning from the
character behind it. https://spec.commonmark.org/0.31.2/
"""

import re
from typing import Literal, NamedTuple

_LETTERED = re.compile(r"\(([a-z]{1,3})\) ")
_NUMBERED = re.compile(r"((?:[A-Z]\.|\d+\.)\d+) ")
_HEADING = re.compile(r"(#{1,3}) ")
_ESCAPE = re.compile(r"\\([^A-Za-z0-9\s])")

Kind = Literal["title", "heading", "paragraph", "numbered", "item", "bullet"]


class Block(NamedTuple):
    """A part of a document: its kind, label (`(a)`, `4.1`) and plain words. `level` is that of a heading, from 1."""

    kind: Kind
    text: str
    label: str = ""
    level: int = 0


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a document in their order."""
    out: list[Block] = []
    for part in markdown.strip().split("\n\n"):
        lines = part.strip().splitlines()
        if lines and lines[0].startswith("- "):
            out += [Block("bullet", _plain(line[2:])) for line in " ".join(lines).replace(" - ", "\n- ").split("\n")]
        elif lines:
            out.append(_block(" ".join(lines), first=not out))
    return out


def _block(text: str, *, first: bool) -> Block:
    if heading := _HEADING.match(text):
        level = len(heading[1])
        return Block("title" if first else "heading", _plain(text[heading.end() :]), level=level)
    if lettered := _LETTERED.match(text):
        return Block("item", _plain(text[lettered.end() :]), f"({lettered[1]})")
    if numbered := _NUMBERED.match(text):
        return Block("numbered", _plain(text[numbered.end() :]), numbered[1])
    return Block("paragraph", _plain(text))


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)

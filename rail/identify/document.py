"""The words of a text, freed from their container, each line with its number in the original.

Plain text, Markdown, HTML, AsciiDoc, reStructuredText, RTF, comments of source files and text taken out of PDF all come
out as the same clean lines. List labels ("(a)", "1.", "•") stay, for a clause hangs on them; link targets are apart.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from rail.identify.characters import repair
from rail.identify.hypertext import is_hypertext, strip_tags
from rail.identify.markup import strip_marks
from rail.identify.paging import page_heads, strip_paging
from rail.identify.pieces import Anchor
from rail.identify.richtext import is_richtext, strip_controls


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of clean text. `number` is the 1-based line of the original; several may share it (HTML on one line).

    No named tuple: there are hundreds in a text, and this takes a fifth of the time to make.
    """

    number: int
    text: str


class Link(NamedTuple):
    """A link that the text shows as `text`; `number` is its 1-based line."""

    number: int
    text: str
    url: str


class Document(NamedTuple):
    """A text as clean lines, blank ones included (they part paragraphs), and the links that its markup hid."""

    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()


def read_document(text: str) -> Document:
    """Read any text; never fails. Takes time linear in its size."""
    text = repair(text)
    numbers, raw, anchors = _freed(text)
    lines, more = strip_marks(numbers, raw)
    heads = page_heads(raw) if "\f" in text else frozenset()
    return Document(tuple(map(Line, *strip_paging(numbers, lines, heads))), tuple(map(Link._make, anchors + more)))


def _freed(text: str) -> tuple[Sequence[int], Sequence[str], list[Anchor]]:
    """Return the numbers of the lines of a text without its container, the lines, and the links."""
    anchors: list[Anchor] = []
    if is_richtext(text):
        pieces = strip_controls(text)
    elif is_hypertext(text):
        pieces, anchors = strip_tags(text)
    else:
        lines = text.split("\n")
        return range(1, len(lines) + 1), lines, anchors
    numbers, shown = zip(*pieces, strict=True)
    return numbers, shown, anchors

"""The words of a text, freed from their container, each line with its number in the original.

Plain text, Markdown, HTML, AsciiDoc, reStructuredText, RTF, comments of source files and text taken out of PDF all come
out as the same clean lines. List labels ("(a)", "1.", "•") stay, for a clause hangs on them; link targets are apart.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rail.identify.characters import repair
from rail.identify.hypertext import is_hypertext, strip_tags
from rail.identify.markup import strip_marks
from rail.identify.paging import is_paged, page_heads, strip_paging
from rail.identify.pieces import Anchor
from rail.identify.richtext import is_richtext, strip_controls


class Line(NamedTuple):
    """One line of clean text. `number` is the 1-based line of the original; several may share it (HTML on one line)."""

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
    numbered = list(zip(numbers, lines, strict=True))
    if is_paged(text):
        numbered = strip_paging(numbered, page_heads(raw))
    return Document(tuple(map(_line, numbered)), tuple(map(Link._make, anchors + more)))


def _freed(text: str) -> tuple[Sequence[int], list[str], list[Anchor]]:
    """Return the lines of a text without its container, their numbers, and the links."""
    anchors: list[Anchor] = []
    if is_richtext(text):
        pieces = strip_controls(text)
    elif is_hypertext(text):
        pieces, anchors = strip_tags(text)
    else:
        lines = text.split("\n")
        return range(1, len(lines) + 1), lines, anchors
    # A line end that was written as an entity of an entity is none here.
    return [number for number, _ in pieces], [line.replace("\n", " ") for _, line in pieces], anchors


_line = partial(tuple.__new__, Line)
"""Makes a line of a number and a text, as `Line._make` does, at a third of its cost: there are hundreds in a text."""

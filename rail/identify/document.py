"""The words of a text, freed from their container, each line with its number in the original.

Plain text, Markdown, HTML, AsciiDoc, reStructuredText, RTF, comments of source files and text taken out of PDF all come
out as the same clean lines. List labels ("(a)", "1.", "•") stay, for a clause hangs on them; link targets are apart.
"""

from typing import NamedTuple

from rail.identify.characters import repair
from rail.identify.hypertext import is_hypertext, strip_tags
from rail.identify.markup import strip_marks
from rail.identify.paging import is_paged, page_heads, strip_paging
from rail.identify.pieces import Anchor, Piece
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
    pieces: list[Piece]
    anchors: list[Anchor] = []
    if is_richtext(text):
        pieces = strip_controls(text)
    elif is_hypertext(text):
        pieces, anchors = strip_tags(text)
    else:
        pieces = list(enumerate(text.split("\n"), start=1))
    lines, more = strip_marks(pieces)
    if is_paged(text):
        lines = strip_paging(lines, page_heads(pieces))
    return Document(tuple(map(Line._make, lines)), tuple(map(Link._make, anchors + more)))

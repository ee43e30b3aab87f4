"""HTML to lines of words: tags go, blocks become lines, every line keeps the number it had in the source."""

import html
import re
from typing import Any

from rail.identify.pieces import Anchor, Piece


def is_hypertext(text: str) -> bool:
    """Tell whether the text holds HTML elements (placeholders such as `<year>` do not count)."""
    return "<" in text and _ELEMENT.search(text) is not None


def strip_tags(text: str) -> tuple[list[Piece], list[Anchor]]:
    """Return the numbered lines without HTML, and the links.

    Scripts and styles are dropped, block elements end a line, list items start with a bullet. Only elements of HTML are
    taken for tags. Comments stay: they may hold the licence of the page. One pass from left to right.
    """
    text = _shown(text)
    head, mark, tail = text.rpartition(">")  # no tag is looked for where none can end
    parts: list[str | Any] = ["", "", *_TAG.split(head + mark), "", "", tail]
    pieces: list[Piece] = []
    links = _Links()
    number = 1
    line = ""
    for name, attributes, words in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if name:
            if "\n" in attributes:
                number += attributes.count("\n")
            tag = name.lower()
            if tag in _BLOCKS:
                if line and not line.isspace():
                    pieces += [(number, line), (number, "")] if tag in _PARAGRAPHS else [(number, line)]
                line = "• " if tag == "li" else ""
                links.end_line()
            elif tag == "a":
                links.open(number, attributes, len(line))
            elif tag == "/a":
                links.close(line)
        if "\n" not in words:
            line += words
            continue
        *above, last = words.split("\n")
        for each in above:
            pieces.append((number, line + each))
            number += 1
            line = ""
        line = last
        links.end_line()
    pieces.append((number, line))
    return [(number, _decoded(line)) for number, line in pieces] if "&" in text else pieces, links.found


def _shown(text: str) -> str:
    """Return a text without what its scripts and styles hold; line ends stay within the tag, where they end no line."""
    parts = []
    position = 0
    endless: set[str] = set()
    for opening in _UNSEEN.finditer(text):
        name = opening[1].lower()
        if opening.start() < position or name in endless:
            continue
        end = text.find(f"</{name}", opening.end())
        if end < 0:
            endless.add(name)
        else:
            parts += [text[position : opening.end()], "\n" * text.count("\n", opening.end(), end), ">"]
            position = end
    return "".join([*parts, text[position:]])


class _Links:
    """The links of a page, and the one that is open."""

    def __init__(self) -> None:
        self.found: list[Anchor] = []
        self._open: tuple[int, str] | None = None  # line number, target
        self._column = 0  # of its first character in the line being built

    def open(self, number: int, attributes: str, column: int) -> None:
        if target := _TARGET.search(attributes):
            self._open = (number, html.unescape(target[1] or target[2] or target[3] or ""))
            self._column = column

    def end_line(self) -> None:
        self._column = 0

    def close(self, line: str) -> None:
        if self._open is not None:
            number, target = self._open
            self.found.append((number, html.unescape(line[self._column :]).strip(), target))
            self._open = None


def _decoded(line: str) -> str:
    """Decode the entities that are left; a line end that was written as an entity of an entity is none here."""
    return html.unescape(line).replace("\n", " ") if "&" in line else line


_NAMES = (
    "a(?:bbr|ddress|rticle|side)?|b(?:ig|lockquote|ody|r|utton)?|c(?:enter|ite|ode)|d(?:d|el|etails|iv|l|t)|em|"
    "f(?:igure|ont|ooter|orm)|h(?:[1-6r]|ead|eader|tml)|i(?:frame|mg|nput|ns)?|l(?:abel|i|ink)|m(?:ain|ark|eta)|"
    "n(?:av|oscript)|ol|p(?:re)?|q|s(?:amp|cript|ection|mall|pan|trike|trong|tyle|u[bp]|ummary|vg)?|"
    "t(?:able|body|d|emplate|extarea|foot|h|head|itle|r|t)|ul?|var|wbr|!doctype"
)
"""Names by their first letters, for that is quicker."""
_TAG = re.compile(rf"<(?:!--|(/?(?:{_NAMES}))(?=[\s/>])([^>]*)>)", re.IGNORECASE)
_UNSEEN = re.compile(r"<(s(?:cript|tyle|vg)|template)(?=[\s/>])", re.IGNORECASE)
_ELEMENT = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_TARGET = re.compile(
    r"""\shref\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)
_PARAGRAPH = (
    *("address", "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "figure", "footer"),
    *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section"),
    *("table", "title", "ul"),
)
_BLOCK = (*_PARAGRAPH, "br", "dd", "dt", "li", "summary", "td", "th", "tr")
_PARAGRAPHS = frozenset([*_PARAGRAPH, *(f"/{name}" for name in _PARAGRAPH)])
_BLOCKS = frozenset([*_BLOCK, *(f"/{name}" for name in _BLOCK)])

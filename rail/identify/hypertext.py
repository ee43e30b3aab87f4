"""HTML to lines of words: tags go, blocks become lines, every line keeps the number it had in the source."""

import html
import re

from rail.identify.pieces import Anchor, Piece


def is_hypertext(text: str) -> bool:
    """Tell whether the text holds HTML elements (placeholders such as `<year>` do not count)."""
    return "<" in text and _ELEMENT.search(text) is not None


def strip_tags(text: str) -> tuple[list[Piece], list[Anchor]]:
    """Return the numbered lines without HTML, and the links.

    Scripts and styles are dropped, block elements end a line, list items start with a bullet. Only elements of HTML are
    taken for tags. Comments stay: they may hold the licence of the page. One pass from left to right.
    """
    return _Page(_INLINE.sub("", text)).read()


class _Page:
    def __init__(self, text: str) -> None:
        self._text = text
        self._number = 1
        self._line: list[str] = []  # parts of the line being built
        self._filled = False  # the line holds more than blanks
        self._pieces: list[Piece] = []
        self._anchors: list[Anchor] = []
        self._link: tuple[int, str, int] | None = None  # line number, target, index into the line
        self._absent: set[str] = set()  # marks that do not occur any more

    def read(self) -> tuple[list[Piece], list[Anchor]]:
        text = self._text
        position = 0
        while (start := text.find("<", position)) >= 0:
            self._say(text[position:start])
            if text.startswith("<!--", start):
                position = start + 4
                continue
            tag = _TAG.match(text, start)
            end = self._find(">", start) if tag else -1
            if tag is None or end < 0:
                self._add("<")
                position = start + 1
                continue
            self._number += text.count("\n", start, end)
            closing, name = tag[1] == "/", tag[2].lower()
            position = end + 1 if closing or name not in _UNSEEN else self._pass_over(name, end + 1)
            if name == "a":
                self._handle_link(closing, text[start : end + 1])
            elif self._filled and name in _BLOCKS:
                self._end_line()
                if name in _PARAGRAPHS:
                    self._pieces.append((self._number, ""))
            if name == "li" and not closing:
                self._add("• ")
        self._say(text[position:])
        self._end_line()
        return self._pieces, self._anchors

    def _say(self, words: str) -> None:
        if "\n" not in words:
            self._add(words)
            return
        first, *rest = words.split("\n")
        self._add(first)
        for more in rest:
            self._end_line()
            self._number += 1
            self._add(more)

    def _add(self, words: str) -> None:
        if words:
            self._line.append(words)
            self._filled = self._filled or not words.isspace()

    def _end_line(self) -> None:
        if self._link is not None:
            self._link = (*self._link[:2], 0)
        self._pieces.append((self._number, html.unescape("".join(self._line))))
        self._line.clear()
        self._filled = False

    def _pass_over(self, name: str, position: int) -> int:
        """Return where reading goes on: behind what an element hides."""
        end = self._find(f"</{name}", position)
        if end < 0:
            return position
        self._number += self._text.count("\n", position, end)
        return end

    def _handle_link(self, closing: bool, tag: str) -> None:
        if closing and self._link is not None:
            number, target, first = self._link
            self._anchors.append((number, html.unescape("".join(self._line[first:])).strip(), target))
            self._link = None
        elif not closing and (target_of := _TARGET.search(tag)):
            target = html.unescape(target_of[1] or target_of[2] or target_of[3] or "")
            self._link = (self._number, target, len(self._line))

    def _find(self, mark: str, position: int) -> int:
        """Find a mark; remember when there is none ahead, so that no stretch is searched for it twice."""
        if mark in self._absent:
            return -1
        found = self._text.find(mark, position)
        if found < 0:
            self._absent.add(mark)
        return found


_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|ol|p|"
    "pre|q|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|"
    "tfoot|th|thead|title|tr|tt|u|ul|var|wbr|!doctype"
)
_TAG = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)"
    r"(?:[ \t][^<>\n]*)?>",
    re.IGNORECASE,
)
"""Tags within a line of words, which are most: they go at once."""
_ELEMENT = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_TARGET = re.compile(
    r"""\shref\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)
_UNSEEN = frozenset(("script", "style", "template", "svg"))
_PARAGRAPHS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section"),
        *("table", "title", "ul"),
    )
)
_BLOCKS = _PARAGRAPHS | {"br", "dd", "dt", "li", "summary", "td", "th", "tr"}

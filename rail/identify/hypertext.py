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
    taken for tags. One pass from left to right.
    """
    pieces: list[Piece] = []
    anchors: list[Anchor] = []
    parts: list[str] = []  # of the line being built
    number = 1
    position = 0
    size = len(text)
    link: tuple[int, str, int] | None = None  # line, target, index into parts
    closers: dict[str, bool] = {}  # which closing marks are known to be absent from here on

    def say(words: str) -> None:
        nonlocal number
        first, *rest = words.split("\n")
        parts.append(first)
        for more in rest:
            end_line()
            number += 1
            parts.append(more)

    def end_line() -> None:
        nonlocal link
        if link is not None:
            link = (link[0], link[1], 0)
        pieces.append((number, html.unescape("".join(parts))))
        parts.clear()

    while position < size:
        start = text.find("<", position)
        if start < 0:
            break
        say(text[position:start])
        position = start + 1
        if text.startswith("!--", position):
            end = _find("-->", text, position, closers)
            # A comment in HTML may hold the licence header of the page: its words are read.
            position = position + 3 if end < 0 else position + 3
            continue
        match = _TAG.match(text, start)
        if match is None:
            parts.append("<")
            continue
        end = _find(">", text, start, closers)
        if end < 0:
            parts.append("<")
            continue
        closing, name = match[1], match[2].lower()
        tag = text[start : end + 1]
        number += tag.count("\n")
        position = end + 1
        if name in _UNSEEN and not closing:
            end = _find("</" + name, text, position, closers)
            if end >= 0:
                number += text.count("\n", position, end)
                position = end
            continue
        if name == "a":
            if closing and link is not None:
                anchors.append((link[0], html.unescape("".join(parts[link[2] :])).strip(), link[1]))
                link = None
            elif not closing and (target := _TARGET.search(tag)):
                link = (number, html.unescape(target[1] or target[2] or target[3] or ""), len(parts))
            continue
        if name in _BLOCKS and any(map(str.strip, parts)):
            end_line()
            if name in _PARAGRAPHS:
                pieces.append((number, ""))
        if name == "li" and not closing:
            parts.append("• ")
    say(text[position:])
    end_line()
    return pieces, anchors


def _find(mark: str, text: str, position: int, absent: dict[str, bool]) -> int:
    """Find a closing mark; remember when there is none ahead, so that the search is not repeated."""
    if absent.get(mark):
        return -1
    found = text.find(mark, position)
    if found < 0:
        absent[mark] = True
    return found


_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|ol|p|"
    "pre|q|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|"
    "tfoot|th|thead|title|tr|tt|u|ul|var|wbr|!doctype"
)
_TAG = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])", re.IGNORECASE)
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

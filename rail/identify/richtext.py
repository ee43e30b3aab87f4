"""RTF to lines of words (https://www.biblioscape.com/rtf15_spec.htm)."""

import re

from rail.identify.pieces import Piece


def is_richtext(text: str) -> bool:
    """Tell whether the text is RTF."""
    return text[:20].lstrip()[:5] == "{\\rtf"


def strip_controls(text: str) -> list[Piece]:
    """Return the numbered lines without control words; paragraphs become lines. One pass from left to right."""
    page = _Page()
    for token in _TOKEN.finditer(text):
        page.take(token)
    return page.pieces()


class _Page:
    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._line: list[str] = []
        self._number = 1
        self._depth = 0
        self._hidden: int | None = None  # depth of the group whose words are not shown
        self._skip = 0  # characters that only stand in for a Unicode character

    def pieces(self) -> list[Piece]:
        self._end_line()
        return self._pieces

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "brace":
            self._depth += 1 if token[0] == "{" else -1
            if self._hidden is not None and self._depth < self._hidden:
                self._hidden = None
        elif kind == "newline":
            self._number += 1
        elif kind == "star" or token["name"] in _HIDDEN:
            self._hidden = self._depth if self._hidden is None else self._hidden
        elif self._hidden is not None:
            return
        elif token["name"]:
            self._obey(token["name"], token["argument"])
        elif kind == "byte":
            self._show(bytes([int(token[0][2:], 16)]).decode("cp1252", "replace"))  # noqa: FURB166 -- not 0x but \'
        elif kind == "symbol":
            self._line.append(_SYMBOLS.get(token[0][1], token[0][1]))
        else:
            self._show(token[0])

    def _end_line(self) -> None:
        # A line end that was written as a byte is none here.
        self._pieces.append((self._number, "".join(self._line).replace("\n", " ")))
        self._line.clear()

    def _show(self, words: str) -> None:
        self._line.append(words[self._skip :])
        self._skip = 0

    def _obey(self, name: str, argument: str | None) -> None:
        if name in _BREAKS:
            self._end_line()
        elif name == "u" and argument:
            code = int(argument) % _PLANE
            self._line.append(" " if code in _SURROGATES else chr(code))
            self._skip = 1
        else:
            self._line.append(_SHOWN.get(name, ""))


_TOKEN = re.compile(
    r"(?P<brace>[{}])|(?P<newline>\n)|(?P<star>\\\*)|(?P<byte>\\'[0-9a-fA-F]{2})"
    r"|\\(?P<name>[a-zA-Z]{1,32})(?P<argument>-?[0-9]{1,10})?(?P<word> ?)|(?P<symbol>\\[^a-zA-Z\n])"
    r"|(?P<words>[^\\{}\n]+|\\)"
)
_PLANE = 0x10000
_SURROGATES = range(0xD800, 0xE000)
_HIDDEN = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "listtable", "listoverridetable", "themedata")
)
_BREAKS = frozenset(("par", "line", "page", "sect", "row", "cell"))
_SYMBOLS = {"~": " ", "_": "-", "-": ""}
_SHOWN = {
    "tab": " ",
    "bullet": "•",
    "emdash": " - ",
    "endash": "-",
    "lquote": "'",
    "rquote": "'",
    "ldblquote": '"',
    "rdblquote": '"',
}

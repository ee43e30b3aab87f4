"""RTF to lines of words. https://www.biblioscape.com/rtf15_spec.htm"""

import re

from rail.identify.pieces import Piece


def is_richtext(text: str) -> bool:
    """Tell whether the text is RTF."""
    return text.lstrip()[:5] == "{\\rtf"


def strip_controls(text: str) -> list[Piece]:
    """Return the numbered lines without control words; paragraphs become lines. One pass from left to right."""
    pieces: list[Piece] = []
    parts: list[str] = []
    number = 1
    depth = 0
    hidden: int | None = None  # depth of the group whose words are not shown
    skip = 0  # characters that stand for an unknown Unicode character
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        token = match[0]
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
            if hidden is not None and depth < hidden:
                hidden = None
        elif kind == "newline":
            number += 1
        elif hidden is not None:
            continue
        elif kind == "star" or (kind == "word" and match["name"] in _HIDDEN):
            hidden = depth
        elif kind == "word":
            name, argument = match["name"], match["argument"]
            if name in _BREAKS:
                pieces.append((number, "".join(parts)))
                parts.clear()
            elif name == "u" and argument:
                parts.append(chr(int(argument) % 65536) if not 0xD800 <= int(argument) % 65536 < 0xE000 else " ")
                skip = 1
            elif name in _SHOWN:
                parts.append(_SHOWN[name])
        elif kind == "byte":
            if skip:
                skip = 0
            else:
                parts.append(bytes([int(token[2:], 16)]).decode("cp1252", "replace"))
        elif kind == "symbol":
            parts.append({"~": " ", "_": "-", "-": ""}.get(token[1], token[1]))
        else:
            parts.append(token[skip:])
            skip = 0
    pieces.append((number, "".join(parts)))
    return pieces


_TOKEN = re.compile(
    r"(?P<open>\{)|(?P<close>\})|(?P<newline>\n)|(?P<star>\\\*)|(?P<byte>\\'[0-9a-fA-F]{2})"
    r"|\\(?P<word>(?P<name>[a-zA-Z]{1,32})(?P<argument>-?[0-9]{1,10})?) ?|(?P<symbol>\\[^a-zA-Z\n])|(?P<words>[^\\{}\n]+|\\)"
)
_HIDDEN = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "listtable", "listoverridetable", "themedata")
)
_BREAKS = frozenset(("par", "line", "page", "sect", "row", "cell"))
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

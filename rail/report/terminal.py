"""What a terminal may be shown: colour, width, and strings from outside made harmless.

A name, path or licence text can carry escape sequences, bidirectional overrides or invisible characters that move the
cursor, hide words or swap their order. `visible` writes every such character as its escape, so that what a person reads
is what the file holds. https://trojansource.codes/
"""

import enum
import unicodedata

_SPACES = frozenset("\u00a0\u2007\u202f\u3000")


class Color(enum.Enum):
    """Codes of Select Graphic Rendition in ECMA-48."""

    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    CYAN = "36"
    BOLD = "1"
    DIM = "2"


def visible(text: str) -> str:
    """Return the text with every control, format, bidirectional and unassigned character as a visible escape."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def paint(text: str, *colors: Color, on: bool) -> str:
    """Wrap text (already made `visible`) in colour, when colour is on."""
    if not on or not text:
        return text
    return f"\x1b[{';'.join(color.value for color in colors)}m{text}\x1b[0m"


def columns(text: str) -> int:
    """Return how many columns the text takes: wide East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_columns(each) for each in text)


def clip(text: str, width: int) -> str:
    """Return the text cut to `width` columns, with an ellipsis for what is left out."""
    if len(text) <= width and columns(text) <= width:
        return text
    taken = 0
    for index, each in enumerate(text):
        taken += _columns(each)
        if taken > width - 1:
            return text[:index] + "…"
    return text


def pad(text: str, width: int) -> str:
    """Return the text filled up with spaces to `width` columns."""
    return text + " " * max(0, width - columns(text))


def _escape(character: str) -> str:
    return " " if character in _SPACES else character.encode("unicode_escape").decode("ascii")


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def readable(purl: str) -> str:
    """Return a package URL for people: without the scheme, an npm scope as `@scope/name`."""
    return purl.removeprefix("pkg:").replace("%40", "@")

# ruff: noqa: RUF001 -- look-alikes are what this module is about
"""Undo what mail, word processors, PDF and wrong decoding did to the characters of a text."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache


def repair(text: str) -> str:
    """Return the text with plain quotes, dashes, spaces and line ends; entities, ligatures and mis-decoding undone.

    The number of lines (parted by LF, CR LF or CR) stays the same.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if not text.isascii() and "â" not in text:  # beside which they may be part of what was mis-decoded
        for character in _USUAL:
            text = text.replace(character, _plain(character))
    if text.isascii():
        return text
    foreign = foreign_in(text)
    if not _MISREAD_FROM.isdisjoint(foreign):
        for wrong, right in _MISREAD:
            text = text.replace(wrong, right)
        foreign = foreign_in(text)
    if any(map(_STYLED.match, foreign)):
        text = _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        foreign = foreign_in(text)
    return respelled(text, foreign, _plain)


def foreign_in(text: str) -> set[str]:
    """Return the characters beyond ASCII."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def respelled(text: str, foreign: set[str], spelling: Callable[[str], str]) -> str:
    """Return a text in which each of its `foreign` characters, all of them, is spelled another way."""
    if len(foreign) > _FEW:
        table = {ord(character): spelling(character) for character in foreign}
        return _FOREIGN.sub(lambda found: found[0].translate(table), text)
    for character in foreign:
        plain = spelling(character)
        if plain != character:
            text = text.replace(character, plain)
    return text


_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_STYLED = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]+"
)
"""Letters of mathematics, in circles and in squares: they read as the plain ones and match none."""
_USUAL = "“”’‘–—ﬁﬂﬃ"
"""Most texts that are not of ASCII alone are so without these."""
_MISREAD_FROM = frozenset("âÂÃï")
_ASCII = bytes(range(128))
_FEW = 40
"""Different characters up to which each is replaced throughout the text."""
_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_KEPT_ENTITIES = frozenset(("&lt;", "&gt;", "&#60;", "&#62;", "&#x3c;", "&#x3e;", "&#x3C;", "&#x3E;"))


def _entity(match: re.Match[str]) -> str:
    return _decoded(match[0])


@lru_cache(maxsize=512)
def _decoded(entity: str) -> str:
    """Decode one entity; angle brackets wait until the tags are gone, line ends would shift the numbering."""
    if entity in _KEPT_ENTITIES:
        return entity
    decoded = html.unescape(entity)
    return " " if decoded in {"\n", "\r"} else decoded


def _plain(character: str) -> str:
    return _PLAIN.get(ord(character), character) or ""


_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "“”„‟«»″＂❝❞"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′´ʼ＇`❛❜\ufffd"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–−﹣"), "-"),
    **dict.fromkeys(map(ord, "—―"), " - "),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "),
    **dict.fromkeys(map(ord, "\u2028\u2029\u202f\u205f\u3000\u0085"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\u180e"), None),
    **dict.fromkeys(range(0x202A, 0x202F), None),
    **dict.fromkeys(range(0x2066, 0x206A), None),
    **dict.fromkeys(range(0xFE00, 0xFE10), None),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "＂＇，．：；？！（）"},
    **{ord(wide): narrow for wide, narrow in zip("（）", "()", strict=True)},
    ord("…"): "...",
    ord("ﬀ"): "ff",
    ord("ﬁ"): "fi",
    ord("ﬂ"): "fl",
    ord("ﬃ"): "ffi",
    ord("ﬄ"): "ffl",
    ord("ﬅ"): "st",
    ord("ﬆ"): "st",
    ord("·"): "•",
    ord("▪"): "•",
    ord("●"): "•",
    ord("◦"): "•",
    ord("‣"): "•",
    ord("∙"): "•",
    ord("■"): "•",
    ord("\uf0b7"): "•",
    # Windows-1252 read as Latin-1.
    ord("\x91"): "'",
    ord("\x92"): "'",
    ord("\x93"): '"',
    ord("\x94"): '"',
    ord("\x95"): "•",
    ord("\x96"): "-",
    ord("\x97"): " - ",
}

# UTF-8 read as Windows-1252 (or Latin-1), longest first.
_MISREAD = (
    ("â€œ", '"'),
    ("â€\x9d", '"'),
    ("â€\u009d", '"'),
    ("â\x80\x9c", '"'),
    ("â\x80\x9d", '"'),
    ("â€˜", "'"),
    ("â€™", "'"),
    ("â\x80\x98", "'"),
    ("â\x80\x99", "'"),
    ("â€“", "-"),
    ("â€”", " - "),
    ("â\x80\x93", "-"),
    ("â\x80\x94", " - "),
    ("â€¢", "•"),
    ("â€¦", "..."),
    ("â€‹", ""),
    ("â€", '"'),
    ("Â§", "§"),
    ("Â©", "©"),
    ("Â®", "®"),
    ("Â\u00a0", " "),
    ("Â·", "•"),
    ("ï»¿", ""),
    ("Ã©", "é"),
    ("Ã¨", "è"),
    ("Ã¼", "ü"),
    ("Ã¶", "ö"),
    ("Ã¤", "ä"),
    ("ÃŸ", "ß"),
    ("Ã±", "ñ"),
    ("Ã³", "ó"),
    ("Ã¡", "á"),
    ("Ã§", "ç"),
    ("Ã£", "ã"),
)

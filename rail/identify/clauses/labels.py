"""Labels of list items and sections: what they look like, and which list they continue."""

# ruff: noqa: RUF001 -- labels are what is looked for

import re
import string
from functools import lru_cache
from typing import NamedTuple

_LABEL = re.compile(
    r"""(?:
      (?P<mark>[❌✗✘🚫⛔✅✔☑✓])\ufe0f?
    | (?P<bullet>[-*+・•·▪◦‣●○■□–—►▶◆])(?=\s|[（(一-鿿ぁ-ヿ])
    | (?P<path>§?\ ?(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){1,6}|[A-Z]\.\d{1,3})[.)、．]?(?=\s|[^\x00-\x7f]|$)
    | (?P<paren>[（(](?:[A-Za-z]|[a-c][a-z]|[ivxIVX]{1,5}|\d{1,3}|[一二三四五六七八九十]{1,3})[)）])
    | (?P<close>(?:[A-Za-z]|[ivx]{1,5}|\d{1,3})[)）])(?=\s|[^\x00-\x7f])
    | (?P<dot>(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,3})[.．])(?=\s|[^\x00-\x7f])
    | (?P<han>(?:[一二三四五六七八九十]{1,3}|\d{1,2})、|第[一二三四五六七八九十\d]{1,3}[条章节條])
    | (?P<word>(?:Section|Article|Clause|Paragraph|Artikel|Artículo|Art\.|§)\ ?\d{1,3}(?:\.\d{1,3})*)[.:]?(?=\s|$)
    )\s*""",
    re.VERBOSE,
)
_ROMAN_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_HAN_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"
_ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN_NUMERALS.split(), start=1)}
_HAN = {numeral: value for value, numeral in enumerate(_HAN_NUMERALS.split(), start=1)}
_PEELED = 3
_HEAD = 7
_LETTERS = frozenset(string.ascii_letters)
_ENDS = frozenset(".．)）")
_WORDS = ("Section", "Article", "Clause", "Paragra", "Artikel", "Artícul")
"""A line that begins with a letter, and has none of these in its head, has no label."""


FORBIDDING_MARKS = frozenset("❌✗✘🚫⛔")
ALLOWING_MARKS = frozenset("✅✔☑✓")


class Label(NamedTuple):
    """A label as it stands, and the list positions it may mean: "(i)" is the ninth letter or the first numeral."""

    text: str
    readings: tuple[tuple[str, int], ...]


def split_label(line: str) -> tuple[Label | None, str]:
    """Part the label of `line` from the rest; of several ("* 3.1.") the innermost that is no bullet counts."""
    label: Label | None = None
    for _ in range(_PEELED):
        head = line[:_HEAD]
        if head[:1] in _LETTERS and _ENDS.isdisjoint(head) and not head.startswith(_WORDS):
            break
        match = _LABEL.match(line)
        if match is None:
            break
        kind = match.lastgroup or ""
        this = _label(kind, match[kind].strip())
        if label is None or this.readings[0][0] != "bullet":
            label = this
        line = line[match.end() :]
    return label, line


@lru_cache(maxsize=1024)
def _label(kind: str, text: str) -> Label:
    if kind in {"bullet", "mark"}:
        return Label(text, ((kind, ord(text[0])),))
    bare = text.strip("（()）.．、§ ")
    if kind in {"path", "word"}:
        parts = bare.split(".")
        return Label(text, ((f"{kind}{len(parts)}", int("".join(filter(str.isdigit, parts[-1])) or 0)),))
    readings = []
    if bare.isascii() and bare.isdigit():
        readings.append((f"{kind}1", int(bare)))
    if bare.lower() in _ROMAN:
        readings.append((f"{kind}i", _ROMAN[bare.lower()]))
    if len(bare) == 1 and bare.isascii() and bare.isalpha():
        readings.append((f"{kind}{'a' if bare.islower() else 'A'}", ord(bare.lower()) - ord("a") + 1))
    if len(bare) == len("aa") and bare.isascii() and bare.isalpha() and bare.islower():
        # After (z) a long list goes on with (aa), (ab).
        readings.append((f"{kind}a", 26 * (ord(bare[0]) - ord("a") + 1) + ord(bare[1]) - ord("a") + 1))
    if bare.strip("第条章节條") in _HAN:
        readings.append((f"{kind}han", _HAN[bare.strip("第条章节條")]))
    return Label(text, tuple(readings) or ((kind, 0),))

"""Marks of comments and of light markup (Markdown, AsciiDoc, reStructuredText), taken off line by line."""

import re
from collections.abc import Iterable, Sequence

from rail.identify.pieces import Anchor


def strip_marks(numbers: Sequence[int], lines: Iterable[str]) -> tuple[list[str], list[Anchor]]:
    """Return the lines without comment leaders, headings, quote marks, rules and emphasis, and the links.

    Bullets and other list labels stay. `numbers` are those of the lines in the original.
    """
    anchors: list[Anchor] = []
    stripped = list(map(str.strip, lines))
    leading = _leading(stripped)
    stars = _stars_are_leaders(stripped, leading)
    if stars:
        stripped = list(map(_without_star, stripped))
        leading = _leading(stripped)
    for at in leading:
        stripped[at] = _without_leader(stripped[at], stars=stars)
    text = "\n".join(stripped)
    if "[" in text or "`" in text:
        stripped = [
            _without_links(number, line, anchors) if "[" in line or "`" in line else line
            for number, line in zip(numbers, stripped, strict=True)
        ]
    if "*" in text or "_" in text or "`" in text:
        stripped = [_without_emphasis(line) if "*" in line or "_" in line or "`" in line else line for line in stripped]
    if "  " in text or "\t" in text:
        stripped = [" ".join(line.split()) if "  " in line or "\t" in line else line for line in stripped]
    return stripped, anchors


def _leading(lines: Iterable[str]) -> list[int]:
    """Return the indexes of the lines that may begin with a mark."""
    return [at for at, line in enumerate(lines) if line[:1] in _LEADING]


def _without_star(line: str) -> str:
    """Return the words that follow a star, which is all that most lines of a block comment are."""
    if line == "*":
        return ""
    return line[2:] if line[:2] == "* " and line[2:3].isalnum() and "*/" not in line else line


def _without_leader(line: str, *, stars: bool) -> str:
    if line[0].isalpha() and line[:3].lower() not in _COMMANDS and "*/" not in line:
        return line
    if _RULE.fullmatch(line):
        return ""
    bare = line
    if "*/" in bare:
        bare = bare.replace("*/", " ")
    if leader := _LEADER.match(bare):
        bare = bare[leader.end() :].lstrip()
    if stars and bare[:1] == "*" and bare[:2] != "**":
        bare = bare[1:].lstrip()
    if heading := _HEADING.match(bare):
        bare = bare[heading.end() :]
    if bare[:1] == "|":
        bare = bare.replace("|", " ")
    if bare is line:
        return line
    return "" if _RULE.fullmatch(bare) else bare.strip()


def _without_links(number: int, line: str, anchors: list[Anchor]) -> str:
    def shown(match: re.Match[str]) -> str:
        words, target = (
            (match["words"], match["target"]) if match["words"] is not None else (match["label"], match["url"])
        )
        if words is None:
            words, target = match["text"], match["place"]
        anchors.append((number, words.strip(), target))
        return str(words).rstrip()

    return _LINK.sub(shown, line)


def _without_emphasis(line: str) -> str:
    alike = line.replace("_", "*").replace("`", "*")
    plain = _EMPHASIS.sub("", alike)
    if "*" not in plain:
        return plain
    ends = [0, *[place for found in _EMPHASIS.finditer(alike) for place in found.span()], len(line)]
    return "".join([line[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)])


def _stars_are_leaders(lines: Sequence[str], leading: Iterable[int]) -> bool:
    """Tell the stars down the side of a block comment from the bullets of a list."""
    heads = [lines[at][:2] for at in leading]
    if "/*" in heads:
        return True
    starred = sum(head[0] == "*" for head in heads)
    return "*" in heads and "*" in lines and starred * 10 >= (len(lines) - lines.count("")) * 9


_LEADING = frozenset("*#/;%>|=-~<'\"!.^+_(@dDrR{")
_RULE = re.compile(r"[-=~*#_^+/.|<>\"'`!:;%\\ ]{3,}|[|+#;%*>]|//|--")
_COMMANDS = frozenset(("rem", "dnl"))
_LEADER = re.compile(
    r"/\*+!?|//+!?|\#+!?(?![\w])|;+|%+|--+(?=\s)|<!--+|\(\*+|\{[-\#]|\.\\\"|'\\\"|[\"'!](?=\s|$)|\.\.(?=\s|$)"
    r"|@?rem(?=\s|$)|dnl(?=\s|$)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:#{1,6}|={1,6}(?=\s)|(?:>\s?)+(?:#{1,6}\s)?)\s*")
_EMPHASIS = re.compile(r"\*(?:(?<![^\s(\[\"'{*].)\*{0,2}(?=[^\s*])|(?<=[^\s*].)\*{0,2}(?![^\s.,;:!?)\]\"'}*]))")
"""One mark comes first, for then the search passes over all else quickly."""
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{1,2000})(?:\s[^()\n]{0,300})?\)"
    r"|(?:link:)?(?P<url>https?://[^\s\[\]<>()]{1,2000})\[(?P<label>[^\[\]\n]{1,500})\]"
    r"|`(?P<text>[^`<>\n]{1,300})<(?P<place>[^<>\s]{1,2000})>`_{1,2}"
)

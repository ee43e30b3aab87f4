"""Marks of comments and of light markup (Markdown, AsciiDoc, reStructuredText), taken off line by line."""

import re
from collections.abc import Sequence

from rail.identify.pieces import Anchor, Piece


def strip_marks(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Anchor]]:
    """Return the lines without comment leaders, headings, quote marks, rules and emphasis, and the links.

    Bullets and other list labels stay.
    """
    lines: list[Piece] = []
    anchors: list[Anchor] = []
    stars = _stars_are_leaders(pieces)
    for number, raw in pieces:
        line = raw.strip()
        if line[:1] in _LEADING:
            line = _without_leader(line, stars=stars)
        if "[" in line or "`" in line:
            line = _without_links(number, line, anchors)
        if "*" in line or "_" in line or "`" in line:
            line = _EMPHASIS.sub("", line)
        if "  " in line or "\t" in line:
            line = " ".join(line.split())
        lines.append((number, line))
    return lines, anchors


def _without_leader(line: str, *, stars: bool) -> str:
    if _RULE.fullmatch(line):
        return ""
    if "*/" in line:
        line = line.replace("*/", " ")
    if leader := _LEADER.match(line):
        line = line[leader.end() :].lstrip()
    if stars and line[:1] == "*" and line[:2] != "**":
        line = line[1:].lstrip()
    if heading := _HEADING.match(line):
        line = line[heading.end() :]
    if line[:1] == "|":
        line = line.replace("|", " ")
    return "" if _RULE.fullmatch(line) else line.strip()


def _without_links(number: int, line: str, anchors: list[Anchor]) -> str:
    def shown(match: re.Match[str]) -> str:
        words, target = (match["words"], match["target"]) if match["words"] is not None else (match["label"], match["url"])
        if words is None:
            words, target = match["text"], match["place"]
        anchors.append((number, words.strip(), target))
        return str(words)

    return _LINK.sub(shown, line)


def _stars_are_leaders(pieces: Sequence[Piece]) -> bool:
    """Tell the stars down the side of a block comment from the bullets of a list."""
    starred = bare = filled = 0
    opened = False
    for _, raw in pieces:
        line = raw.strip()
        if not line:
            continue
        filled += 1
        first = line[0]
        if first == "*":
            starred += 1
            bare += line == "*"
        elif first == "/" and line[:2] == "/*":
            opened = True
    if not starred:
        return False
    return opened or (bare > 0 and starred * 10 >= filled * 9)


_LEADING = frozenset("*#/;%>|=-~<'\"!.^+_(@dDrR{")
_RULE = re.compile(r"[-=~*#_^+/.|<>\"'`!:;%\\ ]{3,}|[|+#;%*>]|//|--")
_LEADER = re.compile(
    r"/\*+!?|//+!?|\#+!?(?![\w])|;+|%+|--+(?=\s)|<!--+|\(\*+|\{[-\#]|\.\\\"|'\\\"|[\"'!](?=\s)|\.\.(?=\s)"
    r"|@?rem(?=\s)|dnl(?=\s)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:#{1,6}|={1,6}(?=\s)|(?:>\s?)+(?:#{1,6}\s)?)\s*")
_EMPHASIS = re.compile(r"(?<![^\s(\[\"'{*_`])[*_`]{1,3}(?=[^\s*_`])|(?<=[^\s*_`])[*_`]{1,3}(?![^\s.,;:!?)\]\"'}*_`])")
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{1,2000})(?:\s[^()\n]{0,300})?\)"
    r"|(?:link:)?(?P<url>https?://[^\s\[\]<>()]{1,2000})\[(?P<label>[^\[\]\n]{1,500})\]"
    r"|`(?P<text>[^`<>\n]{1,300})<(?P<place>[^<>\s]{1,2000})>`_{1,2}"
)

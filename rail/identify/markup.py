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
    heads = [line[:1] for line in stripped]
    if not _LEADING.isdisjoint(heads):
        stars = "*" in heads and _stars_are_leaders(stripped)
        stripped = [_without_leader(line, stars=stars) if line[:1] in _LEADING else line for line in stripped]
    text = "\n".join(stripped)
    if "[" in text or "`" in text:
        stripped = [
            _without_links(number, line, anchors) if "[" in line or "`" in line else line
            for number, line in zip(numbers, stripped, strict=True)
        ]
    if "*" in text or "_" in text or "`" in text:
        stripped = [_EMPHASIS.sub("", line) if "*" in line or "_" in line or "`" in line else line for line in stripped]
    if "  " in text or "\t" in text:
        stripped = [" ".join(line.split()) if "  " in line or "\t" in line else line for line in stripped]
    return stripped, anchors


def _without_leader(line: str, *, stars: bool) -> str:
    if stars and line[:2] == "* " and line[2:3].isalpha() and "*/" not in line:
        return line[2:]
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
        words, target = (
            (match["words"], match["target"]) if match["words"] is not None else (match["label"], match["url"])
        )
        if words is None:
            words, target = match["text"], match["place"]
        anchors.append((number, words.strip(), target))
        return str(words).rstrip()

    return _LINK.sub(shown, line)


def _stars_are_leaders(lines: Sequence[str]) -> bool:
    """Tell the stars down the side of a block comment from the bullets of a list."""
    if any(line[:2] == "/*" for line in lines):
        return True
    starred = sum(line[:1] == "*" for line in lines)
    return "*" in lines and starred * 10 >= sum(map(bool, lines)) * 9


_LEADING = frozenset("*#/;%>|=-~<'\"!.^+_(@dDrR{")
_RULE = re.compile(r"[-=~*#_^+/.|<>\"'`!:;%\\ ]{3,}|[|+#;%*>]|//|--")
_LEADER = re.compile(
    r"/\*+!?|//+!?|\#+!?(?![\w])|;+|%+|--+(?=\s)|<!--+|\(\*+|\{[-\#]|\.\\\"|'\\\"|[\"'!](?=\s|$)|\.\.(?=\s|$)"
    r"|@?rem(?=\s|$)|dnl(?=\s|$)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:#{1,6}|={1,6}(?=\s)|(?:>\s?)+(?:#{1,6}\s)?)\s*")
_EMPHASIS = re.compile(
    r"[*_`](?:(?<![^\s(\[\"'{*_`][*_`])[*_`]{0,2}(?=[^\s*_`])|(?<=[^\s*_`][*_`])[*_`]{0,2}(?![^\s.,;:!?)\]\"'}*_`]))"
)
"""A mark comes first, for then the search passes over all else quickly."""
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{1,2000})(?:\s[^()\n]{0,300})?\)"
    r"|(?:link:)?(?P<url>https?://[^\s\[\]<>()]{1,2000})\[(?P<label>[^\[\]\n]{1,500})\]"
    r"|`(?P<text>[^`<>\n]{1,300})<(?P<place>[^<>\s]{1,2000})>`_{1,2}"
)

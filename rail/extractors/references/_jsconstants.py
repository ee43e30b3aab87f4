"""What the constants of a file of JavaScript hold: a text, or the texts of a list or of an object.

    const MODEL = 'owner/name'; const MODELS = ['owner/a', 'owner/b']; for (const each of MODELS) …

No JavaScript is parsed: a variable of a loop, or of a function that walks over a list, holds what the list holds.
"""

import re

_NAME = r"[A-Za-z_$][\w$]{0,80}"
_TEXT = r"""(["'`])([^"'`\n]{1,200})"""
_CONSTANT = re.compile(
    rf"(?:\b(?:const|let|var|readonly|static)\s+)?(?<![\w$])({_NAME})\s*(?::\s*\w{{1,40}}\s*)?[=:]\s*"
    rf"(?:process\.env[\w.$\[\]\"']{{0,80}}\s*(?:\|\||\?\?)\s*)?{_TEXT}\2"
)
_TABLE = re.compile(
    rf"(?:\b(?:const|let|var|readonly|static)\s+({_NAME})\s*(?::[^=\n]{{1,80}})?=\s*(?:Object\.freeze\(\s*)?"
    rf"|\bfor\s*\(\s*(?:const|let|var)\s+({_NAME})\s+of\s+)[\[{{]"
)
_INSIDE = re.compile(r"""[\[{]|[\]}]|"([^"\n]{0,200})"|'([^'\n]{0,200})'|`([^`\n]{0,200})`""")
_WALKED = re.compile(
    rf"\bfor\s*\(\s*(?:const|let|var)\s+(?P<each>{_NAME})\s+of\s+(?:Object\.(?:values|keys)\(\s*)?(?P<list>{_NAME})"
    rf"|(?<![\w$])(?P<held>{_NAME})\.(?:map|forEach|flatMap)\(\s*(?:async\s*)?\(?\s*(?P<item>{_NAME})"
)
_MAX_TABLE = 20_000
MAX_VALUES = 500


def constants(text: str) -> dict[str, list[str]]:
    """Return what each constant holds; of a list or object the texts of the form `owner/name`."""
    held: dict[str, list[str]] = {}
    for found in _CONSTANT.finditer(text):
        held.setdefault(found[1], []).append(found[3])
    at = 0
    while table := _TABLE.search(text, at):
        texts, at = _texts(text, table.end())
        held.setdefault(table[1] or table[2], []).extend(texts)
    for found in _WALKED.finditer(text):
        texts = held.get(found["list"] or found["held"], [])[:MAX_VALUES]
        if texts:
            known = held.setdefault(found["each"] or found["item"], [])
            known += texts[: max(0, MAX_VALUES - len(known))]
    return held


def _texts(text: str, begin: int) -> tuple[list[str], int]:
    """Return the texts of a table that opens before `begin`, and where it ends, or where it gets too long."""
    texts: list[str] = []
    depth = 1
    end = min(len(text), begin + _MAX_TABLE)
    for found in _INSIDE.finditer(text, begin, end):
        word = found[1] or found[2] or found[3]
        if word and "/" in word:
            texts.append(word)
        elif not word and found[0] in "[{":
            depth += 1
        elif not word and found[0] in "]}":
            depth -= 1
            if depth == 0:
                return texts[:MAX_VALUES], found.end()
    return texts[:MAX_VALUES], end

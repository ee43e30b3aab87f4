"""One normaliser for all spellings of licences: two spellings are the same when this makes them equal.

It evens out case, punctuation, "the", "licence" and "license", and the ways to write a version. It never shortens a
name to a part of it: `openrail`, `openrail-m` and `openrail++-m` stay three.
"""

import re

MAX_LENGTH = 300
"""The longest statement that can be a name, in characters."""

_URL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//")
_OR_LATER = re.compile(
    r"(?<=\d)\s*\+|\b(?:or|and)[\s-]+(?:any[\s-]+)?(?:later|newer|above|greater|higher)\b(?:[\s-]+versions?\b)?"
)
_VERSION = re.compile(r"\b(?:versions?|ver|vers|rev|v)\b[\s.:]*(?=\d)|(?<![a-z])v(?=\d)|(?<=[a-z])v(?=\d+(?:\.\d+)*\b)")
_TOKEN = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
_ZEROS = re.compile(r"(?:\.0)+\Z")
_NOISE = frozenset({"the", "license", "licence", "licenses", "licences", "licensed", "under"})
_PAGE = r"(?:\.(?:html?|txt|md|php|pdf|rst)|/legalcode(?:\.[a-z-]+)?|/deed(?:\.[a-z-]+)?|/index)+\Z"
_LANGUAGE = r"(?<=creativecommons\.org)/(international|choose)(?=/)"


def is_url(text: str) -> bool:
    """Tell whether a statement is a web address."""
    return _URL.match(text) is not None or text[:4].lower() == "www."


def normal_name(text: str) -> str:
    """Return the normal form of a name, tag, id or classifier; empty when nothing is left of it."""
    if len(text) > MAX_LENGTH:
        return ""
    text = text.casefold().replace("&", " and ")
    text = text.replace("++", " plusplus ")
    text = _OR_LATER.sub(" orlater ", text)
    text = _VERSION.sub(" ", text)
    words = [_ZEROS.sub("", token) for token in _TOKEN.findall(text)]
    return " ".join(word for word in words if word not in _NOISE)


def normal_url(text: str) -> str:
    """Return the normal form of a web address: no scheme, `www.`, query, fragment, file suffix or closing slash."""
    if len(text) > MAX_LENGTH:
        return ""
    text = _URL.sub("", text.strip().strip("<>").casefold(), count=1).removeprefix("www.")
    text = text.partition("#")[0].partition("?")[0].rstrip("/.,")
    text = text.replace("/raw/", "/blob/").replace("/resolve/", "/blob/").replace("/tree/", "/blob/")
    return "url:" + re.sub(_LANGUAGE, "", re.sub(_PAGE, "", text).rstrip("/"))

"""Sentences and their words, with the offsets that lead back to the text."""

# ruff: noqa: RUF001 -- quotation marks are what is looked for

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

_END = re.compile(r"[.!?](?<=[a-z0-9)\]\"'”’%*A-ZÀ-ÿа-я].)[\"'”’)]*\s+(?=(?:[-–—•*·]\s)?[\"'“‘(\[]?[A-ZÀ-ÞА-Я0-9])")
_ABBREVIATIONS = frozenset(("e.g.", "i.e.", "u.s.", "etc.", "art.", "sec.", "inc.", "ltd.", "z.b.", "bzw.", "d.h."))
_SHORTER = frozenset(("no.", "co.", "cf.", "vs.", "dr."))
_LETTERS = 3
"""Characters before the point of an abbreviation."""
_TOKEN = re.compile(r"\([a-z0-9]{1,4}\)|[^\W_]+|[;:]")
_INNER = re.compile(r"\([a-z0-9]{1,4}\)")
_BLANKED = "".join(chr(code) if chr(code).isalnum() or chr(code) in ";:" else " " for code in range(128))
LONGEST = 6000
"""Characters of one sentence; longer ones (hostile or not text at all) are cut."""


class Sentence(NamedTuple):
    """A sentence of a passage; `offset` is where it starts in the passage."""

    text: str
    offset: int


def split_sentences(text: str) -> list[Sentence]:
    """Part `text` at ends of sentences."""
    found = []
    start = 0
    for match in _END.finditer(text):
        at, end = match.span()
        stop = at + 1
        tail = text[max(at - _LETTERS, start) : stop].lower()
        if tail in _ABBREVIATIONS or tail[-_LETTERS:] in _SHORTER:
            continue
        found.append(_sentence((text[start:stop], start)))
        start = end
    if start < len(text):
        found.append(_sentence((text[start:], start)))
    if len(text) > LONGEST:
        return [piece for sentence in found for piece in bounded(*sentence)]
    return found


_sentence = partial(tuple.__new__, Sentence)
"""Makes a sentence of a text and an offset, quicker than the class."""


def goes_on(text: str, sentence: Sentence) -> bool:
    """Tell whether a later sentence of an item only goes on with it: "Weapons. Producing or trading them.".

    So does one that begins with a doing, and one after a title that is no sentence of its own.
    """
    start = _WORD.match(sentence.text)
    if start is None or start[0].lower() in _OWN_SUBJECTS:
        return False
    if start[0].endswith("ing"):
        return start[0].lower() not in _NO_DOINGS
    if sentence.offset > _TITLE_LENGTH or len(text[: sentence.offset].split()) > _TITLE_WORDS:
        return False
    verb = _FINITE.search(sentence.text)
    return verb is None or _RELATIVE.search(sentence.text, 0, verb.start()) is not None


def explains(text: str) -> bool:
    """Tell whether a sentence says what the one before it is about: "This includes, for example, legal advice"."""
    return _EXPLAINS.match(text) is not None


_EXPLAINS = re.compile(
    r"(?:(?:This|These|That|Such \w+|It)(?: \w+){0,2} includes?|Or to|Including|Examples (?:are|include)|For example)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORDS = 6
_TITLE_LENGTH = 80
_OWN_SUBJECTS = frozenset(
    """
    this these such the you we it they licensor licensee nothing all each our your please note notwithstanding subject
    except if see for in
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_NO_DOINGS = frozenset({"nothing", "anything", "everything", "during", "according", "regarding", "king", "following"})
_FINITE = re.compile(
    r"\b(?:is|are|was|were|may|can|cannot|could|will|would|shall|must|should|has|have|had|does|do|did|remains?)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|if|when)\b")


def words_of(text: str) -> list[str]:
    """Return the words in lower case; list labels inside a sentence ("(a)"), semicolons and colons are words too."""
    text = text.lower()
    if text.isascii() and ("(" not in text or _INNER.search(text) is None):
        return text.replace(";", " ; ").replace(":", " : ").translate(_BLANKED).split()
    return _TOKEN.findall(text)


def offsets_of(text: str) -> list[tuple[int, int]]:
    """Return where each of `words_of(text)` starts and stops (in the lower-case text, which may differ in length)."""
    return [match.span() for match in _TOKEN.finditer(text.lower())]


def bounded(text: str, offset: int) -> Iterator[Sentence]:
    """Yield a sentence, in pieces when it is too long to be one."""
    for start in range(0, len(text), LONGEST):
        yield Sentence(text[start : start + LONGEST], offset + start)

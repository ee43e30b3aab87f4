"""The words of a scanned licence text that lay a duty down: found by cue words of its kind, quoted with their line.

What is found is a quotation for the reader; nothing is decided by it. English texts only: of others the paraphrase is
shown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rail.domain.component import Location
from rail.domain.duty import Words
from rail.domain.profile import Obligation

_MAX_TEXT = 400_000
_MAX_QUOTE = 700
_FEWEST_WORDS = 5
_NEAR = 600

_LICENSE = r"(?:licen[cs]e|agreement|terms)"
_CUES = {
    "ask-license": r"monthly (?:active |unique )*users|annual revenues?|request a licen[cs]e",
    "attribution": r"attribution (?:notice|statement)|following (?:attribution|notice|statement)",
    "cite": r"\bcit(?:e|ing|ation)\b|acknowledg",
    "disclose-ai": r"(?:ai|machine|artificially)[ -]generated",
    "disclose-source": r"source code",
    "display-name": r"(?:prominently )?display",
    "expect-remote-limits": r"\bremotely\b",
    "filter-content": r"\bfilter",
    "fixed-statement": r"following (?:attribution|notice|statement)",
    "follow-policy": r"(?:acceptable|prohibited)[ -]use polic|use polic(?:y|ies)",
    "give-copy": rf"(?:with )?a (?:complete )?copy of (?:this|these|the) (?:[\w.-]+ ){{0,4}}{_LICENSE}",
    "keep-notices": r"(?:retain|keep)\b[^.;]*\bnotices?|copyright notice[^.;]*\b(?:included|appear|reproduce)",
    "mark-changes": r"notices? (?:stating|that)[^.;]*\b(?:changed|modified)|modified files|\bstate[^.;]*changed",
    "mitigate-risk": r"(?:fail-safe|safeguard|mitigat|redundan)",
    "name-prefix": r"(?:at the (?:beginning|start)|prefix)[^.;]*\bname",
    "no-redistribution": r"(?:not|no)\b[^.;]*\b(?:re)?distribut",
    "no-sublicense": r"\bsub-?licen[cs]",
    "notice-file": r"notice.? (?:text )?file",
    "notify-recipients": r"(?:provide|give)\b[^.;]*\bnotice to|notify",
    "pass-on-restrictions": r"enforceable provision|at (?:a minimum|least) the same[^.;]*restrictions",
    "register": r"\bregist(?:er|ration)|\bapply for",
    "same-license": rf"\b(?:only|same|solely)\b[^.;]*under (?:the (?:same )?terms of )?this {_LICENSE}",
    "stay-in-territory": r"european union|territory",
    "use-latest-version": r"latest version of",
    "users-must-comply": r"(?:require|ensure)\b[^.;]*\b(?:users?|third part)",
}
_BINDS = re.compile(
    r"\b(?:must|shall|may not|agree|required|will not|adhere|compl(?:y|ies)|subject to|reserves the right)\b|condition",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"[“\"][^”\"]{1,60}[”\"] (?:shall )?means?\b", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-*•]|\(?[a-zA-Z0-9]{1,4}[.)]|[0-9]+(?:\.[0-9]+)+\.?)\s")
_STOP = re.compile(r"(?<=[.;])(?<!Inc\.)(?<!Ltd\.)(?<!e\.g\.)\s+(?=[(“\"A-Z])")
_PHRASE = re.compile(r"[“”\"]([^“”\"]+)[“”\"]")
_CARRIES = re.compile(r"notice|statement|attribution", re.IGNORECASE)


class LicenseText(NamedTuple):
    """A scanned text in which a licence was recognised: its path, and its words between two lines (from 1).

    `exact` tells that the words are those of the licence as it is on record.
    """

    path: str
    text: str
    first: int = 1
    last: int = 1_000_000
    exact: bool = True


class _Block(NamedTuple):
    line: int
    words: str


def phrase_of(duty: Obligation) -> str | None:
    """Return the fixed wording that a duty names: what stands in quotation marks in its note."""
    found = _PHRASE.search(duty.note) if duty.note else None
    return found[1] if found else None


def find_clause(duty: Obligation, phrase: str | None, texts: Sequence[LicenseText]) -> Words | None:
    """Return the clause that lays down a duty, quoted, or `None` when no text in hand shows it."""
    cue = _CUES.get(duty.kind)
    if cue is None and phrase is None:
        return None
    pattern = re.compile(cue, re.IGNORECASE) if cue else None
    for text in texts:
        best: tuple[int, _Block, int] | None = None
        for block in _blocks(text):
            at = pattern.search(block.words) if pattern else None
            named = block.words.find(phrase) if phrase else -1
            if (phrase and named < 0 and duty.kind in {"display-name", "name-prefix"}) or (at is None and named < 0):
                continue
            score = 4 * (named >= 0) + 2 * (at is not None) + (_BINDS.search(block.words) is not None)
            score -= 4 * (_DEFINES.match(block.words.lstrip(" abcdefghijklmnop.()")) is not None)
            if best is None or score > best[0]:
                best = (score, block, at.start() if at is not None else named)
        if best is not None and best[0] >= _WORTH:
            quote = _sentence(best[1].words, best[2])
            return Words(text=quote, quoted=True, location=Location(path=text.path, line=best[1].line))
    return None


_WORTH = 3
"""A cue word in a sentence that binds somebody; less is no clause to quote."""


def find_sentence(texts: Sequence[LicenseText]) -> str | None:
    """Return the statement that a licence asks to be carried word for word, as its scanned text gives it."""
    for text in texts:
        blocks = _blocks(text)
        for kind in ("notice-file", "attribution", "fixed-statement"):
            pattern = re.compile(_CUES[kind], re.IGNORECASE)
            for at, block in enumerate(blocks):
                cue = pattern.search(block.words)
                if cue is None:
                    continue
                said = " ".join(each.words for each in blocks[at : at + 3])
                opened = cue.start() > 0 and said[cue.start() - 1] in '"“'
                found = next(_quoted(said[cue.start() - opened :]), None)
                if found is not None:
                    return found
    return None


@lru_cache(maxsize=16)
def _blocks(text: LicenseText) -> tuple[_Block, ...]:
    """Return the paragraphs and list items of the licence's own lines, each on one line."""
    blocks: list[_Block] = []
    held: list[str] = []
    first = 0
    for number, line in enumerate(text.text[:_MAX_TEXT].split("\n"), 1):
        if not text.first <= number <= text.last:
            continue
        if held and (not line.strip() or _ITEM.match(line)):
            blocks.append(_Block(first, " ".join(" ".join(held).split())))
            held = []
        if line.strip():
            first = first if held else number
            held.append(line)
    if held:
        blocks.append(_Block(first, " ".join(" ".join(held).split())))
    return tuple(blocks)


def _sentence(words: str, at: int) -> str:
    """Return the sentence in which position `at` lies, not longer than a quotation should be."""
    start, end = 0, len(words)
    for stop in _STOP.finditer(words):
        if stop.end() <= at:
            start = stop.end()
        elif stop.start() > at:
            end = stop.start()
            break
    sentence = words[start:end].strip()
    return sentence if len(sentence) <= _MAX_QUOTE else sentence[: _MAX_QUOTE - 1].rstrip() + "…"


def _quoted(words: str) -> Iterator[str]:
    """Yield the quotations of several words that follow a mention of a notice; curly quotation marks nest."""
    depth, start, plain = 0, 0, -1
    for at, sign in enumerate(words[: _NEAR + _MAX_QUOTE]):
        if sign == "“" and plain < 0:
            start = at + 1 if depth == 0 else start
            depth += 1
        elif sign == "”" and depth:
            depth -= 1
            if depth == 0 and _is_statement(words, start, at):
                yield words[start:at].strip()
        elif plain >= 0 and sign in '"”':
            if _is_statement(words, plain, at):
                yield words[plain:at].strip()
            plain = -1
        elif sign == '"' and not depth:
            plain = at + 1


def _is_statement(words: str, start: int, end: int) -> bool:
    return (
        start <= _NEAR and len(words[start:end].split()) >= _FEWEST_WORDS and _CARRIES.search(words[:start]) is not None
    )

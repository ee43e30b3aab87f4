"""Attachments, exhibits and appendices: where a text refers to them and where they begin and end."""

import re
from itertools import islice
from typing import NamedTuple

from rail.identify.linting.flow import Hit
from rail.identify.linting.subject import Subject

_KINDS = r"attachment|exhibit|appendix|annex|schedule"
_REFERENCE = rf"\b(?:{_KINDS}) (?:[a-z]|[0-9]{{1,2}})\b(?![-/.][a-z0-9])"
_HEADING = re.compile(
    rf"[^\w\n]{{0,6}}(?:[0-9]{{1,2}}[.)]\s+)?(?P<name>(?:{_KINDS})\s+(?:[A-Z]|[0-9]{{1,2}}))\b\s*(?:[-:.)].*"
    rf"|[A-Z(\[\"'*].{{0,100}}|[a-z ]{{0,40}}:)?\Z",
    re.IGNORECASE,
)
_NOT_HEADING = re.compile(
    rf"(?:{_KINDS})\s+\w+\s+(?:of|to|and|or|are|is|in|shall|may|must|hereto|herein|below|above|which|sets?)\b",
    re.IGNORECASE,
)
_RESTRICTS = re.compile(
    r"restrict|prohibit|forbid|not (?:be )?us|acceptable use|permitted (?:use|purpose)", re.IGNORECASE
)
_FOREIGN = re.compile(r"\s+(?:of|to)\s+(?:the\s+)?(?!this|the\b|that\b|license\b|licence\b|agreement\b|terms\b)[A-Z]")

_MOST = 1000
"""References that are looked at; no licence has so many."""


class Attachment(NamedTuple):
    """A part at the end of the text: its heading and the index of the lines between which its body lies."""

    name: str
    line: int
    start: int
    stop: int


def key(words: str) -> str:
    """Return the name by which headings and references meet: `attachment a`."""
    return " ".join(words.lower().split()[:2]).rstrip(".:,;-")


def headed(subject: Subject) -> dict[str, Attachment]:
    """Return the attachments that have a heading, by key; of several with one name the last."""
    lines = subject.document.lines
    found: list[tuple[int, str]] = []
    before = ""
    for index, line in enumerate(lines):
        text = line.text
        heading = _HEADING.match(text) if text else None
        if heading is not None and not _NOT_HEADING.match(text) and (not before or before[-1] in ".:;!?\"'"):
            found.append((index, heading["name"]))
        before = text
    ends = [*(index for index, _ in found[1:]), len(lines)][: len(found)]
    return {
        key(name): Attachment(lines[index].text, lines[index].number, index + 1, end)
        for (index, name), end in zip(found, ends, strict=True)
    }


def referred(subject: Subject) -> dict[str, Hit]:
    """Return the first reference to each attachment of this text, by key."""
    out: dict[str, Hit] = {}
    for hit in islice(subject.flow.find_all(_REFERENCE), _MOST):
        if (
            not _FOREIGN.match(subject.flow.around(hit, after=40))
            and hit.words[0].isupper()
            and hit.words.split()[1][0] not in "abcdefghijklmnopqrstuvwxyz"
        ):
            out.setdefault(key(hit.words), hit)
    return out


def restricting(subject: Subject) -> set[str]:
    """Return the keys of the attachments to which a sentence about restrictions or allowed uses refers."""
    return {
        key(hit.words)
        for hit in islice(subject.flow.find_all(_REFERENCE), _MOST)
        if _RESTRICTS.search(subject.flow.sentence(hit))
    }

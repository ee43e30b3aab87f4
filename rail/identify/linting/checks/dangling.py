"""E-DANGLING: the text refers to a paragraph, section or attachment that it does not have.

Compares references with the labels that stand at the heads of lines. Silent where the text has no numbering of its
own, and on references into other works ("Section 107 of the Copyright Act"). It cannot see that a number is right but
its content moved, nor check letters below a number.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.attachments import headed, referred, restricting
from rail.identify.linting.flow import Hit
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_KIND = r"(?:section|article|clause|paragraph|part|chapter|§)"
_LABEL = re.compile(rf"(?:{_KIND}s?\s*)?[(\[]?([0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,4}})(?![0-9])", re.IGNORECASE)
_INNER = re.compile(
    rf"(?:[.;:]\s+|\s{_KIND}\s+)\(?([0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}})[.):]\s+[A-Z\"]", re.IGNORECASE
)
_ROMAN_LABEL = re.compile(r"(?:section|part|article|chapter)\s+([ivx]{1,6})\b", re.IGNORECASE)
_REFERENCE = (
    r"\b(?:paragraphs?|sections?|clauses?|articles?|subsections?|§{1,2}) ([0-9]{1,3}(?:\.[0-9]{1,3}){0,4}"
    r"|[IVX]{1,5}\b)(?![0-9])"
)
_FOREIGN_AFTER = re.compile(
    r"[^.;\n]{0,40}?\s(?:of|under|in|to)\s+(?:the\s+|an?\s+)?(?!this|these|hereof|the\b|licen[sc]e\b|agreement\b"
    r"|terms\b|your?\b|present\b)"
    r"(?:[A-Z0-9]|eu\b|u\.s|gnu|gpl|apache|copyright|convention|act\b|law\b|directive|regulation)"
    r"|[^.;]{0,70}\b(?:Act|Code|GPL|LGPL|AGPL|Regulation|Directive|Convention|Covenant|Declaration|Charter|GDPR"
    r"|Treaty|U\.S\.C|UCC|CFR|Statute|Law)\b"
)
_FOREIGN_BEFORE = re.compile(
    r"(?:FAR|DFARS|F\.A\.R\.|Act|Code|GPL|Regulation|Directive|Convention|GDPR|Treaty|U\.?S\.?C\.?|UCC"
    r"|C\.?F\.?R\.?|Law|Apache License|Charter|Declaration|Statute)[^.;]{0,30}\Z"
)
_FEWEST = 3
"""Labels from which a text has a numbering of its own."""
_BEYOND = 12
"""A number further than this above the last label belongs to another work."""


@check(
    "E-DANGLING",
    title="reference to nothing",
    why="a reference that leads nowhere leaves open which duty or restriction is meant; it is mostly a template "
    "that was cut",
    remedy="correct the number, or add the part that is missing",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield each missing target once, at its first reference."""
    present, restrict = headed(subject), restricting(subject)
    for name, hit in referred(subject).items():
        if name not in present and name not in restrict:
            yield Spot(f"{hit.words} is referred to, and is not there", hit.line, hit.words)
    yield from _numbers(subject)


def _numbers(subject: Subject) -> Iterator[Spot]:
    labels = {found[1] for line in subject.document.lines if (found := _LABEL.match(line.text))}
    labels |= {found[1] for found in _INNER.finditer(subject.flow.text)}
    labels |= {".".join(label.split(".")[:depth]) for label in labels for depth in range(1, label.count(".") + 1)}
    tops = {int(label) for label in labels if "." not in label}
    romans = {found[1].upper() for line in subject.document.lines if (found := _ROMAN_LABEL.match(line.text))}
    told: set[str] = set()
    for hit in subject.flow.find_all(_REFERENCE):
        target = hit.words.split()[-1].upper()
        if target in told or _is_foreign(subject, hit):
            continue
        if target[0].isdigit():
            missing = len(tops) >= _FEWEST and _is_missing(target, labels, tops)
        else:
            missing = len(romans) > 1 and target not in romans
        if missing:
            told.add(target)
            yield Spot(f"{hit.words} is referred to, and is not there", hit.line, hit.words)


def _is_missing(target: str, labels: set[str], tops: set[int]) -> bool:
    if target in labels:
        return False
    top = int(target.split(".", maxsplit=1)[0])
    if top not in tops:
        return top <= max(tops) + _BEYOND and {1, 2} <= tops
    parent = target.rpartition(".")[0]
    return bool(parent) and any(label.startswith(parent + ".") for label in labels)


def _is_foreign(subject: Subject, hit: Hit) -> bool:
    after, before = subject.flow.around(hit, after=90), subject.flow.around(hit, before=60)
    return _FOREIGN_AFTER.match(after) is not None or _FOREIGN_BEFORE.search(before) is not None

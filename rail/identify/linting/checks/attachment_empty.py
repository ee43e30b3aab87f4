"""E-ATTACHMENT-EMPTY: the place where the restrictions should stand is empty, or is not there.

Looks at attachments (exhibits, appendices, …) to which a sentence about restrictions refers, and at sections headed
"Use restrictions" and the like. Counts as empty what holds nothing but its heading, a lead-in ending in a colon, and
brackets.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.attachments import Attachment, headed, referred, restricting
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_SECTION = re.compile(
    r"(?:(?:section\s+)?(?P<label>[0-9]{1,2}|[IVX]{1,4})[.):]?\s*)?(?:use[- ](?:based )?restrictions?"
    r"|prohibited uses?|restricted uses?|restrictions on use|"
    r"prohibited activities)\s*[.:]?\Z",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:section|article)\s+(?:[0-9]{1,2}|[IVX]{1,5})\b|(?:attachment|exhibit|appendix|annex|schedule)\s+\w|end of ",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\[[^\]]{0,200}\]|\{\{.{0,200}\}\}|<[^<>]{0,100}>|_{3,}|\b(?:none|n/?a|not applicable|reserved"
    r"|intentionally left blank|tbd|todo|empty)\b"
    r"|end of (?:the )?(?:terms|license|licence|attachment|document)\b.{0,40}",
    re.IGNORECASE,
)
_ENOUGH = 3
"""Words from which something is said."""


@check(
    "E-ATTACHMENT-EMPTY",
    title="restrictions missing",
    why="the licence promises restrictions and has none, so it forbids nothing, whatever its name says",
    remedy="write the restrictions, or use a licence that does not refer to any",
    rule="RAIL402",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield the attachments and sections that should restrict and do not."""
    present = headed(subject)
    first = referred(subject)
    empty = False
    for name in sorted(restricting(subject) & first.keys()) if subject.grants else ():
        attachment = present.get(name)
        if attachment is None:
            yield Spot(
                f"{first[name].words} is to hold the restrictions, and is not there",
                first[name].line,
                first[name].words,
            )
        elif _is_empty(subject, attachment):
            empty = True
            yield Spot(f"{attachment.name} is empty: no restriction stands in it", attachment.line, attachment.name)
    if not empty:
        for section in _sections(subject):
            if _is_empty(subject, section):
                yield Spot(f"the section {section.name!r} is empty", section.line, section.name)


def _is_empty(subject: Subject, part: Attachment) -> bool:
    lines = subject.document.lines[part.start : part.stop]
    if any(lines and lines[0].number <= clause.line <= lines[-1].number for clause in subject.clauses):
        return False
    said = 0
    for line in lines:
        rest = _NOTHING.sub(" ", line.text).strip()
        if rest and not rest.endswith(":") and not _SECTION.match(rest):
            said += sum(not word.isascii() or any(map(str.isalpha, word)) for word in rest.split())
    return said < _ENOUGH


def _sections(subject: Subject) -> Iterator[Attachment]:
    """Yield the sections headed as restrictions, each up to the next heading; of several in a row the last."""
    lines = subject.document.lines
    for index, line in enumerate(lines):
        heading = _SECTION.match(line.text) if line.text else None
        if heading is not None:
            stop = next(
                (at for at in range(index + 1, len(lines)) if _ends(lines[at].text, heading["label"])), len(lines)
            )
            if stop == len(lines) or not _SECTION.match(lines[stop].text):
                yield Attachment(line.text, line.number, index + 1, stop)


def _ends(text: str, label: str | None) -> bool:
    """Tell whether a line begins the section after the one labelled `label`; an unlabelled one ends with its text."""
    if _NEXT.match(text) or _SECTION.match(text):
        return True
    return label is not None and label.isdecimal() and re.match(rf"{int(label) + 1}[.)]", text) is not None

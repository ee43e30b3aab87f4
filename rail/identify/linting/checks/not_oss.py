"""I-NOT-OSS: a licence that restricts use and calls itself open, in its title or in so many words."""

from collections.abc import Iterator

from rail.identify.linting.flow import phrase
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_TITLE = phrase(
    r"\bopen[- ]?source\b|\bopen[- ]?rail\b|\bopen (?:model |responsible |weights? |use )?(?:ai )?(?:licen[sc]e|rail)\b"
)
_CLAIM = (
    r"\bthis (?:is an? )?(?:\w+ )?(?:open[- ]source|open[- ]access) (?:licen[sc]e|model|software|artifact"
    r"|project)\b|\bopen and responsible\b"
)
_TITLE_LINES = 12
_TITLE_WORDS = 16


@check(
    "I-NOT-OSS",
    title="not open source",
    why="the Open Source Definition forbids limits on fields of endeavour (point 6): distributions, and forges that "
    "detect licences, will not take it for open source",
    remedy="call it `openly available with use restrictions`, not open source",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one note, at the word."""
    if not subject.agreement:
        return
    filled = [line for line in subject.document.lines if line.text][:_TITLE_LINES]
    for line in filled:
        found = _TITLE.search(line.text)
        if found is not None and len(line.text.split()) <= _TITLE_WORDS:
            yield Spot(f"it calls itself open ({found[0]!r}) and restricts use", line.number, found[0])
            return
    if (claim := subject.flow.find(_CLAIM)) is not None:
        yield Spot(f"it calls itself open ({claim.words!r}) and restricts use", claim.line, claim.words)

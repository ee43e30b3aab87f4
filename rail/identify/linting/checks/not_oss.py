"""I-NOT-OSS: a licence that restricts use and calls itself open."""

from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_OPEN = r"\bopen[- ]?source\b|\bopenrail\b|\bopen[- ]?rail\b|\bopen (?:model |responsible |weights? )?(?:ai )?licen[sc]e\b|\bopen[- ]access\b"


@check(
    "I-NOT-OSS",
    title="not open source",
    why="the Open Source Definition forbids limits on fields of endeavour (point 6): distributions, and forges that detect "
    "licences, will not take it for open source",
    remedy="call it `openly available with use restrictions`, not open source",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one note, at the word."""
    if subject.agreement and (found := subject.flow.find(_OPEN)) is not None:
        yield Spot(f"it calls itself open ({found.words!r}) and restricts use", found.line, found.words)

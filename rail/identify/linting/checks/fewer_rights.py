"""I-FLOWDOWN: the next user may get fewer rights than this licence gives."""

from collections.abc import Iterator

from rail.identify.linting.flow import phrase
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_OTHER_TERMS = (
    (
        r"\b(?:may|can)\b~\b(?:provide|add|offer|apply|use|impose|include|attach)~\b(?:additional or different"
        r"|different or additional|different)\b~\b(?:terms|conditions|licen[sc]e)"
    ),
    r"\bmodified portion ~additional or different terms",
    (
        r"\b(?:may|can)\b~\b(?:more restrictive|stricter|additional restrictions|own licen[sc]e terms|your own terms"
        r"|additional terms)"
    ),
)

_CORE = phrase(
    r"(?:additional|different|stricter|more restrictive|own)\b[^.;]{0,60}(?:terms|conditions|licen[sc]e|restrictions?)"
)


@check(
    "I-FLOWDOWN",
    title="fewer rights downstream",
    why="who passes the work on may add terms, so the next user gets the restrictions for sure, but not the rights",
    remedy="if the rights matter too, say that recipients get at least the same grant",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one note, at the words that allow other terms."""
    if not subject.agreement:
        return
    for pattern in _OTHER_TERMS:
        found = subject.flow.find(pattern)
        core = _CORE.search(subject.flow.text, found.start, found.stop) if found is not None else None
        if core is not None:
            told = subject.flow.hit(core.start(), core.end())
            yield Spot(f"other terms may be put on copies: {told.words!r}", told.line, told.words)
            return

"""What was read at one line of a text, with the words around it, so that a person can check it in seconds."""

from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Clause, Recognised, TextReading
from rail.errors import ReadError
from rail.identify.clauses.headings import heading_polarity
from rail.identify.clauses.lexicon import Lexicon
from rail.identify.clauses.polarity import Cue, Polarity, cue_rows
from rail.identify.clauses.sentences import words_of
from rail.identify.clauses.topics import topic_rows
from rail.identify.document import Line, read_document

_AROUND = 2
_FORBIDDING = {Cue.FORBIDS, Cue.LOOKS_BACK}
_REACH = 60
"""Lines that are looked back through for the words that forbid."""


class Located(NamedTuple):
    """The reading of one line.

    `clauses` are the restrictions read on it, `lead_in` the line above (or the line itself) whose words forbid,
    `matched` the phrases of the line that named the uses, `context` the lines around it with their numbers, `licenses`
    the known licences whose words it is part of. Without clauses, the line restricts nothing that rail can read.
    """

    line: int
    context: tuple[Line, ...]
    clauses: tuple[Clause, ...]
    lead_in: Line | None
    matched: tuple[str, ...]
    licenses: tuple[Recognised, ...]


def locate(text: str, line: int, reading: TextReading, catalogue: Catalogue) -> Located:
    """Return what `reading`, the reading of `text`, says of its 1-based `line`.

    Raises:
        ReadError: the text has no such line.
    """
    lines = read_document(text).lines
    last = text.count("\n") + (not text.endswith("\n"))
    if not 1 <= line <= max(last, 1):
        raise ReadError(f"no line {line}: the text has {last}", hint="count from 1")
    start = _start(line, lines, reading)
    clauses = tuple(each for each in reading.restrictions if each.line == start and each.use in catalogue.uses)
    at = next((index for index, each in enumerate(lines) if each.number >= start), len(lines) - 1)
    shown = tuple(each for each in lines if start - _AROUND <= each.number <= max(line, start) + _AROUND)
    return Located(
        line=start if clauses else line,
        context=shown,
        clauses=clauses,
        lead_in=_lead_in(lines, at) if clauses else None,
        matched=_matched(lines, start, line, {each.use for each in clauses}),
        licenses=tuple(each for each in reading.licenses if each.lines[0] <= line <= each.lines[1]),
    )


def _start(line: int, lines: tuple[Line, ...], reading: TextReading) -> int:
    """Return the line on which the clause begins that `line` is part of: no blank line and no other clause between."""
    starts = {each.line for each in reading.restrictions}
    numbered = {each.number: each.text for each in lines}
    at = line
    while at not in starts and numbered.get(at) and at > 1 and line - at < _REACH:
        at -= 1
    return at if at in starts else line


def _lead_in(lines: tuple[Line, ...], at: int) -> Line | None:
    """Return the nearest line, from the clause upwards, whose words or whose heading forbid."""
    cues: Lexicon[Cue] = Lexicon(cue_rows())
    for index in range(at, max(-1, at - _REACH), -1):
        text = lines[index].text
        if any(found.meaning in _FORBIDDING for found in cues.find(words_of(text))):
            return lines[index]
        if index < at and heading_polarity(text) is Polarity.FORBIDDEN:
            return lines[index]
    return None


def _matched(lines: tuple[Line, ...], start: int, stop: int, uses: set[str]) -> tuple[str, ...]:
    """Return the phrases by which the uses were known."""
    topics = Lexicon(topic_rows())
    words = words_of(" ".join(each.text for each in lines if start <= each.number <= max(start, stop)))
    phrases = [" ".join(words[found.start : found.stop]) for found in topics.find(words) if found.meaning.use in uses]
    return tuple(dict.fromkeys(phrases))

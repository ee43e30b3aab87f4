"""What stands in a text beside the known licences: lines with words that none of them explains."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.clauses.mention import named_conduct
from rail.identify.clauses.plain import are_plain
from rail.identify.document import Document, Line
from rail.identify.recognise import Recognition

_NOISE = 2
"""A line with fewer unexplained words than this holds nothing that has to be read."""


class Residue(NamedTuple):
    """The lines that hold words no known licence explains, parted by a blank one where blank ones part them.

    `new` are those of which no word is explained; each run of them is parted from the next by a blank one.
    """

    every: Document
    new: Document


def residue_of(document: Document, recognition: Recognition) -> Residue:
    """Return what known licences leave of a text."""
    unexplained = recognition.open()
    lines, places = document.lines, recognition.places
    every: list[Line] = []
    new: list[Line] = []
    last = last_new = -1
    if unexplained:
        starts = recognition.words.starts
        enough = _worth_reading(document, unexplained)
        for at, count in unexplained.items():
            line = lines[at]
            place = bisect_left(places, at)
            if line.text and count == starts[place + 1] - starts[place]:
                if new and last_new != at - 1:
                    new.append(Line(line.number, ""))
                new.append(line)
                last_new = at
            if line.number in enough:
                every += [each for each in lines[last + 1 : at] if not each.text][:1]
                every.append(line)
                last = at
    return Residue(document._replace(lines=tuple(every)), document._replace(lines=tuple(new)))


def read_added(residue: Residue) -> ClauseReading:
    """Read the words added to known licences: all lines that hold some, and those that are wholly new by themselves.

    Beside them stands what is left of changed sentences, which may seem to take their force.
    """
    if are_plain((*residue.every.lines, *residue.new.lines)):
        return ClauseReading()
    same = _texts(residue.new) == _texts(residue.every)
    reading = read_clauses(residue.new if same else residue.every)
    if reading.restricts or not residue.new.lines:
        return reading
    alone = reading if same else read_clauses(residue.new)
    if alone.restricts:
        return alone
    return reading._replace(
        policies=reading.policies or alone.policies,
        suspicion=reading.suspicion or alone.suspicion,
        doubts=reading.doubts or alone.doubts or named_conduct(residue.new),
    )


def _worth_reading(document: Document, unexplained: Mapping[int, int]) -> set[int]:
    """Return the numbers of the original lines with more than noise; several lines may come from one of these."""
    words: dict[int, int] = {}
    for at, count in unexplained.items():
        number = document.lines[at].number
        words[number] = words.get(number, 0) + count
    return {number for number, count in words.items() if count >= _NOISE}


def _texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.text]

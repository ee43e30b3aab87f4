"""Fragments of restricting licences that are the words of free ones.

A BSD text with a few changed words may look most like the first half of a licence that goes on to bar a use. Nearly
all of its words then stand in a free licence as well; the others are read like any words added to one.
"""

from collections.abc import Sequence
from functools import cache

from rail.identify.document import Document
from rail.identify.fingerprints import Fingerprints, open_fingerprints
from rail.identify.recognise import Recognition, Region, recognise

_NEARLY_ALL = 0.85
"""The share of the words that free licences have to explain."""


def free_reading(document: Document, recognition: Recognition, region: Region) -> Sequence[Region]:
    """Return the general licences that nearly all words of `region` belong to; none when they do not.

    The lines that they leave unexplained are no longer explained in `recognition`.
    """
    places = [at for at, line in enumerate(document.lines) if region.first_line <= line.number <= region.last_line]
    found = recognise(Document(tuple(document.lines[at] for at in places)), _general_index())
    explained = sum(each.words for each in found.regions)
    if found.explained.count(0) > (1 - _NEARLY_ALL) * max(explained, len(found.explained)):
        return ()
    for at in found.residue():
        recognition.reopen(places[at])
    return found.regions


class _General(Fingerprints):
    """The index without the profiles."""

    def members(self, group: int) -> tuple[int, ...]:
        """Return the texts of a group that are general licences."""
        return tuple(text for text in super().members(group) if not self.known(text).is_profile)


@cache
def _general_index() -> Fingerprints:
    return open_fingerprints(kind=_General)

"""What a check may look at: the text, what was read in it, the card's front matter, and the files beside it."""

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import PurePosixPath

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.domain.evidence import Clause, Restricted, TextReading
from rail.domain.profile import LicenseProfile
from rail.identify.document import Document, read_document
from rail.identify.linting.card import Card, read_card
from rail.identify.linting.flow import Flow, Hit
from rail.sources.spi import SourceFile

_RAIL = re.compile(
    r"(?<![A-Za-z])(?:"
    r"(?:Open|OPEN)[ -]?RAIL(?:\+\+|-PP)?(?:[ -]?[DAMS]{1,4})?(?![A-Za-z])"
    r"|(?:Research|RESEARCH)[ -]?(?:Only|ONLY|Use|USE)?[ -]?RAIL(?:-[DAMS]{1,4})?(?![A-Za-z])"
    r"|RAIL(?:-[DAMS]{1,4}(?![A-Za-z])| (?:v?[0-9][0-9.]* )?(?:Source Code )?Licen[sc]e)"
    r"|openrail(?:\+\+|-[dams]{1,4})?(?![A-Za-z])"
    r"|(?:Open )?Responsible AI (?:Source Code |End[- ]User )?Licen[sc]e"
    r"|OPEN RESPONSIBLE AI LICENSE|RESPONSIBLE AI LICENSE)"
)
_GRANT = (
    r"\b(?:hereby grants?|grants? (?:you|to you|the licensee)|permission is (?:hereby )?granted"
    r"|you are (?:hereby )?granted"
    r"|grant of (?:rights|copyright|licen[sc]e|patent)|licen[sc]e grant|you may ~\b(?:use|copy|modify|reproduce)"
    r"|granted ~\blicen[sc]e|rights granted)"
)
_CONDUCT = "non-behavioural"


class Subject:
    """One licence text or card.

    `reading` is what its words were read as, `file` knows the files beside it, and `read` reads one of them; without
    the two, nothing beside the text is looked at.
    """

    def __init__(
        self,
        path: PurePosixPath,
        text: str,
        reading: TextReading,
        catalogue: Catalogue,
        *,
        file: SourceFile | None = None,
        read: Callable[[SourceFile], TextReading] | None = None,
        index: Index | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.reading = reading
        self.catalogue = catalogue
        self.file = file
        self.read = read
        self.index = index or Index(catalogue)

    @cached_property
    def document(self) -> Document:
        """The clean lines."""
        return read_document(self.text)

    @cached_property
    def flow(self) -> Flow:
        """The clean lines as one run of text."""
        return Flow(self.document.lines)

    @cached_property
    def card(self) -> Card | None:
        """What the front matter says of the licence; `None` when this is no card."""
        return read_card(self.file) if self.file is not None else None

    @cached_property
    def rail_name(self) -> Hit | None:
        """The first place where the text calls itself, or something, a RAIL."""
        match = _RAIL.search(self.flow.text)
        return self.flow.hit(match.start(), match.end()) if match else None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The restrictions on conduct that were read."""
        return tuple(each for each in self.reading.restrictions if not each.use.startswith(_CONDUCT))

    @cached_property
    def restrictive(self) -> bool:
        """Whether the text restricts conduct, in its own words or by naming a policy."""
        return self.reading.restricted in {Restricted.YES, Restricted.BY_REFERENCE} or bool(self.clauses)

    @cached_property
    def agreement(self) -> bool:
        """Whether it is a restrictive licence that grants something, rather than a notice or a policy alone."""
        return (self.restrictive or self.rail_name is not None) and self.grants

    @cached_property
    def grants(self) -> bool:
        """Whether it grants rights."""
        return self.flow.find(_GRANT) is not None

    @cached_property
    def word_count(self) -> int:
        """The number of words."""
        return len(self.flow.text.split())

    @cached_property
    def profiles(self) -> tuple[LicenseProfile, ...]:
        """The profiles of the licences that were recognised as a whole."""
        found = (self.catalogue.profiles.get(each.id) for each in self.reading.licenses if each.coverage >= _WHOLE)
        return tuple(each for each in found if each is not None)


_WHOLE = 0.6
"""Share of a licence's words from which a text counts as that licence."""

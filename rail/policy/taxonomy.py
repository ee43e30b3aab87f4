"""The use taxonomy and the restrictions of the catalogue, laid out so that judging a licence is a few look-ups."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.component import Location
from rail.domain.profile import LicenseProfile
from rail.domain.record import UseId


class Bar(NamedTuple):
    """A restriction ready to meet a declared use: `clause` says it in words, `place` is where the input has them."""

    use: UseId
    mode: str
    section: str
    clause: str
    place: Location | None = None


class Taxonomy:
    """Who is above and below a use, among all uses that the catalogue names."""

    def __init__(self, catalogue: Catalogue) -> None:
        restricted = (each.use for profile in catalogue.profiles.values() for each in profile.restrictions)
        self._catalogue = catalogue
        self._below: dict[UseId, list[UseId]] = defaultdict(list)
        for use in dict.fromkeys([*catalogue.uses, *restricted]):
            for above in ancestry(use)[:-1]:
                self._below[above].append(use)

    def below(self, use: UseId) -> Iterable[UseId]:
        """Return the kinds of a use, without itself."""
        return self._below.get(use, ())

    def involved(self, use: UseId) -> list[UseId]:
        """Return the uses that a use and those above it may involve, sorted."""
        known = (self._catalogue.uses.get(each) for each in ancestry(use))
        return sorted({other for each in known if each for other in each.may_involve})

    def label(self, use: UseId) -> str:
        """Return the words for a use, or its id."""
        known = self._catalogue.uses.get(use)
        return known.label if known else use


def rows(profile: LicenseProfile) -> Mapping[UseId, tuple[Bar, ...]]:
    """Return the restrictions of a licence by use."""
    known: dict[UseId, tuple[Bar, ...]] = {}
    for each in profile.restrictions:
        row = Bar(each.use, each.mode, each.section, clause(each.use, each.mode, each.section, each.note))
        known[each.use] = (*known.get(each.use, ()), row)
    return known


def clause(use: UseId, mode: str, where: str, note: str | None) -> str:
    """Return a restriction in words; `where` names the section or quotes, `note` is what limits it."""
    limit = f": {note}" if note else ""
    return f"{where or 'a clause'} bars {use} ({mode}{limit})"


def ancestry(use: UseId) -> list[UseId]:
    """Return a use and all above it, from the top down."""
    parts = use.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]

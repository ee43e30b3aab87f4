"""Statements made in passing: the link beside a licence's name, and what some files of a package say.

They are not the licence of a thing. But one that restricts use must not go unheard: the link may lead to the terms that
the name does not tell.
"""

from collections.abc import Sequence

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import RANK, named_restricts, strictest
from rail.domain.evidence import Match, Restricted
from rail.expression.evaluate import fold

POINTERS = ("/license/url", "/licenseInfoFromFiles")
"""What the pointer of such a statement ends with."""
_RESTRICTING = frozenset({Restricted.YES, Restricted.BY_REFERENCE})


def heard(matches: Sequence[Match], catalogue: Catalogue) -> Sequence[Match]:
    """Return the readings that count: without those in passing that restrict nothing, where there are others."""
    if all(is_aside(match) for match in matches):
        return matches
    return [match for match in matches if not is_aside(match) or _restricts(match, catalogue)]


def is_aside(match: Match) -> bool:
    """Tell whether a statement was made in passing."""
    place = match.evidence.location
    return place is not None and place.pointer is not None and place.pointer.endswith(POINTERS)


def _restricts(match: Match, catalogue: Catalogue) -> bool:
    if match.reading is not None:
        return match.reading.restricted in _RESTRICTING
    if match.expression is None:
        return False
    answer = fold(
        match.expression,
        lambda symbol: named_restricts(symbol, catalogue),
        lambda answers: strictest(*answers),
        lambda answers: min(answers, key=RANK.__getitem__),
    )
    return answer in _RESTRICTING

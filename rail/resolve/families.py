"""A statement that names a family of licences (`openrail`): a text of that family in hand says all that it does."""

from collections.abc import Sequence

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Match, Restricted
from rail.domain.profile import LicenseProfile
from rail.expression.parse import symbols

FAMILY_TAG = "openrail-family-tag"
"""The profile of the names that say "some RAIL" without saying which."""


def is_spelled_out(match: Match, texts: Sequence[Match], catalogue: Catalogue) -> bool:
    """Tell whether a statement names nothing but the RAIL family, and a text in hand is a known licence of it.

    Such a text restricts use, so the answer only gets more exact. A text that is not known stands for no tag.
    """
    named = [catalogue.by_symbol(each) for each in symbols(match.expression)] if match.expression else []
    if not named or not all(isinstance(each, LicenseProfile) and each.id == FAMILY_TAG for each in named):
        return False
    return any(_is_of_family(text, catalogue) for text in texts)


def _is_of_family(text: Match, catalogue: Catalogue) -> bool:
    reading = text.reading
    if reading is None or reading.expression is None or reading.restricted is not Restricted.YES:
        return False
    held = [catalogue.by_symbol(each) for each in symbols(reading.expression)]
    return any(isinstance(each, LicenseProfile) and each.family.startswith("rail") for each in held)

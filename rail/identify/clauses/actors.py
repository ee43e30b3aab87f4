"""Words that turn a restriction on who the user is: "any organisation that …"."""

from typing import NamedTuple

from rail.identify.clauses.tables import phrases

ACTORS = """
be an entity/individual/organization/organisation | user/licensee/you/organization/organisation is/are not
by or for .. militar*/government*/polic* | on behalf of .. militar*/government*/polic*
individual or .. legal entity | legal entity shall/must/are/is
"""


class Actor(NamedTuple):
    """Marks words that speak of who uses the thing."""


def actor_rows() -> list[tuple[str, Actor]]:
    """Return the phrases as rows for a lexicon."""
    return [(phrase, Actor()) for phrase in phrases(ACTORS)]

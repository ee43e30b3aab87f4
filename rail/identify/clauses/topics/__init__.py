"""What restrictions are about: one module for each domain of uses, one row for each use id.

To teach rail a topic, add a phrase to the row of its use (or a row with the id of a use from `licenses/uses`) in the
module of its domain; nothing else. The notation is that of `rail.identify.clauses.lexicon`, the table that of
`rail.identify.clauses.tables`. `TOPICS` hold phrases that mean the use wherever something is forbidden; `WEAK` ones
also occur in ordinary licences and count only where the use of the licensed thing is what is forbidden.
"""

from rail.identify.clauses.tables import rows
from rail.identify.clauses.topics import (
    business,
    content,
    discrimination,
    disinformation,
    health,
    legal,
    military,
    privacy,
    security,
    society,
)
from rail.identify.clauses.topics.topic import Topic

MODULES = (business, content, discrimination, disinformation, health, legal, military, privacy, security, society)


def topic_rows() -> list[tuple[str, Topic]]:
    """Return the phrases of all English topics as rows for a lexicon."""
    return [
        (phrase, Topic(use, weak))
        for module in MODULES
        for table, weak in ((module.TOPICS, False), (module.WEAK, True))
        for use, phrase in rows(table)
    ]

"""What reading the clauses of a text comes to."""

from typing import NamedTuple

from rail.domain.evidence import Clause

QUOTED = 400
"""Characters of a clause, a policy or a doubt that are quoted."""
BUSINESS = "non-behavioural"
"""The top of the uses that are no conduct."""


class Policy(NamedTuple):
    """A policy that the text makes binding by name or link; `url` is `None` when only its name is given."""

    url: str | None
    line: int
    text: str


class Suspicion(NamedTuple):
    """Words that look like a restriction and could not be read as a use: the text is unknown, not free."""

    line: int
    text: str
    why: str


class ClauseReading(NamedTuple):
    """The restrictions of a text by line, the policies that bind, and what was not understood.

    Clauses whose use is `non-behavioural.*` restrict business, not conduct: alone they leave a text unrestricted.
    `doubts` count in words that were added to a known licence, where all that is ordinary is explained already.
    """

    restrictions: tuple[Clause, ...] = ()
    policies: tuple[Policy, ...] = ()
    suspicion: tuple[Suspicion, ...] = ()
    doubts: tuple[Suspicion, ...] = ()

    @property
    def restricts(self) -> bool:
        """Whether any clause is about conduct."""
        return any(not clause.use.startswith(BUSINESS) for clause in self.restrictions)

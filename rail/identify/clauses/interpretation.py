"""What a sentence is found to say: the uses that it bars, and what it hands down to the items below it."""

from typing import NamedTuple

from rail.identify.clauses.polarity import Polarity

LAWFUL = "compliance-conditional"


class Context(NamedTuple):
    """What a passage hands down to its items: does it forbid, is it about use, about something else, about actors?"""

    polarity: Polarity = Polarity.SILENT
    about_use: bool = False
    framed: bool = False
    actor: bool = False


NOTHING = Context()
"""What is handed down by words that say nothing."""


class Barred(NamedTuple):
    """A use that a sentence bars: its words are `words[start:stop]`, the clause around them `words[low:high]`.

    `secondary` uses restrict only in the company of others.
    """

    use: str
    mode: str
    start: int
    stop: int
    low: int
    high: int
    secondary: bool = False


class Interpretation(NamedTuple):
    """The uses a sentence bars, what it hands down, and whether it is `vague`: forbids a use but it is not clear which.

    A vague sentence may have `named` uses, in words that are mostly about something else; a `doubtful` one bars nothing
    and yet names a conduct beside a word of restraint.
    """

    barred: list[Barred]
    context: Context
    vague: bool = False
    named: bool = False
    doubtful: bool = False

"""Few words that name no use, forbid none and point at no policy: there is nothing to read in them.

Most words beside a known licence are a title, a credit or a line of code.
"""

from collections.abc import Iterable

from rail.identify.clauses.doubt import may_be_doubtful
from rail.identify.clauses.mention import may_name_use
from rail.identify.clauses.policies import may_bind
from rail.identify.clauses.sentences import words_of
from rail.identify.clauses.vagueness import forbids_a_use
from rail.identify.document import Line

FEW = 100
"""Words; of more it is not told."""


def are_plain(lines: Iterable[Line]) -> bool:
    """Tell whether lines hold few words, and none that any reading of clauses turns on, however they are parted."""
    text = " ".join([line.text for line in lines]).lower()
    words = words_of(text)
    return (
        len(words) <= FEW
        and not may_bind(text)
        and not forbids_a_use(words)
        and not may_be_doubtful(words)
        and not may_name_use(text, words)
    )

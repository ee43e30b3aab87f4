"""Contexts whose prohibitions say nothing about conduct: warranty, liability, export, trade marks, patents, services.

A `STRONG` frame silences every topic of a sentence, unless it is an item under a use restriction. A `DOUBTFUL` one does
so too, but a topic beside it makes the sentence suspicious. A `WEAK` one silences only topics that share words with it.
An `UNFIT` one says what the thing is not made for: it is as strong, unless the sentence also forbids using it so. So is
one of `TRADE`, but evading sanctions may stand in a list of barred conducts like any other.
"""

import enum
import re

from rail.identify.clauses.sentences import Sentence
from rail.identify.clauses.tables import phrases


class Frame(enum.Enum):
    """What a sentence is about, when it is not about conduct."""

    STRONG = "strong"
    TRADE = "trade"
    UNFIT = "unfit"
    WEAK = "weak"
    DOUBTFUL = "doubtful"


STRONG = """
united states law | u s law | u s government | us government | acquisition regulation* | no legal advice
denied persons | ofac | export administration | endorse or promote | names of .. contributors | patent license
not .. legal advice | not provide .. advice | not constitute .. advice | considered .. advice | used as legal advice
specially designated | designated nationals | treasury department | department of treasury/the treasury
table of denial | denial orders | c f r | cfr | far section | commercial computer software
not fault tolerant
personally identif* you | identif* you | irreparable | without warranty | dfars | restricted rights
"""

TRADE = """
export | exports | exported | exporting | re export | reexport | export control* | embargo* | sanctions
"""

UNFIT = """
not designed or/nor intended | not designed nor | not intended or designed | not designed for
not designed or tested/intended | neither designed nor/or intended | not specifically designed
not designed manufactured | not designed tested | not been designed | not designed intended | not designed developed
not intended for use | not designed or intended for | fail safe | hazardous environment* | life support
ultra hazardous | high risk activities | unsuitable for | not suitable for | not recommended for
failure/failures of | its failure | failure .. function | malfunction*
"""

DOUBTFUL = """
warranty | warranties | liable | liability | indemnif* | hold harmless | consequential | damages
merchantability | government .. rights | confidential information | customer data | mission critical
not .. warrant* | so it/they cannot | so it/they can t/not | so that it/they cannot | so that it/they can t/not
"""

WEAK = """
bring .. claim | claim alleging | against .. software/licensor/company/community/brand | denigrat*
disparag* .. licensor/company/product*/us | moral rights | endorse* | logo/logos | brand/branding | advertising
name of .. author* | trademarks/trademark of/in/or | use .. trademark* | patent infringement | patent claim*
litigation | lawsuit* | counterclaim | infringement claim* | claim .. infring* | copyright notice*
proprietary notice* | origin of | governing law | court of | venue | severab* | unenforceable | its source
own/its/our/your/their/sole election | official status | altered .. version* | may not include | not include all
"""


def frame_rows() -> list[tuple[str, Frame]]:
    """Return the frames as rows for a lexicon."""
    tables = (
        (STRONG, Frame.STRONG),
        (TRADE, Frame.TRADE),
        (UNFIT, Frame.UNFIT),
        (DOUBTFUL, Frame.DOUBTFUL),
        (WEAK, Frame.WEAK),
    )
    return [(phrase, frame) for text, frame in tables for phrase in phrases(text)]


def is_of_marks(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence of `text` is about the trademarks spoken of before it: "You may not use them …"."""
    return (
        _THEM.search(sentence.text) is not None
        and _MARKS.search(text, max(sentence.offset - _BEFORE, 0), sentence.offset) is not None
    )


_BEFORE = 300


_THEM = re.compile(
    r"\buse (?:them|it|these|those)\b|\b(?:they|it|these) (?:may|must|shall|can) ?not be used\b", re.IGNORECASE
)
_MARKS = re.compile(r"\b(?:trade ?marks?|trade names?|service marks?|logos?)\b", re.IGNORECASE)

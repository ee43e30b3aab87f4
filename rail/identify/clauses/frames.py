"""Contexts whose prohibitions say nothing about conduct: warranty, liability, export, trade marks, patents, services.

`STRONG` frames silence every topic of the sentence (unless it is an item under a use restriction); `WEAK` frames silence
only the topics that share words with them, such as reputation and misrepresentation.
"""

import enum

from rail.identify.clauses.tables import phrases


class Frame(enum.Enum):
    """What a sentence is about, when it is not about conduct."""

    STRONG = "strong"
    WEAK = "weak"


STRONG = """
united states law | u s law | u s government | us government | acquisition regulation*
confidential information | customer data | no legal advice | export | exports | exported | exporting | re export
reexport | export control* | embargo* | sanctions | denied persons | ofac | export administration
not designed or/nor intended | not designed nor | not intended or designed | not designed for
neither designed nor/or intended | not specifically designed | not designed manufactured | not designed tested
not been designed | not designed intended | not designed developed | endorse or promote
names of .. contributors | patent license | failure/failures of | its failure | failure .. function
malfunction* | not .. legal advice | not provide .. advice | not constitute .. advice | considered .. advice
used as legal advice | not intended for use | not designed or intended for | irreparable | not fault tolerant
fail safe | hazardous environment* | not .. warrant* | without warranty | warranty | warranties | life support
ultra hazardous | high risk activities | liable | liability | indemnif* | hold harmless | consequential
damages | merchantability | government .. rights | dfars | restricted rights | mission critical | unsuitable for
not suitable for | not recommended for
"""

WEAK = """
bring .. claim | claim alleging | against .. software/licensor/company/community/brand | denigrat*
disparag* .. licensor/company/product*/us | endorse* | logo/logos | brand/branding | advertising
name of .. author* | trademarks/trademark of/in/or | use .. trademark* | patent infringement | patent claim*
litigation | lawsuit* | counterclaim | infringement claim* | claim .. infring* | copyright notice*
proprietary notice* | origin of | governing law | court of | venue | severab* | unenforceable | its source
official status | altered .. version* | may not include | not include all
"""


def frame_rows() -> list[tuple[str, Frame]]:
    """Return the frames as rows for a lexicon."""
    return [(phrase, Frame.STRONG) for phrase in phrases(STRONG)] + [(phrase, Frame.WEAK) for phrase in phrases(WEAK)]

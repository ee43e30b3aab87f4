"""Contexts whose prohibitions say nothing about conduct: warranty, liability, export, trade marks, patents, services.

`STRONG` frames silence every topic of the sentence (unless it is an item under a use restriction); `WEAK` frames silence
only the topics that share words with them, such as reputation and misrepresentation.
"""

import enum


class Frame(enum.Enum):
    """What a sentence is about, when it is not about conduct."""

    STRONG = "strong"
    WEAK = "weak"


STRONG = (
    "export", "exports", "exported", "exporting", "re export", "reexport", "export control*", "embargo*", "sanctions", "denied persons", "ofac",
    "export administration",
    "not .. designed .. intended", "not .. intended or designed", "not .. designed for", "not .. intended for use", "not fault tolerant", "fail safe", "hazardous environment*",
    "not .. warrant*", "without warranty", "warranty", "warranties", "life support", "ultra hazardous", "high risk activities",
    "liable", "liability", "indemnif*", "hold harmless", "consequential", "damages", "merchantability",
    "government .. rights", "far", "dfars", "restricted rights", "mission critical", "unsuitable for", "not suitable for", "not recommended for",
)

WEAK = (
    "trademark*", "trade name*", "trade mark*", "endorse*", "logo/logos", "brand/branding", "advertising", "publicity", "names of .. contributors", "name of .. author*",
    "patent*", "litigation", "lawsuit*", "counterclaim", "copyright notice*", "proprietary notice*", "origin of", "misrepresented as", "warrant*", "governing law",
    "jurisdiction", "court of", "venue", "severab*", "unenforceable", "invalid", "confidential*",
)


def frame_rows() -> list[tuple[str, Frame]]:
    """Return the frames as rows for a lexicon."""
    return [(phrase, Frame.STRONG) for phrase in STRONG] + [(phrase, Frame.WEAK) for phrase in WEAK]

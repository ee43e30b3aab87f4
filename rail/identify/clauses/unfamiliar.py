"""Sentences added to a free licence that say something to or of its holder in words that ordinary licences do not use.

"Landlords may look elsewhere" names no conduct that rail knows, and still takes something away. What is added to a
licence as a rule gives credit, names a licence, a file or an address, or repeats the trade's own phrases; a sentence
that does none of this and speaks of people, conditions or limits is not passed over.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rail.identify.vocabulary import vocabulary

_HOLDERS = frozenset(
    """
    you your yours who whose whom whoever whomever anyone anybody everyone everybody someone somebody nobody none
    nothing those people persons person folk folks humans company companies firm firms outfit organization organizations
    organisation organisations corporation corporations government governments agency agencies employer employers
    employee employees entity entities institution institutions individual individuals citizen citizens user users
    licensee licensees recipient recipients holder holders member members
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_LIMITS = frozenset(
    """
    if unless until whenever wherever while before may must shall should would will can cannot could ought might need
    needs wish wishes no not never nor neither only just solely exclusively except save apart rather without please
    kindly let refrain keep keeps stop stops stay stays leave go goes ask asked avoid hands off away out elsewhere
    reserve reserved exclusive permission permissions grant granted rights deal gift condition conditions void breach
    ends lapse lapses lose loses term we us our against
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_GIVING = frozenset(
    {"may", "can", "could", "will", "permission", "grant", "granted", "rights", "we", "us", "our", "gift"}
)
"""Of these limits, those that also stand in a sentence that only gives."""
_BINDING = _LIMITS - _GIVING
_ANYTHING = re.compile(r"\b(?:any|every|all) (?:\w+ )?purposes?\b|\bwhatever you\b|\bany way you\b", re.IGNORECASE)
_TECHNICAL = frozenset(
    """
    learning neural dataset datasets decoder decoders encoder encoders codec codecs codebase repository repositories git
    branch branches commit commits dependency dependencies wheels backend backends frontend runtime parser parsers
    tokenizer layout array arrays subroutine subroutines subcomponent subcomponents plugin plugins addon addons
    subdirectory subdirectories filename filenames mathematical numeric benchmark benchmarks unit tests namespace
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_POINTING = frozenset({"this", "it", "these", "them"})
REMARKED = _HOLDERS | _LIMITS | _POINTING
"""Words without which no sentence is unfamiliar."""
_SETTLED = frozenset(
    """
    warranty warranties warranted warrant liable liability damages merchantability indemnify infringement endorse
    endorsed endorsement trademark trademarks logo logos names copyright copyrights
    copyrighted attribution credit acknowledgment acknowledgement acknowledgments cite citation licensed licenced
    relicensed sublicense dual gpl lgpl agpl apache mit bsd isc mpl mozilla zlib psf spdx gnu foundation openssl patent
    patents patented export court courts jurisdiction venue severable unenforceable redistribute redistributed
    redistribution redistributions fonts contributors contributions bugs governed representations responsibly wisely
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_DESCRIBING = frozenset(
    """
    includes include contains contain incorporates wrote began implements originated originally upstream homepage
    follows following covers applies disclaimed thanks thank identifier questions hesitate statically domain
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_DONE = frozenset(
    """
    included contained based derived adapted written rewritten ported translated created maintained started developed
    produced generated implemented inspired originating moved taken imported borrowed vendored bundled donated
    contributed supplied listed located identified described documented supplemented integrated falling covered applied
    available
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
"""What was done to the thing, when it says by whom, where or from what: "adapted from", "is maintained"."""
_WHENCE = frozenset({"by", "in", "from", "on", "at", "to", "into", "under", "as", "below", "above", "and"})
_BEING = frozenset({"is", "are", "was", "were", "been", "be", "has", "have", "originally", "currently"})
_REFERENCE = re.compile(
    r"https?:|www\.|\S@\S|\w/\w+[./]\w|\w\.(?:py|c|h|cc|cpp|js|ts|md|txt|rst|css|sh|rs|go|java|pdf)\b|\b(?:19|20)\d\d\b"
    r"|\\n|\brights reserved\b",
    re.IGNORECASE,
)
"""Addresses, files and years, line ends of a text inside another file, and what follows a name."""
_SIGNS = ("http", "www.", "@", "/", "\\n", "19", "20", "erved")
"""What a reference has to have, if no point inside the sentence; quicker to look for."""
_TAKEN_OUT = re.compile(r"\b(?:text|file|section|code|function|module)s? (?:has|have) been removed\b", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![\w'.@/\\-])[a-z]{3,}(?![\w@/\\-]|\.\w)")
_ENDS = (".", "!", '."', ".)")
"""A sentence of which only part stands on the lines that are not explained says nothing by itself."""
_FEWEST = 2
_MANY = 2


def is_unfamiliar(text: str, words: Sequence[str], *, ordinary: AbstractSet[str]) -> bool:
    """Tell whether a sentence, which has these `words`, speaks to or of the holder in unusual terms.

    `ordinary` are its words of the trade (copying, naming, paying); with several it takes more to be unusual.
    """
    spoken = set(words)
    if not _SETTLED.isdisjoint(spoken) or _describes(words) or _refers(text):
        return False
    plain = _PLAIN.findall(text.lower() if text.isupper() else text)
    if len(plain) < _FEWEST:
        return False
    if _BINDING.isdisjoint(spoken) and _ANYTHING.search(text):
        return False
    strange = {word for word in plain if word not in ordinary and not _is_usual(word)}
    if text.isupper() and len(strange) == 1 and not text.endswith(_ENDS):
        return False  # the name of a holder within a disclaimer
    holders, limits = not _HOLDERS.isdisjoint(spoken), not _LIMITS.isdisjoint(spoken)
    if not strange:
        return not ordinary and text[:1].isupper() and text.endswith(_ENDS) and (holders or limits)
    if len(ordinary) > 1:
        return (holders and limits) or ((holders or limits) and len(strange) >= _MANY)
    return holders or limits or (not ordinary and not _POINTING.isdisjoint(spoken))


def _refers(text: str) -> bool:
    """Tell whether a sentence points at something: an address, a file, a year, what was taken out."""
    lower = text.lower()
    return (("." in lower[:-1] or any(map(lower.__contains__, _SIGNS))) and _REFERENCE.search(text) is not None) or (
        "removed" in lower and _TAKEN_OUT.search(text) is not None
    )


def _describes(words: Sequence[str]) -> bool:
    """Tell whether a sentence says what the thing is made of, or who made it."""
    if not _DESCRIBING.isdisjoint(words):
        return True
    return any(
        word in _DONE and ((at and words[at - 1] in _BEING) or (at + 1 < len(words) and words[at + 1] in _WHENCE))
        for at, word in enumerate(words)
    )


def _is_usual(word: str) -> bool:
    usual = vocabulary()
    return word in usual or word in _TECHNICAL or (word[-1] == "s" and word[:-1] in usual) or word.startswith("lib")

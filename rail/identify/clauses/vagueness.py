"""Prohibitions of a use that no topic names: they make a text unknown, unless they are of an ordinary kind."""

from rail.identify.clauses.languages import USE

_NEGATIVES = frozenset(
    """
    not never no prohibited forbidden cannot restricted nicht keine ikke pas não non не niet inte interdit
    prohibido proibido vietato verboten forbid forbids ban bans banned prohibit prohibits
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_USES = USE | frozenset({"use", "used", "uses", "using", "usage", "utilize", "utilized", "utilise", "utilised"})
_REACH = 3
_ORDINARY = frozenset(
    """
    endorse promote name names trademark trademarks trade logo logos advertising publicity notice notices
    copyright copyrights warranty warranties liability sublicense sublicensed distribute distributed
    distribution redistribution redistribute copy copies copied sell resell sold rent lease lend loan transfer
    modify modified modifications reverse decompile disassemble source binary patent patents except license
    licensed licence agreement contributor contributors fee warrant royalty purchase accept agree bound willing
    marks font fonts derivative payment other obligation confidentiality required responsibility develop compete
    competing competitive commercial commercially profit research publish documentation permission written
    consent backup server servers computers until covered limitations
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)


def forbids_a_use(words: list[str]) -> bool:
    """Whether a word of prohibition stands just before a word of use: "may not be used"."""
    if _NEGATIVES.isdisjoint(words) or _USES.isdisjoint(words):
        return False
    negated = [at for at, word in enumerate(words, start=1) if word in _NEGATIVES]
    return any(not _USES.isdisjoint(words[at : at + _REACH]) for at in negated)


def is_ordinary(words: list[str]) -> bool:
    """Whether a sentence is about copying, naming, paying or the like."""
    return not _ORDINARY.isdisjoint(words)

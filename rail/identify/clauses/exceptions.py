"""What a sentence hands down to the list below it when it ends in an exception: "may not be used, except for:".

The items are what is excepted. What remains forbidden is everything else, and no item says it.
"""

from collections.abc import Sequence

from rail.identify.clauses.polarity import Polarity

_LEADING_ON = frozenset(
    """
    : for to when where if in by as of on with at the these this following follows case cases purpose purposes
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_LACKING = ["without"]


def handed_down(words: Sequence[str], polarity: Polarity, exempt_from: int) -> Polarity:
    """Return what the items below inherit from a sentence that ended in `polarity`, exempt from a word on."""
    if polarity not in {Polarity.EXEMPT, Polarity.FORBIDDEN}:
        return polarity
    end = len(words)
    while end and words[end - 1] in _LEADING_ON:
        end -= 1
    excepted = end <= exempt_from if polarity is Polarity.EXEMPT else words[end - 1 : end] == _LACKING
    return Polarity.ALLOWED if excepted else Polarity.FORBIDDEN

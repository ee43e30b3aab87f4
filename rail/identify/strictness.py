"""Which of two modes binds more strictly, where that can be said.

A mode is stricter when it bars everything that the other bars, and more. A duty to obey the law adds nothing to the
law, so `if-unlawful` is the weakest. What stands elsewhere (`by-reference`) cannot be ranked.
"""

import enum

_BY_REFERENCE = "by-reference"
_PROHIBITED = "prohibited"
_OVER = {
    "intended-or-effect": {"intent-to-harm", "intent-to-deceive", "if-unlawful"},
    "without-consent": {"without-disclosure", "if-unlawful"},
    "without-human-oversight": {"fully-automated", "if-unlawful"},
    "without-disclosure": {"if-unlawful"},
    "without-accreditation": {"if-unlawful"},
    "fully-automated": {"if-unlawful"},
}


class Order(enum.Enum):
    """How one mode stands to another."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    OTHER = "other"


def order(mode: str, other: str) -> Order:
    """Return how `mode` stands to `other`."""
    if mode == other:
        return Order.SAME
    if _above(mode, other):
        return Order.STRICTER
    return Order.LOOSER if _above(other, mode) else Order.OTHER


def _above(mode: str, other: str) -> bool:
    if mode == _PROHIBITED:
        return other != _BY_REFERENCE
    return other in _OVER.get(mode, ())

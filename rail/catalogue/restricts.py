"""What a catalogued licence answers to "does it restrict use?", named or with its text in hand."""

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.domain.profile import Conduct, GeneralLicense, LicenseProfile

RANK = {Restricted.NO: 0, Restricted.UNKNOWN: 1, Restricted.BY_REFERENCE: 2, Restricted.YES: 3}
"""The answers from free to strict; of several that bind the strictest holds."""


def strictest(*answers: Restricted) -> Restricted:
    """Return the strictest of the answers; of none, `no`."""
    return max(answers, key=RANK.__getitem__, default=Restricted.NO)


def named_restricts(symbol: str, catalogue: Catalogue) -> Restricted:
    """Return what a licence that is only named answers: its words are not in hand, so at most `by-reference`."""
    known = catalogue.by_symbol(symbol)
    if known is None:
        return Restricted.UNKNOWN
    if isinstance(known, GeneralLicense):
        return Restricted.NO
    answer = profile_restricts(known)
    return Restricted.BY_REFERENCE if answer is Restricted.YES else answer


def profile_restricts(profile: LicenseProfile) -> Restricted:
    """Return what the text of a catalogued licence answers.

    `by-reference` when only a policy elsewhere can bar a use; words too vague to evaluate ("Good, not Evil") still bar,
    and so does a bare "not for unlawful purposes".
    """
    bars = [each for each in profile.restrictions if not each.use.startswith("non-behavioural")]
    if profile.conduct is Conduct.NO and not bars:
        return Restricted.NO if profile.complete else Restricted.UNKNOWN
    if profile.conduct is Conduct.VAGUE or any(each.mode != "by-reference" for each in bars):
        return Restricted.YES
    if bars or profile.policy_by_reference is not None or profile.conduct is Conduct.YES:
        return Restricted.BY_REFERENCE
    return Restricted.UNKNOWN

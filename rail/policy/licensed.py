"""What one licence says about one declared use: the strictest of its restrictions, and what is not known of it."""

from collections.abc import Mapping

from rail.catalogue.load import Catalogue
from rail.domain.component import Location
from rail.domain.profile import GeneralLicense, Level, LicenseProfile
from rail.domain.verdict import Step, Verdict
from rail.policy.declared import Bar, Declared, Touch
from rail.policy.opinion import Opinion, Reason, doubt, together

Places = Mapping[tuple[str, str, str], Location]
"""Where the words of a restriction stand in the scanned input, by use, mode and section."""

_FREE_TERMS = frozenset({"permissive", "copyleft", "weak-copyleft", "copyleft-limited", "public-domain"})
_TERMS = "non-behavioural"


class Licenses:
    """The licences of a catalogue before one declared use; each is judged once.

    With `strict` a profile counts as known only when the full text was read for it.
    """

    def __init__(self, declared: Declared, catalogue: Catalogue, *, strict: bool) -> None:
        self._declared = declared
        self._catalogue = catalogue
        self._strict = strict
        self._known: dict[str, Opinion] = {}

    def find(self, symbol: str) -> LicenseProfile | GeneralLicense | None:
        """Return what a symbol stands for; `X+` is X, for its later versions are a choice and no duty."""
        return self._catalogue.by_symbol(symbol) or self._catalogue.by_symbol(symbol.removesuffix("+"))

    def on_symbol(self, symbol: str) -> Opinion:
        """Return the opinion on a symbol of an expression; unknown when the catalogue does not know it."""
        known = self._known.get(symbol)
        if known is None:
            known = self._known[symbol] = self._on_symbol(symbol)
        return known

    def on_profile(self, profile: LicenseProfile, places: Places, source: str = "") -> Opinion:
        """Return the opinion on a licence; `source` says whose it is when it came down from an ancestor."""
        opinions = []
        for restriction in profile.restrictions:
            if self._declared.touch(restriction.use) is Touch.NOT:
                continue
            place = places.get((restriction.use, restriction.mode, restriction.section))
            bar = Bar(restriction.use, restriction.mode, restriction.section, place, source)
            if opinion := self._declared.meet(bar):
                opinions.append(opinion)
        said = together([*opinions, *self._gaps(profile)])
        named = Step(says=f"licence: {source}{profile.name} ({profile.id})")
        if not said.steps:
            said = said._replace(steps=(Step(says=f"free: no restriction touches {self._declared.use}"),))
        return said._replace(steps=(named, *said.steps))

    def _on_symbol(self, symbol: str) -> Opinion:
        known = self.find(symbol)
        if known is None:
            return doubt(Reason.UNPROFILED, f"no profile says what {symbol} restricts")
        if isinstance(known, LicenseProfile):
            return self.on_profile(known, {})
        if self._declared.use.partition(".")[0] == _TERMS and known.category not in _FREE_TERMS:
            return doubt(
                Reason.UNPROFILED, f"the {known.category} terms of {known.id} are not on record clause by clause"
            )
        return Opinion(Verdict.ALLOWED, steps=(Step(says=f"licence: {known.id} restricts no use"),))

    def _gaps(self, profile: LicenseProfile) -> list[Opinion]:
        gaps = []
        level = profile.verification.level
        if profile.policy_by_reference is not None:
            url = profile.policy_by_reference.url or "a policy elsewhere"
            gaps.append(doubt(Reason.BY_REFERENCE, f"the licence binds {url}, which can change without it"))
        if not profile.complete:
            gaps.append(doubt(Reason.INCOMPLETE, f"the restrictions of {profile.id} are not known in full"))
        if level is Level.NONE:
            gaps.append(doubt(Reason.INCOMPLETE, f"nobody has read the text of {profile.id} for its profile"))
        elif self._strict and level is not Level.FULL_TEXT:
            gaps.append(
                doubt(Reason.INCOMPLETE, f"the profile of {profile.id} rests on less than its full text (strict)")
            )
        return gaps

"""What one licence says about one declared use: the strictest of its restrictions, and what is not known of it."""

from collections.abc import Iterator, Mapping

from rail.catalogue.load import Catalogue
from rail.domain.component import Location
from rail.domain.profile import GeneralLicense, Level, LicenseProfile
from rail.domain.record import UseId
from rail.domain.verdict import Step, Verdict
from rail.policy.declared import Declared
from rail.policy.opinion import Opinion, Reason, doubt, step, together
from rail.policy.taxonomy import Taxonomy

Places = Mapping[tuple[str, str, str], Location]
"""Where the words of a restriction stand in the scanned input, by use, mode and section."""

_FREE_TERMS = frozenset({"permissive", "copyleft", "weak-copyleft", "copyleft-limited", "public-domain"})
_TERMS = "non-behavioural"


def find(symbol: str, catalogue: Catalogue) -> LicenseProfile | GeneralLicense | None:
    """Return what a symbol stands for; `X+` is X, for its later versions are a choice and no duty."""
    return catalogue.by_symbol(symbol) or catalogue.by_symbol(symbol.removesuffix("+"))


class Licenses:
    """The licences of a catalogue; what one says about one declared use is worked out once.

    With `strict` a profile counts as known only when the full text was read for it.
    """

    def __init__(self, catalogue: Catalogue, taxonomy: Taxonomy, *, strict: bool) -> None:
        self._catalogue = catalogue
        self._taxonomy = taxonomy
        self._strict = strict
        self._known: dict[tuple[str, UseId], Opinion] = {}
        self._gaps: dict[str, tuple[Opinion, ...]] = {}
        self._names: dict[str, Step] = {}

    def on_symbol(self, symbol: str, declared: Declared) -> Opinion:
        """Return the opinion on a symbol of an expression; unknown when the catalogue does not know it."""
        key = (symbol, declared.use)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._on_symbol(symbol, declared)
        return known

    def on_profile(self, profile: LicenseProfile, declared: Declared, places: Places, source: str = "") -> Opinion:
        """Return the opinion on a licence; `source` says whose it is when it came down from an ancestor."""
        rows, gaps = self._taxonomy.rows(profile), self._gaps.get(profile.id)
        if gaps is None:
            gaps = self._gaps[profile.id] = tuple(self._find_gaps(profile))
            self._names[profile.id] = step(f"licence: {profile.name} ({profile.id})")
        opinions = [
            declared.meet(row._replace(place=places.get((use, row.mode, row.section))) if places else row)
            for use in sorted(rows.keys() & declared.touched.keys())
            for row in rows[use]
        ]
        named = step(f"licence: {source}{profile.name} ({profile.id})") if source else self._names[profile.id]
        if not opinions and not gaps:
            return Opinion(Verdict.ALLOWED, frozenset(), (named, declared.untouched))
        said = together((*opinions, *gaps))
        return Opinion(said.verdict, said.reasons, (named, *said.steps))

    def _on_symbol(self, symbol: str, declared: Declared) -> Opinion:
        known = find(symbol, self._catalogue)
        if known is None:
            return doubt(Reason.UNPROFILED, f"no profile says what {symbol} restricts")
        if isinstance(known, LicenseProfile):
            return self.on_profile(known, declared, {})
        if declared.use.partition(".")[0] == _TERMS and known.category not in _FREE_TERMS:
            return doubt(Reason.UNPROFILED, f"the terms of {known.id} ({known.category}) are not on record by clause")
        return Opinion(Verdict.ALLOWED, steps=(step(f"licence: {known.id} restricts no use"),))

    def _find_gaps(self, profile: LicenseProfile) -> Iterator[Opinion]:
        level = profile.verification.level
        if profile.policy_by_reference is not None:
            url = profile.policy_by_reference.url or "a policy elsewhere"
            yield doubt(Reason.BY_REFERENCE, f"the licence binds {url}, which can change without it")
        if not profile.complete:
            yield doubt(Reason.INCOMPLETE, f"the restrictions of {profile.id} are not known in full")
        if level is Level.NONE:
            yield doubt(Reason.INCOMPLETE, f"the text of {profile.id} was not read for its profile")
        elif self._strict and level is not Level.FULL_TEXT:
            yield doubt(Reason.INCOMPLETE, f"the profile of {profile.id} rests on less than its full text (strict)")

"""What one licence says about one declared use: the strictest of its restrictions, and what is not known of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.component import Location
from rail.domain.profile import GeneralLicense, Level, LicenseProfile
from rail.domain.record import UseId
from rail.domain.verdict import Step, Verdict
from rail.policy.declared import Declared
from rail.policy.opinion import Opinion, Reason, doubt, step, together
from rail.policy.taxonomy import Bar, rows

Places = Mapping[tuple[str, str, str], Location]
"""Where the words of a restriction stand in the scanned input, by use, mode and section."""

_FREE_TERMS = frozenset({"permissive", "copyleft", "weak-copyleft", "copyleft-limited", "public-domain"})
_TERMS = "non-behavioural"


def find(symbol: str, catalogue: Catalogue) -> LicenseProfile | GeneralLicense | None:
    """Return what a symbol stands for; `X+` is X, for its later versions are a choice and no duty."""
    return catalogue.by_symbol(symbol) or catalogue.by_symbol(symbol.removesuffix("+"))


_FREE = step("free: none of its restrictions touches the declared use")


class _Standing(NamedTuple):
    """What holds of a licence whatever the declared use: its restrictions, its gaps, its word to the rest."""

    rows: Mapping[UseId, tuple[Bar, ...]]
    gaps: tuple[Opinion, ...]
    named: Step
    untouched: Opinion


class Licenses:
    """The licences of a catalogue; what one says about one declared use is worked out once.

    With `strict` a profile counts as known only when the full text was read for it.
    """

    def __init__(self, catalogue: Catalogue, *, strict: bool) -> None:
        self._catalogue = catalogue
        self._strict = strict
        self._known: dict[UseId, dict[str, Opinion]] = defaultdict(dict)
        self._standings: dict[str, _Standing] = {}
        self._found: dict[str, LicenseProfile | GeneralLicense | None] = {}

    def on_symbol(self, symbol: str, declared: Declared) -> Opinion:
        """Return the opinion on a symbol of an expression; unknown when the catalogue does not know it."""
        known = self._known[declared.use]
        if symbol not in known:
            known[symbol] = self._on_symbol(symbol, declared)
        return known[symbol]

    def on_profile(self, profile: LicenseProfile, declared: Declared, places: Places, source: str = "") -> Opinion:
        """Return the opinion on a licence; `source` says whose it is when it came down from an ancestor."""
        standing = self._standings.get(profile.id) or self._standing(profile)
        touching = standing.rows.keys() & declared.touched.keys()
        if not touching and not source:
            return standing.untouched
        opinions = [
            declared.meet(row._replace(place=places.get((use, row.mode, row.section))) if places else row)
            for use in sorted(touching)
            for row in standing.rows[use]
        ]
        named = step(f"licence: {source}{profile.name} ({profile.id})") if source else standing.named
        said = together((*opinions, *standing.gaps))
        return Opinion(said.verdict, said.reasons, (named, *(said.steps or (_FREE,))))

    def _on_symbol(self, symbol: str, declared: Declared) -> Opinion:
        if symbol not in self._found:
            self._found[symbol] = find(symbol, self._catalogue)
        known = self._found[symbol]
        if known is None:
            return doubt(Reason.UNPROFILED, f"no profile says what {symbol} restricts")
        if isinstance(known, LicenseProfile):
            return self.on_profile(known, declared, {})
        if declared.use.partition(".")[0] == _TERMS and known.category not in _FREE_TERMS:
            return doubt(Reason.UNPROFILED, f"the terms of {known.id} ({known.category}) are not on record by clause")
        return Opinion(Verdict.ALLOWED, steps=(step(f"licence: {known.id} restricts no use"),))

    def _standing(self, profile: LicenseProfile) -> _Standing:
        gaps = tuple(self._find_gaps(profile))
        named = step(f"licence: {profile.name} ({profile.id})")
        said = together(gaps)
        untouched = Opinion(said.verdict, said.reasons, (named, *(said.steps or (_FREE,))))
        standing = self._standings[profile.id] = _Standing(rows(profile), gaps, named, untouched)
        return standing

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

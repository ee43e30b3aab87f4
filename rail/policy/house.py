"""Decisions of the house about licences, beyond uses: which policy meets a component, and what it decides."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.config.schema import Decision, Policy
from rail.domain.component import Component
from rail.domain.evidence import Reach, Resolution
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.expression.evaluate import fold
from rail.policy.globs import covers_purl
from rail.policy.licensed import find
from rail.policy.suppress import expired

TERRITORY = "territory"
"""Stands for a licence that does not reach everywhere or everyone."""
_BY_CATEGORY = {"non-commercial": "non-behavioural.commercial"}
_RANK = {Decision.ALLOW: 0, Decision.WARN: 1, Decision.DENY: 2}


class Decided(NamedTuple):
    """What was decided, by which policy (`None`: no policy met it), about which licence symbol or term."""

    decision: Decision
    policy: Policy | None = None
    about: str | None = None


class House:
    """The policies in force on a day, ready to be held against many components."""

    def __init__(self, policies: Iterable[Policy], catalogue: Catalogue, today: str) -> None:
        self._policies = [each for each in policies if not expired(each.until, today)]
        self._catalogue = catalogue

    def decide(self, component: Component, resolution: Resolution) -> Decided:
        """Return the strictest decision on what binds a component.

        That is its licence, of which an OR is a choice, words that no licence explains, and what comes from ancestors.
        """
        fitting = [each for each in self._policies if _meets_component(each, component)]
        if not fitting:
            return Decided(Decision.ALLOW)
        return _strictest([*self._parts(fitting, resolution)])

    def _parts(self, fitting: Sequence[Policy], resolution: Resolution) -> Iterator[Decided]:
        if resolution.expression is None:
            yield _first(fitting, None, (), (), ())
        else:
            yield fold(resolution.expression, lambda symbol: self._on_license(fitting, symbol), _strictest, _freest)
        for each in resolution.restrictions:
            if each.license is None:
                yield _first(fitting, each.use, (), (), (each.use,))
        for inherited in resolution.inherits:
            if inherited.license is not None and inherited.reach is Reach.COVERED:
                yield self._on_license(fitting, inherited.license)

    def _on_license(self, fitting: Sequence[Policy], symbol: str) -> Decided:
        known = self._catalogue.profiles.get(symbol) or find(symbol, self._catalogue)
        if known is None:
            return _first(fitting, symbol, (symbol,), (), ())
        if isinstance(known, LicenseProfile):
            return _first(fitting, symbol, (symbol, known.id), (known.family,), _terms(known))
        return _first(fitting, symbol, (symbol, known.id), (known.category,), _general_terms(known))


def _first(
    fitting: Sequence[Policy], about: str | None, ids: Sequence[str], families: Sequence[str], terms: Sequence[str]
) -> Decided:
    """Return the decision of the first policy whose selectors about the licence all fit."""
    for each in fitting:
        if (
            _any_glob(each.licenses, ids)
            and _any_glob(each.families, families)
            and (not each.terms or any(_within(term, wanted) for term in terms for wanted in each.terms))
        ):
            return Decided(each.decide, each, about)
    return Decided(Decision.ALLOW)


def _meets_component(policy: Policy, component: Component) -> bool:
    if component.root:
        return False
    if policy.components and not any(covers_purl(glob, component.purl) for glob in policy.components):
        return False
    return not policy.groups or not set(policy.groups).isdisjoint(component.groups)


def _any_glob(globs: Sequence[str], values: Sequence[str]) -> bool:
    return not globs or any(fnmatchcase(value, glob) for value in values for glob in globs)


def _terms(profile: LicenseProfile) -> tuple[str, ...]:
    return (
        *(each.use for each in profile.restrictions),
        *(each.kind for each in profile.obligations),
        *((TERRITORY,) if profile.geography else ()),
    )


def _general_terms(known: GeneralLicense) -> tuple[str, ...]:
    term = _BY_CATEGORY.get(known.category)
    return (term,) if term else ()


def _within(term: str, wanted: str) -> bool:
    return term == wanted or term.startswith(wanted + ".")


def _strictest(parts: Sequence[Decided]) -> Decided:
    return max(parts, key=lambda each: _RANK[each.decision])


def _freest(parts: Sequence[Decided]) -> Decided:
    return min(parts, key=lambda each: _RANK[each.decision])

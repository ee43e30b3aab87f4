"""What comes down from the things that a model or dataset is built on: the union over the chain, each with its origin.

Every licence of an ancestor is followed down by itself: it binds a descendant where it reaches every step on the way
(`covered`); where it does not say that it reaches one of them, nobody knows (`disputed`). An ancestor whose terms
nobody knows, or that nobody knows at all, leaves its descendants unknown: they are never clean.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import profile_restricts, strictest
from rail.domain.component import Component, Edge, Relation
from rail.domain.evidence import BoundUse, Hop, Inheritance, Origin, Reach, Resolution, Restricted
from rail.domain.record import Purl
from rail.resolve.descent import Descent, way
from rail.resolve.reach import doubt_travels, reach, section

_Bars = dict[Purl, tuple[BoundUse, ...]]
_LEARNT = {Relation.DISTILLED_FROM: "a model distilled from it", Relation.TRAINED_ON: "what is trained on it"}
_RESTRICTING = frozenset({Restricted.YES, Restricted.BY_REFERENCE})
_NOT_KNOWN = "nothing is known of it"


class _Terms(NamedTuple):
    """One licence with the components under it, and what it bars in each; `None` for words that no licence explains."""

    license: str | None
    bars: _Bars


class _Inherited(NamedTuple):
    """What comes down to a component from one ancestor; `complete` unless there may be more."""

    inheritance: Inheritance
    bars: tuple[BoundUse, ...] = ()
    complete: bool = False


def inherit(
    resolutions: Mapping[Purl, Resolution],
    edges: Iterable[Edge],
    catalogue: Catalogue,
    components: Mapping[Purl, Component],
) -> dict[Purl, Resolution]:
    """Return the resolutions with what comes down: restrictions, the stricter answer, and doubt about an ancestor."""
    lineage = _Lineage(resolutions, edges, catalogue, components)
    down: dict[Purl, list[_Inherited]] = defaultdict(list)
    for component, inherited in lineage:
        down[component].append(inherited)
    return {each: _with(own, down[each]) if each in down else own for each, own in resolutions.items()}


class _Lineage:
    def __init__(
        self,
        resolutions: Mapping[Purl, Resolution],
        edges: Iterable[Edge],
        catalogue: Catalogue,
        components: Mapping[Purl, Component],
    ) -> None:
        self._resolutions = resolutions
        self._catalogue = catalogue
        self._components = components
        self._descent = Descent(edges)

    def __iter__(self) -> Iterator[tuple[Purl, _Inherited]]:
        for terms in self._terms():
            yield from self._come_down(terms)
        yield from self._doubts()

    def _terms(self) -> Iterator[_Terms]:
        """Yield what binds anything that something is built on, licence by licence."""
        licensed: dict[str, _Bars] = defaultdict(dict)
        for ancestor in self._descent:
            own = self._resolutions.get(ancestor)
            if own is None or own.relied_on is not None:
                continue
            bars: dict[str | None, list[BoundUse]] = {each: [] for each in own.licenses}
            for bar in own.restrictions:
                bars.setdefault(bar.license, []).append(bar)
            if not any(self._restricts(each) for each in own.licenses) and own.restricted in _RESTRICTING:
                bars.setdefault(None, [])
            for license_, said in bars.items():
                if license_ is None:
                    yield _Terms(None, {ancestor: tuple(said)})
                else:
                    licensed[license_][ancestor] = tuple(said)
        yield from (_Terms(license_, licensed[license_]) for license_ in sorted(licensed))

    def _come_down(self, terms: _Terms) -> Iterator[tuple[Purl, _Inherited]]:
        answers = {each: self._answer(terms, each) for each in terms.bars}
        if not any(terms.bars.values()) and all(each is Restricted.NO for each in answers.values()):
            return
        covered = self._descent.below(terms.bars, lambda edge: self._reach(terms, edge) is Reach.COVERED)
        disputed = self._descent.below(terms.bars, lambda _: True, covered)
        every = {**disputed, **covered}
        for component, step in every.items():
            own = self._resolutions.get(component)
            sure, answer = component in covered, answers[step.origin]
            if own is None or terms.license in own.licenses or not (sure or answer in _RESTRICTING):
                continue  # words that are not understood are a doubt about the ancestor, not about their reach
            edges = way(component, every)
            deciding = next((e for e in edges if self._reach(terms, e) is Reach.DISPUTED), edges[0])
            inheritance = Inheritance(
                from_=step.origin,
                restricted=answer,
                reach=Reach.COVERED if sure else Reach.DISPUTED,
                license=terms.license,
                section=section(terms.license, deciding.relation, self._catalogue),
                path=_hops(edges),
                reason=None if sure else _dispute(terms.license, step.origin, deciding.relation),
            )
            bars = terms.bars[step.origin] if sure else ()
            yield component, _Inherited(inheritance, bars, sure and self._resolutions[step.origin].complete)

    def _doubts(self) -> Iterator[tuple[Purl, _Inherited]]:
        """Yield the nearest ancestor of unknown terms of each component."""
        reasons = {each: why for each in self._descent if (why := self._unknown(each))}

        def counts(edge: Edge) -> bool:
            component = self._components.get(edge.target)
            return doubt_travels(edge.relation, component.kind if component else None)

        steps = self._descent.below(reasons, counts)
        for component, step in steps.items():
            if component in self._resolutions:
                inheritance = Inheritance(
                    from_=step.origin,
                    restricted=Restricted.UNKNOWN,
                    reach=Reach.UNKNOWN,
                    path=_hops(way(component, steps)),
                    reason=reasons[step.origin],
                )
                yield component, _Inherited(inheritance)

    def _unknown(self, ancestor: Purl) -> str | None:
        own = self._resolutions.get(ancestor)
        if own is None:
            return _NOT_KNOWN
        if own.restricted is Restricted.UNKNOWN or not own.complete:
            return own.reason or "its terms are not known in full"
        return None

    def _answer(self, terms: _Terms, component: Purl) -> Restricted:
        """Return what a component answers for the part of these terms."""
        own = self._resolutions[component].restricted
        return own if terms.license is None or self._restricts(terms.license) else Restricted.NO

    def _restricts(self, license_: str) -> bool:
        profile = self._catalogue.profiles.get(license_)
        return profile is not None and profile_restricts(profile) is not Restricted.NO

    def _reach(self, terms: _Terms, edge: Edge) -> Reach:
        return reach(terms.license, edge.relation, self._catalogue)


def _hops(edges: Iterable[Edge]) -> tuple[Hop, ...]:
    return tuple(Hop(relation=each.relation, target=each.target, location=each.location) for each in edges)


def _dispute(license_: str | None, origin: Purl, relation: Relation) -> str:
    what = _LEARNT.get(relation, "such a descendant")
    return f"whether {license_ or 'the licence'} of {origin} reaches {what} is disputed: it does not say"


def _with(own: Resolution, inherited: list[_Inherited]) -> Resolution:
    """Return a resolution with what comes down; the nearest ancestor of each licence comes first."""
    held = {(each.use, each.mode, each.license) for each in own.restrictions}
    down: list[BoundUse] = []
    answer, reason, complete = own.restricted, own.reason, own.complete
    inherited = sorted(inherited, key=lambda each: (len(each.inheritance.path), each.inheritance.from_))
    for each in inherited:
        coming = each.inheritance
        for bar in each.bars:
            key = (bar.use, bar.mode, bar.license)
            if key not in held or bar.license is None:
                held.add(key)
                down.append(replace(bar, origin=Origin.INHERITED, from_=coming.from_))
        sure = coming.reach is Reach.COVERED
        stricter = strictest(answer, coming.restricted if sure else Restricted.UNKNOWN)
        if stricter is not answer or (complete and not each.complete):
            reason = _why(coming)
        answer, complete = stricter, complete and each.complete
    return replace(
        own,
        restrictions=(*own.restrictions, *down),
        inherits=tuple(e.inheritance for e in inherited if e.inheritance.restricted is not Restricted.NO),
        restricted=answer,
        reason=reason,
        complete=complete,
    )


def _why(coming: Inheritance) -> str:
    if coming.reach is Reach.DISPUTED and coming.reason:
        return coming.reason
    return f"it is built on {coming.from_}" + (f": {coming.reason}" if coming.reason else "")

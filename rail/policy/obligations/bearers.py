"""By which components each licence reaches the project: by their own licence, or down a lineage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.component import LINEAGE, Component, Edge, Engagement, Location
from rail.domain.duty import Bearer, General, Unheard
from rail.domain.evidence import Evidence, Hop, Reach, Resolution, Restricted, Status
from rail.domain.profile import GeneralLicense, Level, LicenseProfile
from rail.domain.record import Purl, SpdxExpression
from rail.expression.parse import symbols
from rail.policy.licensed import find
from rail.resolve.reach import COPIES, reach

RECORDED = "catalogue"
"""Who found a component that no file of the project names: the table of known models."""

_FARTHEST = 64
_PLACES = 3


class Borne(NamedTuple):
    """A licence and a component that bears it."""

    license: LicenseProfile
    bearer: Bearer


class Reached(NamedTuple):
    """All licences that reach the project, the components of unknown terms, and the general licences."""

    licenses: tuple[Borne, ...]
    unknown: tuple[Unheard, ...]
    general: tuple[General, ...]


class _Inputs(NamedTuple):
    components: dict[Purl, Component]
    resolutions: dict[Purl, Resolution]
    parents: dict[Purl, list[Edge]]
    places: dict[Purl, tuple[Location, ...]]
    catalogue: Catalogue


def bearers(
    components: Iterable[Component],
    edges: Iterable[Edge],
    evidence: Iterable[Evidence],
    resolutions: Iterable[Resolution],
    catalogue: Catalogue,
) -> Reached:
    """Return which licences reach which components; what only the table of known models brought in bears nothing."""
    found = _Inputs(
        {each.purl: each for each in components},
        {each.component: each for each in resolutions},
        _parents(edges),
        _places(evidence),
        catalogue,
    )
    above = {edge.target for each in found.parents.values() for edge in each if edge.relation in COPIES}
    borne: list[Borne] = []
    unknown: dict[Purl, Unheard] = {}
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for purl in sorted(found.components):
        component = found.components[purl]
        if component.found_by == (RECORDED,) or (component.engagement is Engagement.REFERENCES and purl in above):
            continue  # an ancestor: what it asks has come down to what stems from it
        for where, chain in _line(purl, found.parents):
            resolution = found.resolutions.get(where)
            if resolution is None:
                continue
            known, reasons = _licenses(resolution, catalogue)
            for each in known:
                if isinstance(each, LicenseProfile):
                    borne.append(Borne(each, _bearer(component, chain, resolution, each, found)))
                elif not chain:
                    counted[each.id, each.category] += 1
            copied = all(hop.relation in COPIES for hop in chain)
            if reasons and copied and not (component.root and not chain) and purl not in unknown:
                reason = f"it is built on {where}: {reasons[0]}" if chain else reasons[0]
                unknown[purl] = Unheard(component=purl, reason=reason, declared=component.locations[:_PLACES])
    return Reached(
        tuple(borne),
        tuple(unknown.values()),
        tuple(
            General(license=name, category=category, components=count)
            for (name, category), count in sorted(counted.items())
        ),
    )


def _parents(edges: Iterable[Edge]) -> dict[Purl, list[Edge]]:
    parents: dict[Purl, list[Edge]] = defaultdict(list)
    seen = set()
    for edge in sorted(edges, key=lambda each: (each.source, each.relation.value, each.target, str(each.location))):
        key = (edge.source, edge.relation, edge.target)
        if edge.relation in LINEAGE and edge.source != edge.target and key not in seen:
            seen.add(key)
            parents[edge.source].append(edge)
    return parents


def _places(evidence: Iterable[Evidence]) -> dict[Purl, tuple[Location, ...]]:
    places: dict[Purl, list[Location]] = defaultdict(list)
    for each in evidence:
        if each.location is not None:
            places[each.component].append(each.location)
    return {purl: tuple(dict.fromkeys(each)) for purl, each in places.items()}


def _line(purl: Purl, parents: dict[Purl, list[Edge]]) -> Iterator[tuple[Purl, tuple[Hop, ...]]]:
    """Yield the component and its ancestors with the way there, copies before what was learnt from; circles end."""
    queue: list[tuple[Purl, tuple[Hop, ...]]] = [(purl, ())]
    learnt: list[tuple[Purl, tuple[Hop, ...]]] = []
    seen = {purl}
    while queue or learnt:
        where, chain = queue.pop(0) if queue else learnt.pop(0)
        if chain and where in seen:
            continue
        seen.add(where)
        yield where, chain
        if len(chain) >= _FARTHEST:
            continue
        for edge in parents.get(where, ()):
            way = (*chain, Hop(relation=edge.relation, target=edge.target, location=edge.location))
            (queue if all(hop.relation in COPIES for hop in way) else learnt).append((edge.target, way))


def _licenses(
    resolution: Resolution, catalogue: Catalogue
) -> tuple[list[LicenseProfile | GeneralLicense], tuple[str, ...]]:
    """Return the licences that a component's own statements name, and why there may be others."""
    if resolution.expression is None:
        found_none = resolution.status is Status.MISSING
        return [], (
            resolution.reason or ("no licence was found" if found_none else "its words are of no known licence"),
        )
    expression = SpdxExpression(resolution.relied_on or resolution.expression)
    found = {symbol: find(symbol, catalogue) for symbol in symbols(expression)}
    reasons = [f"nothing is on record of what {name} asks" for name, known in found.items() if known is None]
    known = [each for each in found.values() if each is not None]
    unheard = [each for each in known if isinstance(each, LicenseProfile) and _is_unheard(each)]
    reasons += [f"the text of {each.name} was not read for what it asks" for each in unheard]
    if resolution.unread or resolution.status is Status.UNRECOGNISED:
        reasons.append(resolution.reason or "part of the licence was not understood")
    return known, tuple(reasons)


def _is_unheard(profile: LicenseProfile) -> bool:
    return not profile.obligations and profile.verification.level is not Level.FULL_TEXT


def _bearer(
    component: Component, chain: tuple[Hop, ...], resolution: Resolution, license_: LicenseProfile, found: _Inputs
) -> Bearer:
    declared = (*found.places.get(component.purl, ()), *component.locations)
    return Bearer(
        component=component.purl,
        name=component.name,
        engagement=component.engagement,
        own=_is_own(component, found.components),
        chain=chain,
        reach=_reach(chain, license_, found.catalogue),
        declared=tuple(dict.fromkeys(declared))[:_PLACES],
        doubt=_doubt(resolution, license_),
    )


def _reach(chain: tuple[Hop, ...], license_: LicenseProfile, catalogue: Catalogue) -> Reach:
    sure = all(reach(license_.id, hop.relation, catalogue) is Reach.COVERED for hop in chain)
    return Reach.COVERED if sure else Reach.DISPUTED


def _is_own(component: Component, components: dict[Purl, Component]) -> bool:
    """Tell whether it is the scanned project or a part of it."""
    whole = components.get(Purl(component.purl.partition("?")[0].partition("#")[0]))
    return component.root or (whole is not None and whole.root)


def _doubt(resolution: Resolution, license_: LicenseProfile) -> str | None:
    """Say why the thing may not be under the licence, or not under it alone."""
    if not resolution.relied_on and resolution.expression and " OR " in resolution.expression:
        return f"one of the choices in {resolution.expression}"
    if resolution.status is Status.CONFLICT:
        return f"the statements on its licence disagree ({', '.join(resolution.licenses)})"
    if resolution.restricted is Restricted.UNKNOWN and len(resolution.licenses) > 1:
        return resolution.reason
    if license_.verification.level in {Level.SECONDARY, Level.NONE}:
        return "the licence is known at second hand; it may ask for more"
    return None

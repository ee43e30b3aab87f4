"""What the rules about lineage share: what a component declares, what comes down to it, and how loud to say so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import profile_restricts
from rail.domain.component import LINEAGE, Component, Edge, Engagement, Location, Relation
from rail.domain.evidence import Evidence, Form, Inheritance, Origin, Reach, Resolution, Restricted
from rail.domain.finding import Level
from rail.domain.profile import LicenseProfile
from rail.domain.record import Purl
from rail.domain.verdict import Step
from rail.policy.licensed import find
from rail.policy.opinion import step
from rail.policy.spi import Context
from rail.purl import split

_RESTRICTING = frozenset({Restricted.YES, Restricted.BY_REFERENCE})
_STEM = re.compile(r"[a-z]+")


class Descended(NamedTuple):
    """A component to which restrictions come down; `own` are the licences that it declares and that restrict use.

    `free` says that all it declares is known and restricts no use. `terms` are what comes down for sure; `above` gives
    the first step up from any component.
    """

    component: Component
    resolution: Resolution
    own: tuple[LicenseProfile, ...]
    free: bool
    terms: tuple[Inheritance, ...]
    above: Mapping[Purl, Edge]


def descended(context: Context) -> Iterator[Descended]:
    """Yield the components to which restrictions come down for sure.

    A component that is only named, as what another one is built on, is left to what is said of that one.
    """
    built_on = {edge.target for edge in context.edges if edge.relation in LINEAGE}
    above: dict[Purl, Edge] = {}
    for edge in context.edges:
        if edge.relation in LINEAGE and edge.relation is not Relation.TRAINED_ON:
            above.setdefault(edge.source, edge)
    for purl, resolution in context.resolutions.items():
        terms = tuple(
            each for each in resolution.inherits if each.reach is Reach.COVERED and each.restricted in _RESTRICTING
        )
        named = context.components[purl].engagement is Engagement.REFERENCES and purl in built_on
        if terms and not named:
            own = restricting(resolution, context.catalogue)
            free = not own and _is_free(resolution, context.catalogue)
            yield Descended(context.components[purl], resolution, own, free, terms, above)


def restricting(resolution: Resolution, catalogue: Catalogue) -> tuple[LicenseProfile, ...]:
    """Return the profiles of the licences that a component declares itself and that restrict use."""
    profiles = (catalogue.profiles.get(each) for each in resolution.licenses)
    return tuple(each for each in profiles if each and profile_restricts(each) is not Restricted.NO)


def loudness(component: Component, level: Level) -> Level:
    """Return how loud to say what concerns only who passes a work on: for anybody else it is good to know."""
    return level if component.engagement is Engagement.REDISTRIBUTES else Level.NOTE


def kin(one: LicenseProfile, other: LicenseProfile) -> bool:
    """Tell whether two licences are of one family: RAILs among each other, else the versions of one maker's licence."""
    if one.family.startswith("rail") or other.family.startswith("rail"):
        return one.family.startswith("rail") and other.family.startswith("rail")
    return _stem(one) == _stem(other)


def name(terms: Inheritance) -> str:
    """Return what to call what comes down: the licence, or whose words they are."""
    return terms.license or f"the terms of {origin(terms)}"


def origin(terms: Inheritance) -> str:
    """Return the name of the ancestor."""
    return split(terms.from_)[1]


def declared(each: Descended) -> str:
    """Return what the component declares, in one phrase."""
    expression = each.resolution.expression or "no licence"
    return expression if " OR " in expression else ", ".join(each.resolution.licenses) or expression


def place(purl: Purl, context: Context) -> Location | None:
    """Return where the licence of a component is declared."""
    said = sorted(_fields_first(context.evidence.get(purl, ())), key=lambda each: each.location is None)
    return said[0].location if said else None


def proof(each: Descended, terms: Inheritance, context: Context) -> tuple[Step, ...]:
    """Return the proof: what is declared and where, the way up to the ancestor, and the clause that passes it on."""
    said = [
        step(f"declared: {said.statement} ({said.form.value})", said.location)
        for said in _fields_first(context.evidence.get(each.component.purl, ()))[:_FEW]
    ]
    profile = context.catalogue.profiles.get(terms.license or "")
    clause = (
        f"licence: {origin(terms)} is under {profile.name} ({profile.id})" if profile else f"licence: {name(terms)}"
    )
    duty = f"clause: {terms.section or profile.id}: {how(profile)}" if profile else None
    return (*said, *chain(each, terms), step(clause), *([step(duty)] if duty else []))


def chain(each: Descended, terms: Inheritance) -> Iterator[Step]:
    """Yield the steps from a component up to the ancestor, and from there to where that comes from."""
    below = each.component.purl
    met = {below}
    for hop in terms.path:
        yield step(f"lineage: {below} -{hop.relation.value}-> {hop.target}", hop.location)
        below = hop.target
        met.add(below)
    if below != terms.from_:
        yield step(f"lineage: … {terms.from_}")
        return
    while below in each.above and each.above[below].target not in met and len(met) <= _LONGEST:
        edge = each.above[below]
        yield step(f"lineage: {below} -{edge.relation.value}-> {edge.target}", edge.location)
        below = edge.target
        met.add(below)


def how(profile: LicenseProfile | None) -> str:
    """Return what a licence asks of who passes a derivative on, in words."""
    asked = profile.flow_down.how if profile and profile.flow_down.required else None
    return asked or "what is built on it stays under its use restrictions"


def bars(resolution: Resolution, origin: Purl, license_: str | None) -> list[tuple[str, str, str]]:
    """Return use, mode and section of what comes down from an ancestor under a licence."""
    return [
        (each.use, each.mode, each.section or "")
        for each in resolution.restrictions
        if each.origin is Origin.INHERITED and each.license == license_ and (license_ or each.from_ == origin)
    ]


def _fields_first(said: Iterable[Evidence]) -> list[Evidence]:
    """Return the statements that name a licence; sentences only where no field names one."""
    fields = [each for each in said if each.form not in {Form.TEXT, Form.NOTICE}]
    return fields or [each for each in said if each.form is not Form.TEXT] or list(said)


def _is_free(resolution: Resolution, catalogue: Catalogue) -> bool:
    if not resolution.licenses or resolution.unread:
        return False
    if any(each.origin is Origin.OWN and each.license is None for each in resolution.restrictions):
        return False
    known = (catalogue.profiles.get(each) or find(each, catalogue) for each in resolution.licenses)
    return all(
        each is not None and (not isinstance(each, LicenseProfile) or profile_restricts(each) is Restricted.NO)
        for each in known
    )


def _stem(profile: LicenseProfile) -> str:
    found = _STEM.match(profile.id)
    return found[0] if found else profile.id


_FEW = 3
_LONGEST = 32

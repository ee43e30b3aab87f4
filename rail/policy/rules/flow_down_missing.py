"""A work with use restrictions is passed on without what its licence asks to be passed on with it.

What: the licence, or one that comes down from an ancestor, must reach the next user. Either the work is passed on
under another licence that does not bind its users to pass restrictions on, or no text of the licence is in what was
scanned.

Why: a clause that says so makes the grant depend on it: terms that bind the recipient, and most often a copy.

What to do: put the restrictions into the terms under which the work is passed on, and the text of the licence beside
it. `rail obligations` lists all that the licence asks for. Who only uses or names the work owes nothing of this.
"""

from collections.abc import Iterator

from rail.domain.component import Component, Engagement
from rail.domain.evidence import Form, Reach, Restricted
from rail.domain.finding import Finding, Level
from rail.domain.profile import Level as Read
from rail.domain.profile import LicenseProfile
from rail.domain.record import Purl
from rail.policy.descended import Descended, declared, descended, how, name, origin, place, proof, restricting
from rail.policy.opinion import step
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding

_COPY = "give-copy"


@rule("RAIL203", title="flow-down missing", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield the findings on what is passed on: terms that do not flow down, and licences without their text."""
    for each in descended(context):
        if each.component.engagement is Engagement.REDISTRIBUTES:
            yield from _terms(each, context)
    in_hand = _in_hand(context)
    for purl, component in context.components.items():
        if component.engagement is Engagement.REDISTRIBUTES and component.found_by:
            yield from _copies(purl, component, in_hand, context)


def _terms(each: Descended, context: Context) -> Iterator[Finding]:
    """Yield where the declared licence restricts but need not be passed on, and one that comes down must be."""
    if not each.own or any(own.flow_down.required or own.verification.level is Read.NONE for own in each.own):
        return
    for terms in each.terms:
        profile = context.catalogue.profiles.get(terms.license or "")
        if profile is not None and profile.flow_down.required:
            yield finding(
                "RAIL203",
                f"flow-down missing: {declared(each)} need not be passed on, {name(terms)} of {origin(terms)} must be",
                component=each.component,
                location=place(each.component.purl, context),
                trail=proof(each, terms, context),
                help_=f"pass it on under terms that hold the restrictions of {name(terms)}",
            )


def _copies(purl: Purl, component: Component, in_hand: frozenset[str], context: Context) -> Iterator[Finding]:
    resolution = context.resolutions[purl]
    down = (
        context.catalogue.profiles.get(each.license or "")
        for each in resolution.inherits
        if each.reach is Reach.COVERED and each.restricted is not Restricted.NO
    )
    owed = dict.fromkeys((*restricting(resolution, context.catalogue), *(each for each in down if each)))
    missing = [each for each in owed if _owes_copy(each) and each.id not in in_hand]
    if not missing or any(each.form is Form.TEXT for each in context.evidence.get(purl, ())):
        return
    ids = ", ".join(each.id for each in missing)
    yield finding(
        "RAIL203",
        f"flow-down missing: no text of {ids} is passed on with it",
        component=component,
        level=Level.WARNING,
        location=place(purl, context),
        trail=tuple(step(f"clause: {each.flow_down.section or each.name}: {how(each)}") for each in missing),
        help_="put the text of the licence beside the work",
    )


def _owes_copy(profile: LicenseProfile) -> bool:
    return any(each.kind == _COPY for each in profile.obligations)


def _in_hand(context: Context) -> frozenset[str]:
    """Return the licences whose text lies anywhere in what was scanned."""
    return frozenset(
        license_
        for purl, said in context.evidence.items()
        if purl in context.resolutions and any(each.form is Form.TEXT for each in said)
        for license_ in context.resolutions[purl].licenses
    )

"""A model restricts its use, but by a licence of another family than the one that comes down to it.

What: an ancestor is under one restricting licence (Llama, say), and the descendant declares another one that is no
relation of it (CreativeML OpenRAIL-M, say). Both bind, as far as anybody can tell.

Why: the restrictions that users read are not those that bind them, and the licence of the ancestor asks for itself or
for its own restrictions.

What to do: who publishes the model declares the licence of the base, beside another one for what was added if need be.
Who only uses it is told so as a note.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.policy.descended import Descended, declared, descended, kin, loudness, name, origin, place, proof
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding


@rule("RAIL202", title="wrong family", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component whose own licence is a stranger to one that comes down."""
    for each in descended(context):
        strangers = [terms for terms in each.terms if each.own and not _related(each, terms.license, context)]
        for terms in strangers:
            yield finding(
                "RAIL202",
                f"wrong family: declared {declared(each)}, but {name(terms)} comes down from {origin(terms)}",
                component=each.component,
                level=loudness(each.component, Level.ERROR),
                location=place(each.component.purl, context),
                trail=proof(each, terms, context),
                help_=f"declare {name(terms)} and enclose a copy",
            )


def _related(each: Descended, license_: str | None, context: Context) -> bool:
    profile = context.catalogue.profiles.get(license_ or "")
    return profile is None or any(kin(own, profile) for own in each.own)

"""A model declares a licence of the same family as its ancestor's, and some of the ancestor's clauses are not in it.

What: clause by clause, what the ancestor bars and the declared licence does not bar, or bars under another condition
(BLOOM's disclosure clause, say, of which CreativeML has nothing).

Why: at least the same restrictions have to be passed on; what is left out binds all the same and is read by nobody.

What to do: declare the ancestor's licence, or add the missing clauses.
"""

from collections.abc import Iterator

from rail.catalogue.covers import covers
from rail.domain.evidence import Inheritance
from rail.domain.finding import Finding, Level
from rail.domain.profile import LicenseProfile
from rail.policy.descended import Descended, bars, declared, descended, kin, loudness, name, origin, place, proof
from rail.policy.opinion import step
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding

_SHOWN = 8
_PROHIBITED = "prohibited"
_TERMS = "non-behavioural"


@rule("RAIL204", title="widened", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each licence of an ancestor of which the declared one leaves something out."""
    for each in descended(context):
        for terms in each.terms:
            profile = context.catalogue.profiles.get(terms.license or "")
            relatives = [own for own in each.own if profile and kin(own, profile)]
            if not relatives or not all(own.complete for own in each.own):
                continue
            left_out = _left_out(each, terms)
            if left_out:
                yield finding(
                    "RAIL204",
                    f"widened: {declared(each)} leaves out {len(left_out)} of the clauses of {name(terms)} that come "
                    f"down from {origin(terms)}",
                    component=each.component,
                    level=loudness(each.component, Level.WARNING),
                    location=place(each.component.purl, context),
                    trail=(*proof(each, terms, context), *(step(f"clause: {says}") for says in left_out[:_SHOWN])),
                    help_=f"declare {name(terms)}, or add the clauses",
                )


def _left_out(each: Descended, terms: Inheritance) -> list[str]:
    return [
        f"{section or 'a clause'} bars {use} ({mode}); {kept or 'the declared licence does not'}"
        for use, mode, section in bars(each.resolution, terms.from_, terms.license)
        if not use.startswith(_TERMS) and (kept := _kept(use, mode, each.own)) is not True
    ]


def _kept(use: str, mode: str, own: tuple[LicenseProfile, ...]) -> str | bool:
    """Return whether a bar is kept; in words when it is, under another condition."""
    same = [bar for profile in own for bar in profile.restrictions if covers(bar.use, use)]
    if any(bar.mode in {mode, _PROHIBITED} for bar in same):
        return True
    return f"the declared licence only as {same[0].mode}" if same else False

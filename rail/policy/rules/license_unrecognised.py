"""Words about a licence were found, and their meaning is not known.

What: a name, tag or text that the catalogue does not know, a text that was recognised only in part, a licence whose
restrictions are not known in full, or an ancestor of a model of which that holds.

Why: what is not understood may restrict use; it never counts as allowed.

What to do: read the text; then add an `[[override]]` with your conclusion and a reason, or a profile to the catalogue.
"""

from collections.abc import Iterator

from rail.domain.evidence import Reach, Resolution, Status
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding, unsettled

_OTHER = frozenset({"other", "custom", "proprietary", "unknown"})
"""What a tag says when a name beside it says more."""


@rule("RAIL301", title="licence not recognised", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component with an unknown verdict that no other rule explains."""
    for component, resolution, trail in unsettled(context, "RAIL301"):
        telling = [each for each in resolution.unread if each.lower() not in _OTHER] or resolution.unread
        words = f": {telling[0]}" if telling else ""
        known = f"licence not known in full: {resolution.expression}" if resolution.expression and not words else ""
        if known and resolution.status is Status.RESOLVED and (doubt := _from_above(resolution)):
            known = f"not known whether more binds {component.name} than {resolution.expression}: {doubt}"
        elif known and resolution.reason:
            known = f"{known}; {resolution.reason}"
        yield finding(
            "RAIL301",
            known or f"licence not recognised{words}",
            component=component,
            verdict=Verdict.UNKNOWN,
            trail=trail,
            help_="add an [[override]] with a reason, or a profile",
        )


def _from_above(resolution: Resolution) -> str | None:
    """Return what is not known of an ancestor, where that is all that is not known."""
    doubts = (each for each in resolution.inherits if each.reach is not Reach.COVERED)
    return next((each.reason if each.reach is Reach.DISPUTED else resolution.reason for each in doubts), None)

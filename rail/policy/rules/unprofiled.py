"""The licence is named, and nothing is known about what it restricts.

What: the expression names a licence (often a `LicenseRef-`) that the catalogue has no profile for.

Why: a name alone says nothing about use; it never counts as allowed.

What to do: add a profile to the catalogue, or an `[[override]]` with your conclusion and a reason.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.expression.parse import symbols
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding, unsettled


@rule("RAIL304", title="licence without a profile", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component whose verdict is unknown because of a licence without a profile."""
    for component, resolution, trail in unsettled(context, "RAIL304"):
        named = symbols(resolution.expression) if resolution.expression else ()
        unknown = [each for each in named if context.catalogue.by_symbol(each) is None] or list(named)
        yield finding(
            "RAIL304",
            f"no profile for {', '.join(unknown)}",
            component=component,
            verdict=Verdict.UNKNOWN,
            trail=trail,
            help_="add a profile, or an [[override]] with a reason",
        )

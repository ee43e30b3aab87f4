"""A licence text or card of the project was never finished.

What: a blank of the template is still there (`[insert name]`, `{{ restrictions }}`, a card's "[More Information
Needed]" on its licence). Texts that restrict nothing are left alone.

Why: the reader lacks the term that belongs there; where it is the list of restrictions, nothing is restricted.

What to do: replace the blank with the words meant, or delete the passage. `rail lint` shows all that is wrong with it.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.policy.remarks import findings
from rail.policy.spi import Context, rule


@rule("RAIL401", title="placeholder left", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each blank."""
    yield from findings("RAIL401", context)

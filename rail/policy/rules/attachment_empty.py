"""A licence of the project promises restrictions and has none.

What: the attachment or section that is to hold the restrictions on use is empty, or is not in the text.

Why: the licence forbids nothing, whatever its name says, and nothing can be passed on.

What to do: write the restrictions (`rail generate` composes them), or use a licence that does not refer to any.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.policy.remarks import findings
from rail.policy.spi import Context, rule


@rule("RAIL402", title="attachment empty", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each attachment or section without a restriction."""
    yield from findings("RAIL402", context)

"""A policy of the house warns of the licence.

What: a `[[policy]]` with `decide = "warn"` meets a licence, a family or a term of it for this component.

Why: the house wants somebody to look before it is used.

What to do: look at the reason that the proof quotes; record the decision as an `allow` policy or an `[[ignore]]`.
"""

from collections.abc import Iterator

from rail.config.schema import Decision
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.decided import decided
from rail.policy.spi import Context, rule


@rule("RAIL602", title="discouraged by policy", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component that a policy warns of."""
    return decided(context, "RAIL602", Decision.WARN, "discouraged", Verdict.CONDITIONAL)

"""A policy of the house denies the licence.

What: a `[[policy]]` of the configuration, or of the organisation's file that it extends, denies a licence, a family or
a term of it for this component. The proof names the policy, its file and line, its reason and its owner.

Why: the house has decided so, whatever the project is used for.

What to do: use another component, or ask the owner; an exception is an `allow` policy before it, or an `[[ignore]]`
with a reason.
"""

from collections.abc import Iterator

from rail.config.schema import Decision
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.decided import decided
from rail.policy.spi import Context, rule


@rule("RAIL601", title="denied by policy", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component that a policy denies."""
    return decided(context, "RAIL601", Decision.DENY, "denied", Verdict.PROHIBITED)

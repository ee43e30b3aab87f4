"""The binding words are in a policy or text that is not at hand.

What: the licence binds a policy by link (an acceptable-use policy, say), or a clause refers to words elsewhere.

Why: such a policy can change while licence and component stay, so "no clause bars the use" cannot be said.

What to do: read the policy as it stands today; when it does not bar the use, record that as an ignore with a reason and
an `until` date, so that it is read again.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.spi import Context, rule
from rail.policy.verdicts import answering_rule, finding, strictest


@rule("RAIL104", title="policy by reference", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component and use case that is unknown because the text is elsewhere."""
    for each in strictest(context):
        if each.verdict is Verdict.UNKNOWN and answering_rule(each.resolution, each.reasons) == "RAIL104":
            yield finding(
                "RAIL104",
                f"the binding text is elsewhere: {each.uses}",
                component=each.component,
                use_case=each.use_case,
                verdict=each.verdict,
                trail=each.trail,
                help_="read the policy, then record the outcome as an ignore with a reason and an `until` date",
            )

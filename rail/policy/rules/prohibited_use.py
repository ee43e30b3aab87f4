"""A declared use is barred.

What: the licence of a component, or of a model that it is built on, bars a use that the project declares.
The proof names the licence, the section and how the barred use covers the declared one. It says that a clause bars the
use, never that the use is illegal.

Why: these clauses bind everyone who uses the component, and a breach usually ends the licence.

What to do: use another component; narrow the declared use when it is broader than what the project does; when the
clause turns on a fact (consent, disclosure, a human decision), see that the fact holds and state it under `facts`.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding, strictest


@rule("RAIL101", title="prohibited use", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component and use case with a barred use."""
    for each in strictest(context):
        if each.verdict is Verdict.PROHIBITED:
            yield finding(
                "RAIL101",
                f"prohibited use: {each.uses}",
                component=each.component,
                use_case=each.use_case,
                verdict=each.verdict,
                trail=each.trail,
                help_="change the component, or narrow the use case to what the project does",
            )

"""A part of a declared use is barred, and the project has not said which part it means.

What: the declared use is broader than a barred one (`surveillance` is declared, `surveillance.mass` is barred), or the
clause covers only a part of the use that it names, or some of its effects.

Why: whether the clause is met depends on which part the project does, so the answer is unknown.

What to do: declare the narrower uses, or list the barred part under `excludes` when the project does not do it; answer
the question of the clause under `facts`.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.opinion import Reason
from rail.policy.spi import Context, rule
from rail.policy.verdicts import answering_rule, finding, strictest


@rule("RAIL103", title="use overlaps in part", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component and use case that is unknown because the use is declared broadly."""
    for each in strictest(context):
        if each.verdict is Verdict.UNKNOWN and answering_rule(each.resolution, each.reasons) == "RAIL103":
            yield finding(
                "RAIL103",
                f"{_WHAT[Reason.PART in each.reasons]}: {each.uses}",
                component=each.component,
                use_case=each.use_case,
                verdict=each.verdict,
                trail=each.trail,
                help_="declare the narrower use, list the barred part under `excludes`, or answer under `facts`",
            )


_WHAT = {True: "use declared more broadly than restricted", False: "a clause covers the use in part"}

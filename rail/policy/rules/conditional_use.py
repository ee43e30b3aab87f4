"""A declared use is allowed only if something holds that the project has not said.

What: a clause bars the use unless a fact holds (consent, disclosure, a human who decides, accreditation), or bars
another use that the declared one often brings along. The finding prints the question.

Why: without the answer nobody can tell whether the clause is met. A question is not a prohibition.

What to do: answer under `facts` of the use case (true or false), or list under `excludes` what the project does not do.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.policy.spi import Context, rule
from rail.policy.verdicts import Strictest, finding, strictest


@rule("RAIL102", title="conditional use", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component and use case whose strictest verdict is conditional."""
    for each in strictest(context):
        if each.verdict is Verdict.CONDITIONAL:
            yield finding(
                "RAIL102",
                f"conditional use: {each.uses}: {_questions(each)}",
                component=each.component,
                use_case=each.use_case,
                verdict=each.verdict,
                trail=each.trail,
                help_="answer under `facts` of the use case, or list what it does not do under `excludes`",
            )


def _questions(each: Strictest) -> str:
    """Return the first open question of the proof, those of clauses that cover the use first, and how many more."""
    asked = [step.says for step in each.trail if step.says.startswith(("asks: ", "question: "))]
    asked = list(dict.fromkeys(says for says in asked if " — answered " not in says)) or ["the proof names a condition"]
    asked.sort(key=lambda says: not says.startswith("asks: "))
    first = asked[0].removeprefix("asks: ").removeprefix("question: ").partition(" — ")[0]
    return first if len(asked) == 1 else f"{first} (and {len(asked) - 1} more)"

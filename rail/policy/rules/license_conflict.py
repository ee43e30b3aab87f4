"""What is said about the licence of a component does not agree.

What: the tag, the card, the metadata or the text name different licences, and at least one of them is not free of use
restrictions. The proof lists each statement with its place.

Why: one of them is wrong. Until that is settled all of them count as binding.

What to do: find out which holds (the text usually does), and record it as an `[[override]]` with a reason.
"""

from collections.abc import Iterator

from rail.domain.evidence import Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Step, Verdict
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding, unsettled


@rule("RAIL303", title="licence conflict", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component whose statements disagree about a licence that restricts, or may."""
    unknown = {component.purl for component, _, _ in unsettled(context, "RAIL303")}
    judged = {each.component for each in context.determinations}
    for purl, resolution in context.resolutions.items():
        if resolution.status is not Status.CONFLICT or (resolution.restricted is Restricted.NO and purl not in unknown):
            continue
        if context.loaded.config.use_case and purl not in judged:
            continue
        said = {each.statement: each for each in context.evidence.get(purl, ())}
        yield finding(
            "RAIL303",
            f"statements about the licence disagree: {_names(list(said) or [resolution.expression or 'none'])}",
            component=context.components[purl],
            verdict=Verdict.UNKNOWN if purl in unknown else None,
            trail=tuple(
                Step(
                    says=f"{each.role.value}: {each.statement} ({each.form.value}, {each.source})",
                    location=each.location,
                )
                for each in said.values()
            ),
            help_="find out which holds, then add an [[override]] with a reason",
        )


def _names(statements: list[str]) -> str:
    """Return the first statements as one phrase, each short enough for a line."""
    short = [each if len(each) <= _SHOWN else each[:_SHOWN] + "…" for each in statements[:_FEW]]
    if len(statements) > _FEW:
        return f"{', '.join(short)} and {len(statements) - _FEW} more"
    return " and ".join([", ".join(short[:-1]), short[-1]] if len(short) > 1 else short)


_FEW = 3
_SHOWN = 80

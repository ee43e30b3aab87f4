"""An ignore, an override or an entry of the baseline meets nothing.

What: no finding is covered by an `[[ignore]]`, by a comment `rail: ignore[…]` or by an entry of the baseline, or no
component by an `[[override]]`.

Why: it hides nothing today, and would hide something unseen tomorrow.

What to do: remove it, or correct the rule or the component that it names; a baseline is written anew with
`rail check --write-baseline FILE`.
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.finding import Finding, Level
from rail.policy.globs import covers_purl
from rail.policy.spi import RULES, Context, rule
from rail.policy.suppress import expired
from rail.policy.verdicts import finding


@rule("RAIL503", title="ignore unused", level=Level.WARNING, late=True)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each ignore or override that has not ended and met nothing."""
    for line, about in [*_ignores(context), *_overrides(context)]:
        path = context.loaded.path
        yield finding(
            "RAIL503",
            f"{about} meets nothing",
            location=Location(path=path, line=line) if path else None,
            help_="remove it, or correct what it names",
        )
    for at, each in enumerate(context.inline):
        if at not in context.used_inline and not expired(each.until, context.today):
            yield finding(
                "RAIL503",
                f"ignore of {', '.join(each.rules)} meets nothing: {each.reason}",
                location=each.location,
                help_="remove the comment, or correct the rule that it names",
            )
    yield from _baseline(context)


def _ignores(context: Context) -> Iterator[tuple[int | None, str]]:
    late = {each.id for each in RULES.values() if each.late}
    for index, each in enumerate(context.loaded.config.ignore):
        if index in context.used_ignores or expired(each.until, context.today) or each.rule in late:
            continue
        yield each.line, f"ignore of {' '.join(filter(None, (each.rule, each.component)))}"


def _baseline(context: Context) -> Iterator[Finding]:
    acceptor = context.acceptor
    if acceptor is None or acceptor.acceptance.path is None:
        return
    path, unmet = acceptor.acceptance.path, acceptor.unmet()
    if unmet:
        yield finding(
            "RAIL503",
            f"{unmet} {'entries' if unmet > 1 else 'entry'} of the baseline {'meet' if unmet > 1 else 'meets'} nothing",
            location=Location(path=path),
            help_=f"write it anew: rail check --write-baseline {path}",
        )


def _overrides(context: Context) -> Iterator[tuple[int | None, str]]:
    for each in context.loaded.config.override:
        met = any(covers_purl(each.component, purl) for purl in context.components)
        if not met and not expired(each.until, context.today):
            yield each.line, f"override of {each.component}"

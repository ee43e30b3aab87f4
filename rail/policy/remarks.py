"""What the checks of licence texts say, as findings of a rule."""

from collections.abc import Iterator

from rail.domain.component import Component, Location
from rail.domain.finding import Finding
from rail.policy.opinion import step
from rail.policy.spi import Context
from rail.policy.verdicts import finding


def findings(rule_id: str, context: Context) -> Iterator[Finding]:
    """Yield the remarks behind a rule, each at its place and on the component that the text or card speaks of."""
    owners = _owners(context)
    for path, remarks in sorted(context.unfinished.items()):
        for each in remarks:
            if each.rule == rule_id:
                yield finding(
                    rule_id,
                    each.message,
                    component=owners.get(path),
                    level=each.level,
                    location=Location(path=path, line=each.line),
                    trail=(step(each.why),),
                    help_=each.remedy,
                )


def _owners(context: Context) -> dict[str, Component]:
    """Return whose licence is told in each file."""
    return {
        said.location.path: context.components[purl]
        for purl, statements in context.evidence.items()
        if purl in context.components
        for said in statements
        if said.location is not None
    }

"""What the rules share: the strictest verdict of a component in a use case, and who reports an unknown one."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Location
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.verdict import Determination, Step, Verdict
from rail.policy.opinion import Reason
from rail.policy.spi import RULES, Context


class Strictest(NamedTuple):
    """The determinations of one component in one use case that share the strictest verdict."""

    component: Component
    resolution: Resolution
    use_case: str
    verdict: Verdict
    determinations: tuple[Determination, ...]
    reasons: frozenset[Reason]

    @property
    def uses(self) -> str:
        """The uses concerned, as one phrase."""
        return ", ".join(each.use for each in self.determinations)

    @property
    def trail(self) -> tuple[Step, ...]:
        """The proof; with several uses each part says which."""
        if len(self.determinations) == 1:
            return self.determinations[0].trail
        parts = ((Step(says=f"use: {each.use}"), *each.trail) for each in self.determinations)
        return tuple(step for part in parts for step in part)


def strictest(context: Context) -> Iterator[Strictest]:
    """Yield the strictest verdict of each component in each use case."""
    groups: dict[tuple[str, str], list[Determination]] = defaultdict(list)
    for each in context.determinations:
        groups[each.component, each.use_case].append(each)
    for group in groups.values():
        worst = max(each.verdict for each in group)
        chosen = tuple(each for each in group if each.verdict is worst)
        reasons = frozenset[Reason]().union(
            *(context.reasons.get((each.component, each.use_case, each.use), frozenset()) for each in chosen)
        )
        purl = chosen[0].component
        yield Strictest(context.components[purl], context.resolutions[purl], chosen[0].use_case, worst, chosen, reasons)


def unsettled(context: Context, rule_id: str) -> Iterator[tuple[Component, Resolution, tuple[Step, ...]]]:
    """Yield once each component whose unknown licence is for the rule `rule_id` to report, with the proof.

    Without use cases these are all whose licence is unknown; with them, those whose verdict it makes unknown.
    """
    if not context.loaded.config.use_case:
        for purl, resolution in context.resolutions.items():
            component = context.components[purl]
            spoken = not component.root or resolution.status is not Status.MISSING
            if spoken and _in_doubt(resolution) and answering_rule(resolution, _reasons_alone(resolution)) == rule_id:
                yield component, resolution, _doubt_steps(resolution)
        return
    seen = set()
    for each in strictest(context):
        purl = each.component.purl
        if each.verdict is not Verdict.UNKNOWN or purl in seen:
            continue
        if answering_rule(each.resolution, each.reasons) == rule_id:
            seen.add(purl)
            yield each.component, each.resolution, each.determinations[0].trail


def answering_rule(resolution: Resolution, reasons: frozenset[Reason]) -> str:
    """Return the rule that reports an unknown verdict: exactly one answers, so that none is silent."""
    if resolution.status is Status.MISSING:
        return "RAIL302"
    if resolution.status is Status.UNRECOGNISED:
        return "RAIL301"
    if resolution.status is Status.CONFLICT and Reason.UNREAD in reasons:
        return "RAIL303"
    if Reason.UNPROFILED in reasons:
        return "RAIL304"
    if reasons & {Reason.PART, Reason.OPEN} and Reason.UNREAD not in reasons:
        return "RAIL103"
    if Reason.BY_REFERENCE in reasons and Reason.UNREAD not in reasons:
        return "RAIL104"
    return "RAIL301"


def finding(
    rule_id: str,
    message: str,
    *,
    component: Component | None = None,
    components: tuple[Purl, ...] = (),
    use_case: str | None = None,
    verdict: Verdict | None = None,
    level: Level | None = None,
    location: Location | None = None,
    trail: tuple[Step, ...] = (),
    help_: str | None = None,
) -> Finding:
    """Return a finding of a registered rule, as loud as the rule, at the first place where the component was seen."""
    if location is None and component is not None and component.locations:
        location = component.locations[0]
    return Finding(
        rule=rule_id,
        level=level or RULES[rule_id].level,
        message=message,
        component=component.purl if component else None,
        components=components,
        use_case=use_case,
        verdict=verdict,
        location=location,
        trail=trail,
        help=help_,
    )


def _in_doubt(resolution: Resolution) -> bool:
    return resolution.restricted is Restricted.UNKNOWN or not resolution.complete


def _reasons_alone(resolution: Resolution) -> frozenset[Reason]:
    """Return why a licence is unknown when no use was declared: a symbol nobody knows, or words not understood."""
    if resolution.status is Status.RESOLVED and not resolution.unread and resolution.expression:
        return frozenset({Reason.UNPROFILED})
    return frozenset({Reason.UNREAD})


def _doubt_steps(resolution: Resolution) -> tuple[Step, ...]:
    said = [f"licence: {resolution.expression}"] if resolution.expression else []
    said += [f"found: {words}" for words in resolution.unread]
    said += [f"unknown: {resolution.reason}"] if resolution.reason else []
    return tuple(Step(says=each) for each in said)

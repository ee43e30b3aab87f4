"""What the rules on policies of the house share: one finding for a component and the policy that decided."""

from collections.abc import Iterator

from rail.config.schema import Decision, Policy
from rail.domain.component import Location
from rail.domain.finding import Finding
from rail.domain.verdict import Step, Verdict
from rail.policy.house import House
from rail.policy.spi import Context
from rail.policy.verdicts import finding


def decided(context: Context, rule_id: str, decision: Decision, word: str, verdict: Verdict) -> Iterator[Finding]:
    """Yield a finding for each component on which the house takes this decision."""
    policies = context.loaded.config.policy
    if not any(each.decide is decision for each in policies):
        return
    house = House(policies, context.catalogue, context.today)
    for purl, component in context.components.items():
        found = house.decide(component, context.resolutions[purl])
        if found.decision is decision and found.policy is not None:
            about = f": {found.about}" if found.about else ""
            yield finding(
                rule_id,
                f"{word} by policy {found.policy.id}{about}",
                component=component,
                verdict=verdict,
                trail=tuple(_proof(found.policy, about)),
                help_=f"use another component, or ask {found.policy.owner or 'who keeps the policy'}",
            )


def _proof(policy: Policy, about: str) -> Iterator[Step]:
    place = None
    if policy.path is not None and "://" not in policy.path:
        place = Location(path=policy.path, line=policy.line)
    source = f" in {policy.path}" if policy.path is not None and place is None else ""
    yield Step(says=f"policy: {policy.id} decides {policy.decide.value}{about}{source}", location=place)
    yield Step(says=f"reason: {policy.reason}")

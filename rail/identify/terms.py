"""What two catalogue licences say beside restrictions: obligations, flow-down, updates, remote control, money."""

from collections.abc import Iterator

from rail.domain.difference import TermChange
from rail.domain.profile import LicenseProfile

_FIELDS = (
    ("commercial use", "commercial_use"),
    ("output", "output"),
    ("duty to update", "update_duty"),
    ("geography", "geography"),
)


def compare_terms(before: LicenseProfile, after: LicenseProfile) -> tuple[TermChange, ...]:
    """Return the terms that differ, each with both sides in words."""
    return tuple(change for change in _pairs(before, after) if change.before != change.after)


def _pairs(before: LicenseProfile, after: LicenseProfile) -> Iterator[TermChange]:
    yield TermChange(term="flow-down", before=_flow_down(before), after=_flow_down(after))
    for term, field in _FIELDS:
        yield TermChange(term=term, before=getattr(before, field), after=getattr(after, field))
    yield TermChange(term="remote restriction", before=_remote(before), after=_remote(after))
    yield TermChange(term="policy by link", before=_policy(before), after=_policy(after))
    old, new = _obligations(before), _obligations(after)
    for name in sorted(old.keys() | new.keys()):
        if (name in old) != (name in new):
            yield TermChange(term=f"obligation: {name}", before=old.get(name), after=new.get(name))


def _flow_down(profile: LicenseProfile) -> str:
    flow = profile.flow_down
    if not flow.required:
        return "not required"
    return "required" + (f": {flow.kind}" if flow.kind else "") + (f" ({flow.section})" if flow.section else "")


def _remote(profile: LicenseProfile) -> str:
    return "the licensor may restrict use remotely" if profile.remote_restriction else "none"


def _policy(profile: LicenseProfile) -> str | None:
    policy = profile.policy_by_reference
    return None if policy is None else policy.url or policy.note or "a policy"


def _obligations(profile: LicenseProfile) -> dict[str, str]:
    return {f"{each.kind} on {each.trigger}": each.section or each.note or "yes" for each in profile.obligations}

"""The duties that a licence profile comes to: those it lists, and those that its other fields imply."""

from collections.abc import Iterator

from rail.domain.profile import LicenseProfile, Obligation

USE, DISTRIBUTION, TRAINING, BREACH = "use", "distribution", "training", "breach"

_IMPLIED = "use-restrictions-copyleft"


def duties(profile: LicenseProfile) -> tuple[Obligation, ...]:
    """Return everything that the licence asks of those who hold to it, in the order in which the profile has it."""
    listed = {each.kind for each in profile.obligations}
    return (*profile.obligations, *(each for each in _implied(profile) if each.kind not in listed))


def _implied(profile: LicenseProfile) -> Iterator[Obligation]:
    flow = profile.flow_down
    if flow.required and flow.kind == _IMPLIED:
        yield Obligation(kind="pass-on-restrictions", trigger=DISTRIBUTION, section=flow.section, note=flow.how)
    policy = profile.policy_by_reference
    if policy is not None:
        where = policy.url or policy.note or "a policy elsewhere"
        changes = "; it can change without the licence changing" if policy.updatable else ""
        yield Obligation(kind="follow-policy", trigger=USE, note=f"{where}{changes}")
    if profile.geography:
        yield Obligation(kind="stay-in-territory", trigger=USE, note=profile.geography)
    if profile.update_duty:
        yield Obligation(kind="use-latest-version", trigger=USE, note=profile.update_duty)
    if profile.remote_restriction:
        yield Obligation(kind="expect-remote-limits", trigger=USE)

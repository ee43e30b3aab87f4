"""Whether a duty binds as things are: its trigger, held against what the project does with the thing."""

from rail.domain.component import Engagement
from rail.domain.duty import Bearer, Standing
from rail.domain.evidence import Reach
from rail.domain.profile import LicenseProfile, Obligation
from rail.policy.obligations.terms import BREACH, DISTRIBUTION, TRAINING, USE
from rail.resolve.reach import COPIES

_OF_DERIVATIVES = frozenset({"name-prefix", "mark-changes", "impact-report"})
_OF_LIMITS = frozenset({"ask-license", "register"})
_VENDORS = "vendor"
_EVENTS = {
    "hosted-service": "others use it over a network",
    "output": "what it puts out is used or passed on",
    "publication": "results obtained with it are published",
    TRAINING: "it, or what it puts out, trains another model",
}
_PASSED_ON = "the project passes it on"
_MADE = "it is the project's own, made from it"

Stands = tuple[Standing, str]


def stands(duty: Obligation, license_: LicenseProfile, bearer: Bearer) -> Stands:
    """Return how a duty stands for one component, and why."""
    learnt = any(hop.relation not in COPIES for hop in bearer.chain)
    if duty.trigger == BREACH:
        return Standing.NOT_NOW, "only after a breach"
    if bearer.engagement is Engagement.REFERENCES and not bearer.own:
        return Standing.NOT_NOW, "you only reference it"
    if bearer.own and not bearer.chain and not license_.family.startswith(_VENDORS):
        return Standing.IF, "you are not the licensor (it is the licence of the project itself)"
    if duty.trigger == TRAINING and learnt:
        return _on_distribution(duty, bearer)
    if bearer.reach is not Reach.COVERED:
        return Standing.IF, "it reaches what was learnt from the model or data, which the licence does not say"
    if duty.trigger == USE:
        if duty.kind in _OF_LIMITS:
            return Standing.IF, "that is so, which only you can tell"
        return Standing.NOW, "it is used"
    if duty.trigger == DISTRIBUTION:
        return _on_distribution(duty, bearer)
    return Standing.IF, _EVENTS.get(duty.trigger, f"on {duty.trigger}")


def prefix_is_met(bearer: Bearer, phrase: str) -> bool:
    """Tell whether the published name of a derived model begins with the word that its licence asks for."""
    name = bearer.name.rpartition("/")[2]
    return bearer.component.startswith("pkg:huggingface/") and name.lower().startswith(phrase.lower())


def _on_distribution(duty: Obligation, bearer: Bearer) -> Stands:
    made = bearer.own and bool(bearer.chain)
    if not made and bearer.engagement is not Engagement.REDISTRIBUTES:
        return Standing.IF, "it, or what contains it, is passed on; hosting for others often counts"
    why = _MADE if made else _PASSED_ON
    if duty.kind in _OF_DERIVATIVES and not bearer.chain:
        return Standing.IF, f"you change it; {why}"
    return Standing.NOW, why

"""The licence for machines: `rail-policy.json`, schema `rail.policy/1` (`docs/schema/rail.policy-1.json`).

What it does not list is not restricted by the licence; law and other licences may still restrict it.
"""

import hashlib
from typing import Literal

import msgspec

from rail.domain.record import Record, UseId
from rail.generate.answers import Artifact
from rail.generate.clauselist import Bars
from rail.generate.compose import Composition, Item

FILE = "rail-policy.json"


class PolicyLicense(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Which licence the policy is of; `sha256` is that of the text in `file`."""

    name: str
    spdx: str
    variant: str
    version: str
    file: str
    sha256: str
    clause_list: str


class PolicyClause(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One clause: `place` is where it stands; `restricts` are the uses it bars and the mode of each.

    `exceptions` are ids of carve-outs, `inherited_from` the works that it was taken over from.
    """

    id: str
    code: str
    title: str
    place: str
    text: str
    restricts: tuple[Bars, ...]
    exceptions: tuple[str, ...]
    official: tuple[str, ...]
    eu_ai_act: tuple[str, ...]
    inherited_from: tuple[str, ...]


class Binds(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What the restrictions hold for beside the artefact itself; `None` where there is no such thing."""

    derivatives: bool
    outputs: bool | None
    trained_models: bool | None
    recipients: bool


class Permits(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What the licence grants at all, within the restrictions."""

    commercial_use: bool
    modification: bool
    distribution: bool
    research_only: bool


class PolicyObligation(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A duty and what sets it off; words of `licenses/obligations.yaml`."""

    kind: str
    trigger: str


class Policy(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The whole licence for machines.

    `other_uses` are barred by what the licence grants rather than by a clause: all but research, or passing on.
    """

    schema: Literal["rail.policy/1"] = "rail.policy/1"
    license: PolicyLicense
    work: str
    licensor: str
    artifacts: tuple[Artifact, ...]
    permits: Permits
    binds: Binds
    research_exemption: bool
    clauses: tuple[PolicyClause, ...]
    obligations: tuple[PolicyObligation, ...]
    other_uses: tuple[UseId, ...]


_PASSING_ON = ("pass-on-restrictions", "notify-recipients", "give-copy", "mark-changes", "keep-notices")


def policy_of(made: Composition, text: bytes) -> Policy:
    """Return the policy of a licence whose text is `text`."""
    answers, variant = made.answers, made.variant
    has_data = Artifact.DATA in answers.artifacts
    runs = answers.artifacts != (Artifact.DATA,) or answers.trained_models_bound
    return Policy(
        license=PolicyLicense(
            name=made.name,
            spdx=made.reference,
            variant=answers.variant,
            version=answers.version,
            file=made.file,
            sha256=hashlib.sha256(text).hexdigest(),
            clause_list=made.clause_list,
        ),
        work=answers.work,
        licensor=answers.licensor,
        artifacts=answers.artifacts,
        permits=Permits(
            commercial_use=variant.commercial,
            modification=variant.distributes,
            distribution=variant.distributes,
            research_only=variant.research_only,
        ),
        binds=Binds(
            derivatives=variant.distributes,
            outputs=answers.outputs_bound if runs else None,
            trained_models=answers.trained_models_bound if has_data else None,
            recipients=variant.distributes,
        ),
        research_exemption=answers.research_exemption,
        clauses=tuple(_clause(item, made) for item in made.items),
        obligations=tuple(PolicyObligation(kind=kind, trigger="distribution") for kind in _PASSING_ON)
        if variant.distributes
        else (),
        other_uses=("non-behavioural.non-research",)
        if variant.research_only
        else ()
        if variant.distributes
        else ("non-behavioural.redistribution",),
    )


def as_json(policy: Policy) -> bytes:
    """Return the document."""
    return msgspec.json.format(msgspec.json.encode(policy), indent=2) + b"\n"


def _clause(item: Item, made: Composition) -> PolicyClause:
    clause = item.clause
    return PolicyClause(
        id=clause.id,
        code=clause.code,
        title=clause.title,
        place=item.label,
        text=clause.text,
        restricts=clause.restricts,
        exceptions=clause.carve_outs,
        official=clause.official,
        eu_ai_act=clause.eu_ai_act,
        inherited_from=tuple(each.source for each in made.answers.inherited if clause.id in each.clauses),
    )

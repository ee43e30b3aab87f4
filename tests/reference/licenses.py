"""The licences of the catalogue, one line each."""

from collections import Counter
from itertools import groupby

from rail.catalogue.load import load
from rail.domain.profile import LicenseProfile
from tests.reference._markdown import REPOSITORY, code, head, table

PAGE = "licences.md"
_COLUMNS = ["licence", "name", "conduct", "clauses", "flow-down", "read"]


def markdown() -> str:
    """Return the page: the profiles by family, then how many general licences there are."""
    catalogue = load()
    profiles = sorted(catalogue.profiles.values(), key=lambda each: (each.family, each.id))
    page = head(
        "Licences",
        "`licenses/profiles/`",
        f"{len(profiles)} licences that need explaining, by family. `rail explain LICENCE` shows one clause by "
        "clause. Columns: does it restrict *conduct* (`vague`: in words too vague to evaluate); how many "
        "*clauses* on use are on record; must they be passed on with the thing (*flow-down*, and how); how much "
        "of the text was *read*. Where a text was not read in full, or a policy is bound by link, the absence of "
        "a clause proves nothing and the answer is *unknown*.",
    )
    for family, group in groupby(profiles, key=lambda each: each.family):
        page += f"\n## {family}\n" + table(_COLUMNS, [_row(each) for each in group])
    general = Counter(each.category for each in catalogue.general.values())
    page += (
        f"\n## General licences\n\n{len(catalogue.general)} more are known by name and restrict no conduct: "
        "`rail catalogue "
        "list --all` lists them.\n"
        + table(["category", "licences"], [(name, str(general[name])) for name in sorted(general)])
    )
    return page


def _row(profile: LicenseProfile) -> tuple[str, ...]:
    source = f"[{code(profile.id)}]({REPOSITORY}licenses/profiles/{profile.id}.yaml)"
    down = profile.flow_down
    kind = f" ({down.kind})" if down.required and down.kind else ""
    read = profile.verification.level.value
    return (
        source,
        profile.name,
        profile.conduct.value + (", by link" if profile.policy_by_reference else ""),
        str(len(profile.restrictions)),
        ("yes" if down.required else "no") + kind,
        read if profile.complete else f"{read}, not complete",
    )

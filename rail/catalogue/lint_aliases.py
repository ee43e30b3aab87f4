"""Checks of the cross-walk: one owner for each symbol, and for each spelling that is not declared as shared."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rail.catalogue.aliases import general_spellings, normal, profile_spellings
from rail.catalogue.folder import Sources


class _Claim(NamedTuple):
    path: str
    identity: str
    spelling: str


def alias_complaints(sources: Sources, licenses: set[str]) -> Iterator[tuple[str, str]]:
    """Yield path and message of every symbol or spelling that two licences claim; `licenses` are the ids that exist."""
    yield from _claimed_twice(_symbols(sources))
    yield from _shared(sources, licenses)
    shared = {normal(each.alias): frozenset(each.ids) for each in sources.shared}
    for alias, claims in _grouped(_spellings(sources), normal).items():
        for claim in claims:
            message = _fault(alias, claim, {each.identity for each in claims}, shared.get(alias))
            if message:
                yield claim.path, message


def _fault(alias: str, claim: _Claim, owners: set[str], shared: frozenset[str] | None) -> str | None:
    if not alias:
        return f"{claim.identity}: nothing is left of the spelling {claim.spelling!r}"
    if shared is not None:
        alone = claim.identity not in shared
        return (
            f"{claim.spelling!r} is shared, but not with {claim.identity}: see shared-aliases.yaml" if alone else None
        )
    if len(owners) > 1:
        return f"{claim.spelling!r} means {', '.join(sorted(owners))}: declare it in shared-aliases.yaml or drop it"
    return None


def _shared(sources: Sources, licenses: set[str]) -> Iterator[tuple[str, str]]:
    path = "shared-aliases.yaml"
    seen: set[str] = set()
    for each in sources.shared:
        alias = normal(each.alias)
        if len(set(each.ids)) < 2 or not set(each.ids) <= licenses:  # noqa: PLR2004 -- shared means two at least
            yield path, f"{each.alias}: needs two or more licences that exist"
        if not each.reason.strip():
            yield path, f"{each.alias}: no reason given"
        if alias in seen:
            yield path, f"{each.alias}: listed twice"
        seen.add(alias)


def _claimed_twice(claims: Iterator[_Claim]) -> Iterator[tuple[str, str]]:
    for symbol, same in _grouped(claims, str.lower).items():
        owners = sorted(claim.identity for claim in same)
        if len(owners) > 1:
            yield from ((claim.path, f"{symbol} is claimed by {', '.join(owners)}") for claim in same)


def _symbols(sources: Sources) -> Iterator[_Claim]:
    """Yield each licence's symbols of licence expressions, each once."""
    for path, profile in sources.profiles.items():
        known = profile.identifiers
        keys = (f"LicenseRef-scancode-{key}" for key in known.scancode)
        for symbol in {each.lower() for each in (profile.expression, *known.spdx, *keys)}:
            yield _Claim(path, profile.id, symbol)
    for path, file in sources.general.items():
        for general in file.licenses:
            keys = (f"LicenseRef-scancode-{key}" for key in (general.scancode,) if key)
            for symbol in {each.lower() for each in (general.id, *keys)}:
                yield _Claim(path, general.id, symbol)


def _spellings(sources: Sources) -> Iterator[_Claim]:
    for path, profile in sources.profiles.items():
        for spelling in profile_spellings(profile):
            yield _Claim(path, profile.id, spelling)
    for path, file in sources.general.items():
        for general in file.licenses:
            for spelling in general_spellings(general):
                yield _Claim(path, general.id, spelling)


def _grouped(claims: Iterator[_Claim], key: Callable[[str], str]) -> dict[str, list[_Claim]]:
    found: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        found[key(claim.spelling)].append(claim)
    return found

"""What binds a component, whatever the declared use: worked out once from its resolution."""

from collections import defaultdict
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.domain.verdict import Verdict
from rail.expression.parse import symbols
from rail.policy.licensed import Places, find
from rail.policy.opinion import Opinion, Reason, doubt, step
from rail.policy.taxonomy import Bar, clause


class Binding(NamedTuple):
    """What binds beside the symbols of the expression, and what is in doubt.

    `placed` are symbols whose words were found in the input; `profiles` whole licences that the expression does not
    answer for, `bars` single restrictions; `doubts` keep the component from passing as allowed.
    """

    placed: dict[str, tuple[LicenseProfile, Places]]
    profiles: tuple[tuple[LicenseProfile, Places, str], ...]
    bars: tuple[Bar, ...]
    doubts: tuple[Opinion, ...]


def bind(resolution: Resolution, catalogue: Catalogue) -> Binding:
    """Return what binds a component by its resolution."""
    named = symbols(resolution.expression) if resolution.expression else ()
    known = {symbol: find(symbol, catalogue) for symbol in named}
    answered = {each.id for each in known.values() if each is not None}
    own: dict[str, list[BoundUse]] = defaultdict(list)
    whole: dict[tuple[str, str], list[BoundUse]] = defaultdict(list)
    bars = []
    for bound in resolution.restrictions:
        source = f"{bound.from_}: " if bound.origin is Origin.INHERITED and bound.from_ else ""
        if bound.origin is Origin.OWN and bound.license in answered:
            own[bound.license or ""].append(bound)
        elif bound.license in catalogue.profiles:
            whole[bound.license or "", source].append(bound)
        else:
            where = f"{source}{bound.section or 'text'}{_quote(bound.text)}"
            says = clause(bound.use, bound.mode, where, bound.note)
            bars.append(Bar(bound.use, bound.mode, bound.section or "", says, bound.location))
    return Binding(
        placed={
            symbol: (each, places)
            for symbol, each in known.items()
            if isinstance(each, LicenseProfile) and (places := _places(own.get(each.id, [])))
        },
        profiles=tuple((catalogue.profiles[id_], _places(bounds), source) for (id_, source), bounds in whole.items()),
        bars=tuple(bars),
        doubts=_doubts(resolution, list(known.values())),
    )


def _doubts(resolution: Resolution, known: list[LicenseProfile | GeneralLicense | None]) -> tuple[Opinion, ...]:
    """Return what is not known of the component as a whole: it can never pass as allowed."""
    if resolution.status is Status.MISSING:
        return (doubt(Reason.MISSING, resolution.reason or "no licence was found"),)
    if resolution.restricted is Restricted.UNKNOWN or not resolution.complete:
        return (doubt(Reason.UNREAD, resolution.reason or "part of the licence was not understood"),)
    if resolution.restricted is Restricted.NO:
        says = step("free: nothing in the licence restricts use")
        return () if resolution.expression else (Opinion(Verdict.ALLOWED, steps=(says,)),)
    if not resolution.restrictions and not any(isinstance(each, LicenseProfile) for each in known):
        return (doubt(Reason.BY_REFERENCE, resolution.reason or "use is restricted in words that are not at hand"),)
    return ()


def _places(bounds: list[BoundUse]) -> Places:
    return {(each.use, each.mode, each.section or ""): each.location for each in bounds if each.location}


_QUOTED = 120


def _quote(text: str | None) -> str:
    """Return the words of a clause, short enough for a line."""
    if not text:
        return ""
    words = " ".join(text.split())
    return f" “{words if len(words) <= _QUOTED else words[:_QUOTED] + '…'}”"

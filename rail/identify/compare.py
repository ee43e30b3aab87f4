"""Two licences held against each other, restriction by restriction: added, strengthened, weakened, dropped, changed.

Restrictions are matched by use. Where one side bars the whole of a use and the other only parts of it, that is a
difference in strength, not one added and one dropped. Laws (tested): a side compared with itself gives nothing;
turning the sides around turns added into dropped and strengthened into weakened.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.covers import covers
from rail.catalogue.load import Catalogue
from rail.domain.difference import Bar, Change, ClauseChange, Compared, Difference
from rail.domain.evidence import Restricted, TextReading
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.identify.strictness import Order, order
from rail.identify.terms import compare_terms

_TURNED = {
    Change.DROPPED: Change.ADDED,
    Change.ADDED: Change.DROPPED,
    Change.WEAKENED: Change.STRENGTHENED,
    Change.STRENGTHENED: Change.WEAKENED,
    Change.CHANGED: Change.CHANGED,
}
_WHOLE = 0.9
"""Share of a licence's words from which a text goes by that licence's name."""


class Side(NamedTuple):
    """One of the two: what the user named, its restrictions, and the profile of a licence of the catalogue."""

    compared: Compared
    bars: tuple[Bar, ...]
    profile: LicenseProfile | None = None


def side_of_license(given: str, license_: LicenseProfile | GeneralLicense) -> Side:
    """Return a licence of the catalogue as a side; its restrictions come from the profile."""
    if isinstance(license_, GeneralLicense):
        return Side(Compared(given=given, title=license_.name, id=license_.id, restrictions=0), ())
    bars = tuple(
        Bar(use=each.use, mode=each.mode, section=each.section, note=each.note) for each in license_.restrictions
    )
    caveats = []
    if not license_.complete:
        caveats.append("its profile is not complete: more restrictions may stand in its text")
    if license_.policy_by_reference is not None and license_.policy_by_reference.updatable:
        caveats.append("it binds a policy by link, which can change")
    compared = Compared(
        given=given, title=license_.name, id=license_.id, restrictions=len(bars), caveats=tuple(caveats)
    )
    return Side(compared, bars, license_)


def side_of_text(given: str, reading: TextReading, catalogue: Catalogue) -> Side:
    """Return a text as a side; its restrictions are those that were read in it."""
    bars = tuple(
        Bar(use=each.use, mode=each.mode, section=each.section, line=each.line, text=each.text)
        for each in reading.restrictions
    )
    known = [each.id for each in reading.licenses if each.coverage >= _WHOLE]
    titles = [catalogue.profiles[each].name if each in catalogue.profiles else each for each in known]
    caveats = list(reading.problems)
    if reading.policies:
        caveats.append(f"more may stand in the policies that it names: {', '.join(reading.policies)}")
    elif reading.restricted is Restricted.UNKNOWN:
        caveats.append("it could not be read to the end: more restrictions may stand in it")
    compared = Compared(
        given=given,
        title=" and ".join(titles) or "a text of its own",
        id=known[0] if len(known) == 1 else None,
        restrictions=len(bars),
        caveats=tuple(caveats),
    )
    return Side(compared, bars)


def compare(before: Side, after: Side, catalogue: Catalogue) -> Difference:
    """Return how `after` differs from `before`; terms are compared where both are licences of the catalogue."""
    old, new = _strictest(before.bars), _strictest(after.bars)
    changes = [_labelled(each, catalogue) for each in _changes(old, new)]
    rank = list(Change)
    return Difference(
        before=before.compared,
        after=after.compared,
        clauses=tuple(sorted(changes, key=lambda each: (rank.index(each.change), each.use))),
        terms=compare_terms(before.profile, after.profile) if before.profile and after.profile else (),
        unchanged=sum(1 for use, bar in old.items() if use in new and new[use].mode == bar.mode),
    )


def _strictest(bars: Iterable[Bar]) -> dict[str, Bar]:
    """Return one restriction for each use: the strictest, the first of equals."""
    out: dict[str, Bar] = {}
    for bar in bars:
        held = out.get(bar.use)
        if held is None or order(bar.mode, held.mode) is Order.STRICTER:
            out[bar.use] = bar
    return out


def _changes(old: dict[str, Bar], new: dict[str, Bar]) -> Iterator[ClauseChange]:
    """Yield what became of each use of the first side, then the uses of the second that have no counterpart."""
    for use, bar in old.items():
        other, change, why = _fate(bar, new, "second")
        if change is not None:
            yield ClauseChange(change=change, use=use, label=use, before=bar, after=other, why=why)
    for use, bar in new.items():
        if use not in old:
            other, change, why = _fate(bar, old, "first")
            if change is not None:
                yield ClauseChange(change=_TURNED[change], use=use, label=use, before=other, after=bar, why=why)


def _fate(bar: Bar, others: dict[str, Bar], side: str) -> tuple[Bar | None, Change | None, str | None]:
    """Return the counterpart of a restriction on the other side, called `side`, what became of it there, and why."""
    same = others.get(bar.use)
    if same is not None:
        return same, _by_mode(bar, same), None
    wider = _wider(bar.use, others)
    if wider is not None:
        change = _by_mode(bar, wider)
        return wider, None if change is Change.STRENGTHENED else change, f"part of {wider.use} in the {side}"
    narrower = _narrower(bar.use, others)
    if narrower:
        looser = all(order(each.mode, bar.mode) in {Order.SAME, Order.LOOSER} for each in narrower)
        parts = ", ".join(each.use for each in narrower)
        return narrower[0], Change.WEAKENED if looser else Change.CHANGED, f"only a part in the {side}: {parts}"
    return None, Change.DROPPED, None


def _by_mode(before: Bar, after: Bar) -> Change | None:
    return {
        Order.SAME: None,
        Order.STRICTER: Change.STRENGTHENED,
        Order.LOOSER: Change.WEAKENED,
        Order.OTHER: Change.CHANGED,
    }[order(after.mode, before.mode)]


def _wider(use: str, bars: dict[str, Bar]) -> Bar | None:
    """Return the restriction on the nearest use that `use` is a part of."""
    found = [bar for other, bar in bars.items() if other != use and covers(other, use)]
    return max(found, key=lambda bar: len(bar.use), default=None)


def _narrower(use: str, bars: dict[str, Bar]) -> list[Bar]:
    return sorted((bar for other, bar in bars.items() if other != use and covers(use, other)), key=lambda bar: bar.use)


def _labelled(change: ClauseChange, catalogue: Catalogue) -> ClauseChange:
    use = catalogue.uses.get(change.use)
    return replace(change, label=use.label) if use is not None else change

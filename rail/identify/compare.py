"""Two licences held against each other, restriction by restriction: added, strengthened, weakened, dropped, changed.

Restrictions are matched by use. Where one side bars the whole of a use and the other only parts of it, that is a difference
in strength, not one added and one dropped. Laws (tested): a side compared with itself gives nothing; turning the sides
around turns added into dropped and strengthened into weakened.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rail.catalogue.covers import covers
from rail.catalogue.load import Catalogue
from rail.domain.difference import Bar, Change, ClauseChange, Compared, Difference
from rail.domain.evidence import Restricted, TextReading
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.identify.strictness import Order, order
from rail.identify.terms import compare_terms

_WHOLE = 0.9
"""Share of a licence's words from which a text goes by that licence's name."""


class Side(NamedTuple):
    """What is compared: what the user named, the restrictions, and the profile where the licence is in the catalogue."""

    compared: Compared
    bars: tuple[Bar, ...]
    profile: LicenseProfile | None = None


def side_of_license(given: str, license_: LicenseProfile | GeneralLicense) -> Side:
    """Return a licence of the catalogue as a side; its restrictions come from the profile."""
    if isinstance(license_, GeneralLicense):
        return Side(Compared(given=given, title=license_.name, id=license_.id, restrictions=0), ())
    bars = tuple(Bar(use=each.use, mode=each.mode, section=each.section, note=each.note) for each in license_.restrictions)
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
    changes = [*_from_old(old, new, catalogue), *_from_new(old, new, catalogue)]
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


def _from_old(old: dict[str, Bar], new: dict[str, Bar], catalogue: Catalogue) -> Iterator[ClauseChange]:
    """Yield what became of each restriction of the first side."""
    for use, bar in old.items():
        same = new.get(use)
        wider = _wider(use, new)
        narrower = _narrower(use, new)
        if same is not None:
            if change := _by_mode(bar, same):
                yield _change(change, use, catalogue, bar, same)
        elif wider is not None:
            change = _by_mode(bar, wider)
            if change in {Change.WEAKENED, Change.CHANGED}:
                yield _change(change, use, catalogue, bar, wider, f"now only as part of {wider.use}")
        elif narrower:
            left = ", ".join(each.use for each in narrower)
            yield _change(Change.WEAKENED, use, catalogue, bar, narrower[0], f"only a part is still barred: {left}")
        else:
            yield _change(Change.DROPPED, use, catalogue, bar, None)


def _from_new(old: dict[str, Bar], new: dict[str, Bar], catalogue: Catalogue) -> Iterator[ClauseChange]:
    """Yield the restrictions of the second side that have no counterpart of the same use."""
    for use, bar in new.items():
        if use in old:
            continue
        wider = _wider(use, old)
        narrower = _narrower(use, old)
        if wider is not None:
            change = _by_mode(wider, bar)
            if change in {Change.STRENGTHENED, Change.CHANGED}:
                yield _change(change, use, catalogue, wider, bar, f"before only as part of {wider.use}")
        elif narrower:
            was = ", ".join(each.use for each in narrower)
            yield _change(Change.STRENGTHENED, use, catalogue, narrower[0], bar, f"before only a part was barred: {was}")
        else:
            yield _change(Change.ADDED, use, catalogue, None, bar)


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


def _change(
    change: Change, use: str, catalogue: Catalogue, before: Bar | None, after: Bar | None, why: str | None = None
) -> ClauseChange:
    label = catalogue.uses[use].label if use in catalogue.uses else use
    return ClauseChange(change=change, use=use, label=label, before=before, after=after, why=why)

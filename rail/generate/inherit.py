"""The restrictions of what a work is built on, taken over into its own licence.

Restrictions of the RAIL family travel with the work: a licence over a restricted base has to carry at least the same
ones. Of the clauses of the list the one is taken that bars the use as strictly or more; where there is none, a clause
of its own is written from the definition of the use.
"""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.covers import covers
from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.domain.record import Record
from rail.generate.answers import Answers, Combined, Custom, Inherited
from rail.generate.clauselist import Bars, Clause, ClauseList
from rail.generate.compatibility import forbids_restrictions
from rail.generate.selection import find
from rail.generate.variants import load_variant
from rail.identify.strictness import Order, order

_FIELD = "non-behavioural"
_RESEARCH = ("non-behavioural.non-research", "non-behavioural.commercial")
_KEPT = "non-behavioural.redistribution"
_PROHIBITED = "prohibited"
_WORDS = {
    "without-consent": "without the consent of those concerned",
    "without-disclosure": "without disclosing it to those concerned",
    "fully-automated": "without human intervention",
    "without-human-oversight": "without human oversight",
    "without-accreditation": "without the necessary accreditation",
    "intent-to-harm": "with intent to injure someone",
    "intent-to-deceive": "in order to mislead",
    "if-unlawful": "without a legal basis",
    "for-profit": "for financial gain",
}
"""How a clause of its own says its mode; every other mode is carried as an outright ban, which is stricter."""


class Base(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that the work is built on: where it was found, its licence, and what is known to bind it."""

    source: str
    license: str
    restricted: Restricted
    restrictions: tuple[Bars, ...] = ()


class Taken(NamedTuple):
    """The answers with what had to be taken over, why they cannot hold (empty: they can), and what to know."""

    answers: Answers
    refusals: tuple[str, ...]
    remarks: tuple[Remark, ...]


def take_over(answers: Answers, bases: tuple[Base, ...], clauses: ClauseList, catalogue: Catalogue) -> Taken:
    """Return the answers with at least the restrictions of all bases."""
    variant, _ = load_variant(answers.variant)
    refusals: list[str] = []
    terms: list[str] = []
    unknown: list[str] = []
    inherited: list[Inherited] = []
    chosen = {clause.id: mode for clause, mode in (find(each, clauses) for each in answers.clauses)}
    custom = {each.id: each for each in answers.custom}
    carve_outs = dict(answers.carve_outs)
    for base in bases:
        if base.restricted is Restricted.NO and forbids_restrictions(base.license):
            continue
        taken: dict[str, None] = {}
        conduct: list[str] = []
        for bars in base.restrictions:
            if bars.use.startswith(_FIELD) and bars.mode != _PROHIBITED:
                terms.append(f"{base.source} ({base.license}): {bars.use}, {bars.mode}")
            elif bars.use in _RESEARCH and not variant.research_only:
                refusals.append(f"{base.source} ({base.license}) bars {bars.use}; {variant.title} grants it")
            elif bars.use == _KEPT and variant.distributes:
                refusals.append(f"{base.source} ({base.license}) may not be passed on; {variant.title} lets it")
            elif bars.use in {*_RESEARCH, _KEPT}:
                continue
            else:
                name = _carry(bars, chosen, custom, clauses, catalogue)
                taken[name] = None
                conduct.append(f"{bars.use}={bars.mode}")
                carve_outs.pop(name, None)
        if base.restricted in {Restricted.UNKNOWN, Restricted.BY_REFERENCE}:
            unknown.append(f"{base.source} ({base.license})")
        inherited.append(
            Inherited(source=base.source, license=base.license, restrictions=tuple(conduct), clauses=tuple(taken))
        )
    named = {(each.source, each.license) for each in inherited}
    kept = [each for each in answers.inherited if (each.source, each.license) not in named]
    merged = replace(
        answers,
        clauses=tuple(f"{name}:{mode}" if mode else name for name, mode in chosen.items()),
        custom=tuple(custom.values()),
        carve_outs=carve_outs,
        inherited=(*kept, *inherited),
        combined=_together(answers.combined, [each for each in bases if forbids_restrictions(each.license)]),
        research_exemption=answers.research_exemption and not any(each.clauses for each in inherited),
        outputs_bound=answers.outputs_bound or any(each.clauses for each in inherited),
    )
    return Taken(merged, tuple(dict.fromkeys(refusals)), _remarks(unknown, terms))


def combine(answers: Answers, others: tuple[Base, ...]) -> Answers:
    """Return the answers with what the work is used together with on record."""
    return replace(answers, combined=_together(answers.combined, others))


def _together(known: tuple[Combined, ...], others: Iterable[Base]) -> tuple[Combined, ...]:
    added = {
        (each.source, each.license): Combined(
            source=each.source,
            license=each.license,
            restrictions=tuple(f"{bars.use}={bars.mode}" for bars in each.restrictions),
            complete=each.restricted in {Restricted.YES, Restricted.NO},
        )
        for each in others
    }
    return (*(each for each in known if (each.source, each.license) not in added), *added.values())


def lost(inherited: Inherited, restricts: Iterable[Bars]) -> tuple[str, ...]:
    """Return what a licence that bars `restricts` fails to carry of what was taken over."""
    offered = tuple(restricts)
    wanted = [(each, *each.partition("=")[::2]) for each in inherited.restrictions]
    return tuple(
        told for told, use, mode in wanted if not any(_suffices(own, Bars(use=use, mode=mode)) for own in offered)
    )


def _carry(
    bars: Bars, chosen: dict[str, str], custom: dict[str, Custom], clauses: ClauseList, catalogue: Catalogue
) -> str:
    """Make sure that a restriction is carried; return the id of the clause that does."""
    known = clauses.clauses()
    for name, mode in chosen.items():
        if any(_suffices(Bars(use=each.use, mode=mode or each.mode), bars) for each in known[name].restricts):
            return name
    for name, own in custom.items():
        if _suffices(Bars(use=own.use, mode=own.mode), bars):
            return name
    better = _best(bars, chosen, clauses)
    if better is not None:
        chosen[better[0]] = better[1]
        return better[0]
    own = _written(bars, catalogue)
    custom.setdefault(own.id, own)
    return own.id


def _best(bars: Bars, chosen: dict[str, str], clauses: ClauseList) -> tuple[str, str] | None:
    """Return the clause and wording that bars enough and the least beyond it."""
    ranked = [
        ((offered.mode != bars.mode, len(bars.use) - len(offered.use), len(clause.restricts)), clause.id, mode)
        for clause in clauses.clauses().values()
        for mode in ("", *(each.mode for each in clause.wordings))
        if clause.id not in chosen or _replaces(clause, mode, chosen[clause.id])
        for offered in (Bars(use=each.use, mode=mode or each.mode) for each in clause.restricts)
        if _suffices(offered, bars)
    ]
    return min(ranked)[1:] if ranked else None


def _replaces(clause: Clause, mode: str, old: str) -> bool:
    """Tell whether another wording of a chosen clause bars at least what the chosen one does."""
    return all(
        _suffices(Bars(use=each.use, mode=mode or each.mode), Bars(use=each.use, mode=old or each.mode))
        for each in clause.restricts
    )


def _suffices(offered: Bars, wanted: Bars) -> bool:
    """Tell whether a clause bars at least what is wanted; only an outright ban betters what cannot be ranked."""
    if not covers(offered.use, wanted.use):
        return False
    return offered.mode == _PROHIBITED or order(offered.mode, wanted.mode) in {Order.SAME, Order.STRICTER}


def _written(bars: Bars, catalogue: Catalogue) -> Custom:
    """Return a clause of its own for a use that no clause of the list bars in that way."""
    use = catalogue.uses[bars.use]
    mode = bars.mode if bars.mode in _WORDS else _PROHIBITED
    definition = use.definition.rstrip(".").replace("verifiably false", "false")
    text = f"for {use.label[0].lower()}{use.label[1:]} ({definition[0].lower()}{definition[1:]})"
    return Custom(
        id=f"BX-{hashlib.sha256(f'{bars.use} {mode}'.encode()).hexdigest()[:6]}",
        title=use.label,
        text=f"{text} {_WORDS[mode]}" if mode in _WORDS else text,
        domain=use.domain or "General",
        use=bars.use,
        mode=mode,
    )


def _remarks(unknown: list[str], terms: list[str]) -> tuple[Remark, ...]:
    out = []
    if unknown:
        out.append(
            Remark(
                code="W-INHERIT",
                level=Level.WARNING,
                message=f"what restricts these is not known in full: {_some(unknown)}",
                why="a restriction that is not known cannot be carried on, and breaks the licence of the base",
                remedy="read their licences and add what is missing with --clause, or by a clause of your own",
            )
        )
    if terms:
        out.append(
            Remark(
                code="W-TERMS",
                level=Level.WARNING,
                message=f"terms of business that a licence of this family does not carry: {_some(terms)}",
                why="the licence of the base stays in force for its part, whatever yours grants",
                remedy="pass the licence of the base on beside yours, and say so in the README",
            )
        )
    return tuple(out)


def _some(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + more


_SHOWN = 5
"""Names that are told of a long list."""

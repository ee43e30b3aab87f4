"""From names to clauses: presets, the mandatory base, other wordings, carve-outs and clauses of one's own."""

import difflib
from collections.abc import Iterable

from rail.catalogue.load import Catalogue
from rail.domain.record import Record
from rail.errors import UsageError
from rail.generate.answers import Answers, Custom
from rail.generate.clauselist import Bars, Clause, ClauseList, Preset, load_preset, preset_names


class Selected(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A clause as it goes into one licence: its wording, what that bars, and its exceptions (ids of carve-outs)."""

    id: str
    code: str
    title: str
    domain: str
    text: str
    restricts: tuple[Bars, ...]
    carve_outs: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    eu_ai_act: tuple[str, ...] = ()
    custom: bool = False


def expand(names: Iterable[str], presets: Iterable[str], clauses: ClauseList, *, base: bool | None) -> tuple[str, ...]:
    """Return the clauses of presets and single names, each clause once, a later wording in the place of an earlier.

    `base` adds the mandatory clauses, or drops those that only a preset's `base` brought; `None` leaves it to presets.

    Raises:
        UsageError: an unknown preset or clause.
    """
    chosen: dict[str, str] = {}
    loaded = [_preset(each) for each in presets]
    if base or (base is None and any(each.base for each in loaded)):
        chosen = {each: each for each in clauses.base()}
    for name in (*(name for each in loaded for name in each.clauses), *names):
        clause, mode = find(name, clauses)
        chosen[clause.id] = f"{clause.id}:{mode}" if mode else clause.id
    return tuple(chosen.values())


def find(name: str, clauses: ClauseList) -> tuple[Clause, str]:
    """Return the clause that `ID`, `CODE`, `ID:MODE` names, and the mode of another wording (empty: the usual one).

    Raises:
        UsageError: no such clause, or it has no wording for that mode.
    """
    known = clauses.clauses()
    head, _, mode = name.strip().partition(":")
    clause = known.get(head) or next((each for each in known.values() if each.code == head.upper()), None)
    if clause is None:
        near = difflib.get_close_matches(head, known, 3, 0.5)
        hint = f"nearest: {', '.join(near)}" if near else "`rail generate --list` shows all"
        raise UsageError(f"no such clause: {head!r}", hint=hint)
    usual = {each.mode for each in clause.restricts}
    if not mode or usual == {mode}:
        return clause, ""
    modes = [each.mode for each in clause.wordings]
    if mode not in modes:
        raise UsageError(
            f"clause {clause.id} has no wording for {mode!r}", hint=f"one of {', '.join([*sorted(usual), *modes])}"
        )
    return clause, mode


def select(answers: Answers, clauses: ClauseList, catalogue: Catalogue) -> tuple[Selected, ...]:
    """Return the clauses of a licence in the order of the clause list, a domain's own clauses after the others.

    Raises:
        UsageError: an unknown clause, carve-out, use, mode or domain, two clauses of one id, or no clause at all.
    """
    named = [find(each, clauses) for each in answers.clauses]
    chosen = {clause.id: mode for clause, mode in named}
    if len(chosen) != len(named):
        raise UsageError("a clause is named twice", place="clauses")
    own = {each.id for each in answers.custom}
    for clause_id in answers.carve_outs:
        if clause_id not in chosen and clause_id not in own:
            raise UsageError(f"a carve-out for a clause that is not chosen: {clause_id}")
    for each in answers.custom:
        _check_custom(each, clauses, catalogue)
    ids = [each.id.lower() for each in answers.custom]
    if len(set(ids)) != len(ids):
        raise UsageError("two custom clauses have one id")
    out: list[Selected] = []
    for group in clauses.groups:
        out += [
            _selected(clause, group.domain, chosen[clause.id], _exceptions(clause.id, answers, clauses))
            for clause in group.clauses
            if clause.id in chosen
        ]
        out += [
            _own(each, _exceptions(each.id, answers, clauses)) for each in answers.custom if each.domain == group.domain
        ]
    if not out:
        raise UsageError("a licence of this family needs at least one clause", hint="name a --preset or a --clause")
    return tuple(out)


def _preset(name: str) -> Preset:
    if name not in preset_names():
        raise UsageError(f"unknown preset: {name}", hint=f"one of {', '.join(preset_names())}")
    return load_preset(name)


def _exceptions(name: str, answers: Answers, clauses: ClauseList) -> tuple[str, ...]:
    named = answers.carve_outs.get(name, ())
    for each in named:
        if each not in clauses.carve_outs:
            raise UsageError(f"unknown carve-out: {each}", hint=f"one of {', '.join(clauses.carve_outs)}")
    return tuple(dict.fromkeys(named))


def _selected(clause: Clause, domain: str, mode: str, carve_outs: tuple[str, ...]) -> Selected:
    text, restricts = clause.text, clause.restricts
    if mode:
        text = next(each.text for each in clause.wordings if each.mode == mode)
        restricts = tuple(Bars(use=each.use, mode=mode) for each in restricts)
    return Selected(
        id=clause.id,
        code=clause.code,
        title=clause.title,
        domain=domain,
        text=text,
        restricts=restricts,
        carve_outs=carve_outs,
        official=clause.official,
        eu_ai_act=clause.eu_ai_act,
    )


def _own(custom: Custom, carve_outs: tuple[str, ...]) -> Selected:
    return Selected(
        id=custom.id,
        code=custom.id,
        title=custom.title or custom.id,
        domain=custom.domain,
        text=custom.text.strip().rstrip(".;"),
        restricts=(Bars(use=custom.use, mode=custom.mode),),
        carve_outs=carve_outs,
        custom=True,
    )


def _check_custom(custom: Custom, clauses: ClauseList, catalogue: Catalogue) -> None:
    known = clauses.clauses()
    if custom.id in known or any(each.code.lower() == custom.id.lower() for each in known.values()):
        raise UsageError(f"a clause of the list has the id {custom.id!r}", hint="choose another one for your own")
    if custom.use not in catalogue.uses:
        near = difflib.get_close_matches(custom.use, catalogue.uses, 3, 0.4)
        raise UsageError(f"clause {custom.id} bars an unknown use: {custom.use}", hint=f"nearest: {', '.join(near)}")
    if custom.mode not in catalogue.modes:
        raise UsageError(f"clause {custom.id}: unknown mode {custom.mode}", hint=f"one of {', '.join(catalogue.modes)}")
    domains = [each.domain for each in clauses.groups]
    if custom.domain not in domains:
        raise UsageError(f"clause {custom.id}: unknown domain {custom.domain}", hint=f"one of {', '.join(domains)}")

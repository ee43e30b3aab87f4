"""From options and an answers file to answers."""

from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from rail.catalogue.covers import resolve_use
from rail.catalogue.load import Catalogue
from rail.cli.console import say
from rail.errors import ReadError, UsageError
from rail.generate.answers import Answers, Artifact, Custom, checked
from rail.generate.clauselist import ClauseList
from rail.generate.selection import expand, find

_LETTERS = {each.letter: each for each in Artifact}
_WORDS = {each.value: each for each in Artifact} | {
    "dataset": Artifact.DATA,
    "app": Artifact.APPLICATION,
    "weights": Artifact.MODEL,
    "source": Artifact.SOURCE_CODE,
    "code": Artifact.SOURCE_CODE,
}


class Asked(NamedTuple):
    """The options that decide what is made; `plain` are single answers by their field, `None` where not given."""

    variant: str | None
    artifacts: tuple[str, ...]
    presets: tuple[str, ...]
    clauses: tuple[str, ...]
    drop: tuple[str, ...]
    carve_outs: tuple[str, ...]
    base: bool | None
    inherit: tuple[str, ...]
    formats: tuple[str, ...]
    plain: dict[str, Any]
    custom: tuple[str, ...] = ()
    combined: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether any option was given."""
        return any(
            (self.variant, self.artifacts, self.presets, self.clauses, self.drop, self.carve_outs, self.inherit)
        ) or any(
            (
                self.formats,
                self.custom,
                self.combined,
                self.base is not None,
                *(each is not None for each in self.plain.values()),
            )
        )


def merged(asked: Asked, recorded: Answers | None, clauses: ClauseList, catalogue: Catalogue) -> Answers:
    """Return the recorded answers with the options laid over them.

    Raises:
        UsageError: something is unknown, or an answer that nobody can guess is missing.
    """
    given: dict[str, Any] = {key: value for key, value in asked.plain.items() if value is not None}
    if asked.variant is not None:
        given["variant"] = asked.variant
    if asked.artifacts:
        given["artifacts"] = artifacts(asked.artifacts)
    if asked.formats:
        given["formats"] = tuple(dict.fromkeys(asked.formats))
    given["custom"] = _custom(asked, recorded, clauses, catalogue)
    given["clauses"] = _clauses(asked, recorded, clauses)
    given["carve_outs"] = _carve_outs(asked, recorded, given["clauses"], given["custom"], clauses)
    if recorded is None:
        missing = [f"--{key}" for key in ("work", "licensor") if not given.get(key)]
        if not given.get("artifacts"):
            missing.append("--artifact")
        if missing:
            raise UsageError(
                f"not said: {', '.join(missing)}", hint="or run `rail generate` in a terminal, and it asks"
            )
    try:
        laid = replace(recorded, **given) if recorded else Answers(**given)
        return checked(msgspec.convert(msgspec.to_builtins(laid), Answers))
    except msgspec.ValidationError as fault:
        raise UsageError(str(fault)) from fault
    except ReadError as fault:
        raise UsageError(fault.problem, place=fault.place, hint=fault.hint) from fault


def artifacts(words: tuple[str, ...]) -> tuple[Artifact, ...]:
    """Return what `model`, `code` or the letters `MS` name.

    Raises:
        UsageError: no such artefact.
    """
    found: list[Artifact] = []
    for word in (part.strip() for each in words for part in each.split(",") if part.strip()):
        if word.lower() in _WORDS:
            found.append(_WORDS[word.lower()])
        elif set(word.upper()) <= set(_LETTERS):
            found += [_LETTERS[letter] for letter in word.upper()]
        else:
            raise UsageError(f"unknown artifact: {word}", hint=f"one of {', '.join(each.value for each in Artifact)}")
    return tuple(sorted(set(found), key=list(Artifact).index))


def _clauses(asked: Asked, recorded: Answers | None, clauses: ClauseList) -> tuple[str, ...]:
    names = (*(recorded.clauses if recorded and not asked.presets else ()), *asked.clauses)
    presets = asked.presets
    if recorded is None and not presets and not asked.clauses and asked.base is None:
        presets = ("official-minimum",)
    chosen = expand(names, presets, clauses, base=asked.base)
    own = {each.id.lower() for each in recorded.custom} if recorded else set()
    drop = {find(each, clauses)[0].id for each in asked.drop if each.lower() not in own}
    if asked.base is False:
        drop |= set(clauses.base()) - {find(each, clauses)[0].id for each in asked.clauses}
    return tuple(each for each in chosen if each.partition(":")[0] not in drop)


def _custom(asked: Asked, recorded: Answers | None, clauses: ClauseList, catalogue: Catalogue) -> tuple[Custom, ...]:
    """Return the clauses of one's own: those on record, those of the options in the place of the same id."""
    dropped = {each.lower() for each in asked.drop}
    own = {each.id.lower(): each for each in recorded.custom if each.id.lower() not in dropped} if recorded else {}
    for each in asked.custom:
        clause = own_clause(each, clauses, catalogue)
        own[clause.id.lower()] = clause
    return tuple(own.values())


def own_clause(given: str, clauses: ClauseList, catalogue: Catalogue) -> Custom:
    """Return the clause that `ID:USE=TEXT`, `ID:USE:MODE=TEXT` or `ID:USE:MODE:DOMAIN=TEXT` says.

    Raises:
        UsageError: it says none, or one that bars an unknown use.
    """
    head, mark, text = given.partition("=")
    parts = [each.strip() for each in head.split(":")]
    if not mark or not text.strip() or not _LEAST <= len(parts) <= _MOST or not all(parts[:_LEAST]):
        raise UsageError(
            f"not a clause: {given}",
            place="--custom",
            hint='write ID:USE=TEXT or ID:USE:MODE:DOMAIN=TEXT, for example "WH-1:environment=to hunt whales"; '
            "TEXT continues `You agree not to use the Artifact …`",
        )
    identity, named, mode, domain = (*parts, "", "")[:_MOST]
    use = resolve_use(catalogue, named)
    if use != named:
        say(f"clause {identity} bars {use}")
    domains = {each.domain.lower(): each.domain for each in clauses.groups}
    usual = catalogue.uses[use].domain or _GENERAL
    return Custom(
        id=identity,
        text=text.strip(),
        use=use,
        mode=mode or "prohibited",
        domain=domains.get((domain or usual).lower(), domain or _GENERAL),
    )


def _carve_outs(
    asked: Asked, recorded: Answers | None, now: tuple[str, ...], custom: tuple[Custom, ...], clauses: ClauseList
) -> dict[str, tuple[str, ...]]:
    """Return the exceptions on record, without those of clauses that went, and those of the options over them."""
    own = {each.id.lower(): each.id for each in custom}
    kept: dict[str, tuple[str, ...]] = {}
    if recorded is not None:
        went = {find(each, clauses)[0].id for each in recorded.clauses} | {each.id for each in recorded.custom}
        went -= {each.partition(":")[0] for each in now}
        named = {own.get(name.lower(), name): each for name, each in recorded.carve_outs.items()}
        kept = {name: each for name, each in named.items() if name in own.values() or name not in went}
    out: dict[str, tuple[str, ...]] = {}
    for each in asked.carve_outs:
        name, exception = excepted(each)
        clause = own.get(name.lower()) or find(name, clauses)[0].id
        out[clause] = (*out.get(clause, ()), exception)
    return {**kept, **out}


def excepted(given: str) -> tuple[str, str]:
    """Return the clause and the carve-out that `CLAUSE:CARVE-OUT` names.

    Raises:
        UsageError: it names none.
    """
    name, mark, exception = (each.strip() for each in given.rpartition(":"))
    if not (mark and name and exception):
        raise UsageError(f"not a carve-out: {given}", hint="write CLAUSE:CARVE-OUT; see `rail generate --list`")
    return name, exception


_LEAST, _MOST = 2, 4
"""Parts of a clause of one's own before its text."""
_GENERAL = "General"

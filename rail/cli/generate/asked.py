"""From options and an answers file to answers."""

from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from rail.errors import ReadError, UsageError
from rail.generate.answers import Answers, Artifact, checked
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

    @property
    def anything(self) -> bool:
        """Whether any option was given."""
        return any((self.variant, self.artifacts, self.presets, self.clauses, self.drop, self.carve_outs)) or any(
            (self.inherit, self.formats, self.base is not None, *(each is not None for each in self.plain.values()))
        )


def merged(asked: Asked, recorded: Answers | None, clauses: ClauseList) -> Answers:
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
    given["clauses"] = _clauses(asked, recorded, clauses)
    if asked.carve_outs:
        given["carve_outs"] = {**(recorded.carve_outs if recorded else {}), **_carve_outs(asked.carve_outs, clauses)}
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
    drop = {find(each, clauses)[0].id for each in asked.drop}
    if asked.base is False:
        drop |= set(clauses.base()) - {find(each, clauses)[0].id for each in asked.clauses}
    return tuple(each for each in chosen if each.partition(":")[0] not in drop)


def _carve_outs(given: tuple[str, ...], clauses: ClauseList) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for each in given:
        name, mark, exception = each.rpartition(":")
        if not mark:
            raise UsageError(f"not a carve-out: {each}", hint="write CLAUSE:CARVE-OUT; see `rail generate --list`")
        clause = find(name, clauses)[0].id
        out[clause] = (*out.get(clause, ()), exception)
    return out

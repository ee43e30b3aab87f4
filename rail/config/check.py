"""Hold a configuration against the catalogue: use ids in full, facts that some mode asks for."""

from collections.abc import Callable, Collection

import msgspec

from rail.config.nearest import nearest
from rail.config.schema import Loaded
from rail.domain.use import UseCase
from rail.errors import UsageError


def check_uses(loaded: Loaded, resolve: Callable[[str], str]) -> Loaded:
    """Return the configuration with every use and exclusion by its full id; `resolve` finds it or raises.

    Raises:
        UsageError: a use that `resolve` refuses, or one that is both declared and excluded; with file and line.
    """
    cases = tuple(_resolved(loaded, case, resolve) for case in loaded.config.use_case)
    return msgspec.structs.replace(loaded, config=msgspec.structs.replace(loaded.config, use_case=cases))


def check_facts(loaded: Loaded, known: Collection[str]) -> None:
    """Refuse a fact that no mode asks for: it would answer nothing.

    Raises:
        UsageError: an unknown fact, with the nearest known one.
    """
    for case in loaded.config.use_case:
        for fact in case.facts:
            if fact not in known:
                problem = f"use case `{case.id}`: unknown fact `{fact}`"
                raise UsageError(problem, place=_place(loaded, case), hint=nearest(fact, known))


def _resolved(loaded: Loaded, case: UseCase, resolve: Callable[[str], str]) -> UseCase:
    try:
        uses = tuple(dict.fromkeys(resolve(each) for each in case.uses))
        excludes = tuple(dict.fromkeys(resolve(each) for each in case.excludes))
    except UsageError as fault:
        problem = f"use case `{case.id}`: {fault.problem}"
        raise UsageError(problem, place=_place(loaded, case), hint=fault.hint) from fault
    for use in uses:
        for excluded in excludes:
            if use == excluded or use.startswith(f"{excluded}."):
                raise UsageError(
                    f"use case `{case.id}` both declares `{use}` and excludes `{excluded}`",
                    place=_place(loaded, case),
                    hint="an exclusion narrows a declared use; it cannot take it away",
                )
    return msgspec.structs.replace(case, uses=uses, excludes=excludes)


def _place(loaded: Loaded, case: UseCase) -> str:
    line = loaded.lines.get(case.id)
    return f"{loaded.path}:{line}" if loaded.path and line else loaded.path or "--use"

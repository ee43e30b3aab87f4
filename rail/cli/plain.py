"""A command line in its plainest form, read without Typer: a verb, its options as they are spelled, and its inputs.

Typer costs more than the reading of a lockfile. Whatever is not plain is left to it (help, `-qv`, what the environment
sets, each mistake), so that it alone explains the command line.
"""

import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from rail.cli.declared import Argument, Option


class _Parameter(NamedTuple):
    """A parameter of a verb: its name, what it was declared to be, and its type."""

    name: str
    declared: Option
    kind: Any


def read(verb: Callable[..., int], arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the values for the parameters of a verb, `None` where the command line is not plain."""
    parameters = [
        _Parameter(name, hint.__metadata__[0], hint.__origin__)
        for name, hint in verb.__annotations__.items()
        if hasattr(hint, "__metadata__")
    ]
    if any(variable in environment for each in parameters if (variable := each.declared.variable)):
        return None
    spelled = {spelling: each for each in parameters for spelling in each.declared.spellings}
    free = next(each for each in parameters if isinstance(each.declared, Argument))
    values: dict[str, Any] = {}
    rest = iter(arguments)
    for each in rest:
        if each == "-" or not each.startswith("-"):
            values.setdefault(free.name, []).append(each)
            continue
        spelling, mark, value = each.partition("=") if each.startswith("--") else (each, "", "")
        parameter = spelled.get(spelling)
        if parameter is None or (parameter.kind is bool and mark):
            return None
        if parameter.kind is not bool:
            value = value if mark else next(rest, "")
            if not value or value.startswith("-"):
                return None
        if not _take(values, parameter, value):
            return None
    return values


def _take(values: dict[str, Any], parameter: _Parameter, value: str) -> bool:
    """Put the value of an option among the others; tell whether it can be one."""
    name, _, kind = parameter
    if kind is bool:
        values[name] = True
    elif kind == list[str] | None:
        values.setdefault(name, []).append(value)
    elif kind == str | None:
        values[name] = value
    elif isinstance(kind, enum.EnumMeta):
        members: Any = kind
        if value not in {each.value for each in members}:
            return False
        values[name] = kind(value)
    else:
        return False
    return True

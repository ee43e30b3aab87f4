"""How a check is written and found: one module in `rail/identify/linting/checks/`, one decorated generator."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rail.domain.finding import Level
from rail.identify.linting.subject import Subject

_LEVELS = {"E": Level.ERROR, "W": Level.WARNING, "I": Level.NOTE}


class Spot(NamedTuple):
    """What a check found: the message, the line (`None`: nowhere in particular), the words, a remedy of its own."""

    message: str
    line: int | None = None
    words: str | None = None
    remedy: str | None = None


Run = Callable[[Subject], Iterator[Spot]]


class Check(NamedTuple):
    """A registered check; its level is the first letter of its code (error, warning, note).

    `cards` tells whether it reads the front matter of cards rather than licence texts; `None` means both. `doc` is the
    docstring of its module.
    """

    code: str
    level: Level
    title: str
    why: str
    remedy: str
    rule: str | None
    cards: bool | None
    doc: str
    run: Run


CHECKS: dict[str, Check] = {}


def check(
    code: str, *, title: str, why: str, remedy: str, rule: str | None = None, cards: bool | None = False
) -> Callable[[Run], Run]:
    """Register the decorated generator as the check `code`: `E-…`, `W-…` or `I-…`."""

    def register(run: Run) -> Run:
        doc = (importlib.import_module(run.__module__).__doc__ or "").strip()
        CHECKS[code] = Check(code, _LEVELS[code[0]], title, why, remedy, rule, cards, doc, run)
        return run

    return register


def load() -> list[Check]:
    """Import and return all checks: errors first, then warnings, then notes, each by code."""
    package = importlib.import_module("rail.identify.linting.checks")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    order = list(_LEVELS)
    return sorted(CHECKS.values(), key=lambda each: (order.index(each.code[0]), each.code))

"""How a writer is written and found: one module in `rail/report/`, one decorated function from report to bytes."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rail.domain.report import Report
from rail.errors import UsageError


class Style(NamedTuple):
    """How a writer for people may write: colour, width in columns, and the lines of scanned files for excerpts.

    `excerpt` returns the text of a line of a scanned file (path, line), or `None` when it is not at hand.
    `verb` is `scan` or `check`.
    """

    verb: str = "check"
    color: bool = False
    width: int = 100
    excerpt: Callable[[str, int], str | None] = lambda _path, _line: None
    labels: Mapping[str, str] = {}


Write = Callable[[Report, Style], Iterator[bytes]]


class Writer(NamedTuple):
    """A registered writer; `name` is what `--format` takes."""

    name: str
    suffix: str
    write: Write


WRITERS: dict[str, Writer] = {}
_NOT_WRITERS = frozenset({"spi", "terminal"})


def writer(name: str, *, suffix: str) -> Callable[[Write], Write]:
    """Register the decorated function as the output format `name`."""

    def register(write: Write) -> Write:
        WRITERS[name] = Writer(name, suffix, write)
        return write

    return register


def names() -> list[str]:
    """Return the format names without importing a writer: a writer's module is called like its format."""
    package = importlib.import_module("rail.report")
    return sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.name not in _NOT_WRITERS)


def find(name: str) -> Writer:
    """Import and return the writer of a format.

    Raises:
        UsageError: there is no such format.
    """
    if name not in names():
        raise UsageError(f"unknown format: {name}", hint=f"one of {', '.join(names())}")
    importlib.import_module(f"rail.report.{name}")
    return WRITERS[name]

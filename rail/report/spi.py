"""How a writer is written and found: one module in `rail/report/`, one decorated function from report to bytes."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rail.domain.finding import Level
from rail.domain.report import Report
from rail.errors import UsageError
from rail.report import names


class RuleText(NamedTuple):
    """What there is to say about a rule beside its findings; `doc` is its help: paragraphs of plain text."""

    id: str
    slug: str
    title: str
    level: Level
    doc: str


class Style(NamedTuple):
    """How a writer for people may write: colour, width in columns, and the lines of scanned files for excerpts.

    `excerpt` returns the text of a line of a scanned file (path, line), or `None` when it is not at hand.
    `verb` is `scan` or `check`. `labels` gives the plain words for use ids, `places` where a use case is declared.
    `rule` finds the text of a rule by its id. `verbose` asks for whole lists.
    """

    verb: str = "check"
    color: bool = False
    width: int = 100
    excerpt: Callable[[str, int], str | None] = lambda _path, _line: None
    labels: Mapping[str, str] = {}
    places: Mapping[str, str] = {}
    rule: Callable[[str], RuleText | None] = lambda _id: None
    verbose: bool = False


Write = Callable[[Report, Style], Iterator[bytes]]


class Writer(NamedTuple):
    """A registered writer; `name` is what `--format` takes."""

    name: str
    suffix: str
    write: Write


WRITERS: dict[str, Writer] = {}


def writer(name: str, *, suffix: str) -> Callable[[Write], Write]:
    """Register the decorated function as the output format `name`."""

    def register(write: Write) -> Write:
        WRITERS[name] = Writer(name, suffix, write)
        return write

    return register


def find(name: str) -> Writer:
    """Import and return the writer of a format.

    Raises:
        UsageError: there is no such format.
    """
    if name not in names():
        raise UsageError(f"unknown format: {name}", hint=f"one of {', '.join(names())}")
    importlib.import_module(f"rail.report.{name}")
    return WRITERS[name]


def by_suffix(filename: str) -> str | None:
    """Return the format whose suffix the file name has (the longest one wins), or `None`."""
    writers = (find(name) for name in names())
    fitting = [each for each in writers if filename.lower().endswith(each.suffix)]
    return max(fitting, key=lambda each: len(each.suffix)).name if fitting else None

"""How an extractor is written and found.

A module `rail/extractors/<group>/<format>.py` decorates one generator with `@extractor("pattern", …)`. A pattern is a
file name (`uv.lock`), a name with a star (`requirements*.txt`, `*.py`) or a path tail (`*.dist-info/METADATA`).
There is no list to edit: `load` imports the modules of the groups that an input can need.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate
from pathlib import PurePosixPath
from typing import NamedTuple

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence, Unowned
from rail.sources.spi import SourceFile

Found = Component | Edge | Evidence | Unowned | Home
Extract = Callable[[SourceFile], Iterator[Found]]


class Extractor(NamedTuple):
    """A registered extractor: `name` is `<group>/<format>`; `first_party` ones look only at the project's own files."""

    name: str
    patterns: tuple[str, ...]
    extract: Extract
    first_party: bool


EXTRACTORS: dict[str, Extractor] = {}


def extractor(*patterns: str, first_party: bool = False) -> Callable[[Extract], Extract]:
    """Offer files whose path matches one of the patterns (case-insensitive) to the decorated generator."""

    def register(extract: Extract) -> Extract:
        name = extract.__module__.partition(".extractors.")[2].replace(".", "/")
        EXTRACTORS[name] = Extractor(name, patterns, extract, first_party)
        return extract

    return register


def load(names: Iterable[str] | None = None) -> list[Extractor]:
    """Import and return the extractors with these names (`group/format`; all when `None`), sorted by name."""
    wanted = _every() if names is None else sorted(names)
    for name in wanted:
        importlib.import_module(f"rail.extractors.{name.replace('/', '.')}")
    return [EXTRACTORS[name] for name in (sorted(EXTRACTORS) if names is None else wanted)]


def _every() -> list[str]:
    package = importlib.import_module("rail.extractors")
    names = []
    for group in pkgutil.iter_modules(package.__path__):
        if group.ispkg:
            folder = importlib.import_module(f"rail.extractors.{group.name}")
            names += [f"{group.name}/{each.name}" for each in pkgutil.iter_modules(folder.__path__)]
    return [name for name in names if "/_" not in name]


class Dispatch:
    """Which extractors want a path: exact names by dictionary, everything else by one regular expression each."""

    def __init__(self, extractors: Iterable[Extractor]) -> None:
        self._exact: dict[str, list[Extractor]] = {}
        self._suffix: dict[str, list[Extractor]] = {}
        self._tail: list[tuple[re.Pattern[str], Extractor]] = []
        self._name: list[tuple[re.Pattern[str], Extractor]] = []
        for each in extractors:
            for pattern in each.patterns:
                self._add(pattern.lower(), each)

    def _add(self, pattern: str, each: Extractor) -> None:
        if "/" in pattern:
            self._tail.append((re.compile(r"(?:.*/)?" + translate(pattern)), each))
        elif not re.search(r"[*?\[]", pattern):
            self._exact.setdefault(pattern, []).append(each)
        elif re.fullmatch(r"\*\.[a-z0-9]+", pattern):
            self._suffix.setdefault(pattern[1:], []).append(each)
        else:
            self._name.append((re.compile(translate(pattern)), each))

    def wanting(self, path: PurePosixPath | str) -> list[Extractor]:
        """Return the extractors that want this path, each once, sorted by name."""
        whole = str(path).lower()
        name = whole.rpartition("/")[2]
        found = list(self._exact.get(name, ()))
        dot = name.rfind(".")
        if dot >= 0:
            found += self._suffix.get(name[dot:], ())
        found += [each for regex, each in self._name if regex.match(name)]
        found += [each for regex, each in self._tail if regex.match(whole)]
        return sorted(set(found), key=lambda each: each.name) if len(found) > 1 else found

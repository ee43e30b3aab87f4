"""How an extractor is written and found.

A module `rail/extractors/<group>/<format>.py` decorates one generator with `@extractor("pattern", …)`. A pattern is a
file name (`uv.lock`), a name with a star (`requirements*.txt`, `*.py`) or a path tail (`*.dist-info/METADATA`).
There is no list to edit: `load` finds the modules. It reads their patterns from the line of the decorator, and a module
is imported when the first file comes that it wants: most projects need few of them.
"""

import importlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fnmatch import translate
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence, Unowned
from rail.domain.inline import InlineIgnore
from rail.sources.spi import SourceFile

Found = Component | Edge | Evidence | Unowned | Home | InlineIgnore
Extract = Callable[[SourceFile], Iterator[Found]]


class Extractor(NamedTuple):
    """A registered extractor: `name` is `<group>/<format>`; `first_party` ones look only at the project's own files."""

    name: str
    patterns: tuple[str, ...]
    extract: Extract
    first_party: bool


EXTRACTORS: dict[str, Extractor] = {}
_MAX_SETTLED = 20_000
_DECORATOR = rb'\n@extractor\(((?:\s*"[^"\\\n]*",?)+)\s*(first_party=True)?,?\s*\)'
_SUFFIX = "*."
_JOKERS = "*?["


def extractor(*patterns: str, first_party: bool = False) -> Callable[[Extract], Extract]:
    """Offer files whose path matches one of the patterns (case-insensitive) to the decorated generator."""

    def register(extract: Extract) -> Extract:
        name = extract.__module__.partition(".extractors.")[2].replace(".", "/")
        EXTRACTORS[name] = Extractor(name, patterns, extract, first_party)
        return extract

    return register


def load(names: Iterable[str] | None = None) -> list[Extractor]:
    """Return the extractors with these names (`group/format`; all when `None`), sorted by name."""
    wanted = _every() if names is None else sorted(names)
    for name in wanted:
        if name not in EXTRACTORS:
            _announce(name)
    return [EXTRACTORS[name] for name in (sorted(EXTRACTORS) if names is None else wanted)]


def _every() -> list[str]:
    package = importlib.import_module("rail.extractors")
    names = []
    for root in package.__path__:
        with os.scandir(root) as found:
            groups = [each.name for each in found if each.name.isidentifier() and each.is_dir()]
        for group in groups:
            with os.scandir(os.path.join(root, group)) as found:  # noqa: PTH118 -- plain strings, at every start
                names += [f"{group}/{each.name[:-3]}" for each in found if each.name.endswith(".py")]
    return sorted(name for name in names if "/_" not in name)


def _announce(name: str) -> None:
    """Register an extractor without importing its module, where the decorator says all that must be known of it."""
    module = f"rail.extractors.{name.replace('/', '.')}"
    source = _source(name)
    said = re.compile(_DECORATOR).match(source, source.find(b"\n@"))
    if said is None:  # patterns that are computed, or written in another way
        importlib.import_module(module)
        return
    patterns = tuple(each.decode() for each in said[1].split(b'"')[1::2])
    EXTRACTORS[name] = Extractor(name, patterns, _Deferred(name, module), said[2] is not None)


def _source(name: str) -> bytes:
    for root in importlib.import_module("rail.extractors").__path__:
        with suppress(OSError), open(f"{root}{os.sep}{name}.py", "rb", buffering=0) as file:  # noqa: PTH123 -- as above
            return file.read()
    return b""


class _Deferred:
    """Stands for the generator of a module that is imported when it is first called."""

    __slots__ = ("_module", "_name", "_run")

    def __init__(self, name: str, module: str) -> None:
        self._name = name
        self._module = module
        self._run: Extract | None = None

    def __call__(self, file: SourceFile) -> Iterator[Found]:
        if self._run is None:
            importlib.import_module(self._module)
            self._run = EXTRACTORS[self._name].extract
        return self._run(file)


class Dispatch:
    """Which extractors want a path: what a name alone settles is settled once for all files of that name."""

    def __init__(self, extractors: Iterable[Extractor]) -> None:
        self._exact: dict[str, list[Extractor]] = {}
        self._suffix: dict[str, list[Extractor]] = {}
        self._tail: dict[str, list[tuple[str, str, str, Extractor]]] = {}
        self._name: dict[str, list[tuple[str, str, Extractor]]] = {}
        self._settled: dict[str, tuple[list[Extractor], list[tuple[str, str, Extractor]]]] = {}
        for each in extractors:
            for pattern in each.patterns:
                self._add(pattern.lower(), each)

    def _add(self, pattern: str, each: Extractor) -> None:
        if "/" in pattern:
            last = pattern.rpartition("/")[2]
            above = pattern.removesuffix(last)
            self._tail.setdefault(_ending(last), []).append((last, _needed(above), pattern, each))
        elif not any(sign in pattern for sign in _JOKERS):
            self._exact.setdefault(pattern, []).append(each)
        elif pattern.startswith(_SUFFIX) and pattern[len(_SUFFIX) :].isalnum():
            self._suffix.setdefault(pattern[1:], []).append(each)
        else:
            self._name.setdefault(_ending(pattern), []).append((_needed(pattern), pattern, each))

    def wanting(self, path: PurePosixPath | str) -> list[Extractor]:
        """Return the extractors that want this path, each once, sorted by name."""
        whole = str(path).lower()
        name = whole.rpartition("/")[2]
        settled = self._settled.get(name)
        if settled is None:
            if len(self._settled) >= _MAX_SETTLED:
                self._settled.clear()
            settled = self._settled[name] = self._settle(name)
        by_name, by_path = settled
        more = [each for part, pattern, each in by_path if part in whole and _fits(pattern, whole)] if by_path else []
        return _sorted([*by_name, *more]) if more else by_name

    def _settle(self, name: str) -> tuple[list[Extractor], list[tuple[str, str, Extractor]]]:
        """Return who wants every file of this name, and whose patterns must be held against the whole path.

        With each of those stands what a path must hold to match it.
        """
        found = list(self._exact.get(name, ()))
        dot = name.rfind(".")
        if dot >= 0:
            found += self._suffix.get(name[dot:], ())
        by_path: list[tuple[str, str, Extractor]] = []
        for ending in {"", name[dot:] if dot >= 0 else ""}:
            names = self._name.get(ending, ())
            found += [each for part, pattern, each in names if part in name and _fits(pattern, name)]
            by_path += [
                (part, whole, each) for last, part, whole, each in self._tail.get(ending, ()) if _fits(last, name)
            ]
        return _sorted(found), by_path


def _ending(pattern: str) -> str:
    """Return the suffix of the names that a pattern can match; empty when they may have any."""
    suffix = pattern[pattern.rfind(".") :] if "." in pattern else ""
    return "" if any(sign in suffix for sign in "*?[]") else suffix


def _fits(pattern: str, text: str) -> bool:
    """Tell whether a name, or the tail of a path from a folder on, matches a pattern.

    Where only stars stand for anything, the earliest place for each piece leaves the most room for the next.
    """
    pieces = _pieces(pattern)
    if pieces is None:
        return _compiled(pattern).match(text) is not None
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return text == pattern or text.endswith("/" + pattern)
    at = 0 if text.startswith(first) else text.find("/" + first) + 1
    if not at and not text.startswith(first):
        return False
    at += len(first)
    for piece in pieces[1:-1]:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return text.endswith(last) and len(text) - len(last) >= at


@cache
def _pieces(pattern: str) -> tuple[str, ...] | None:
    """Return what stands between the stars of a pattern; `None` where a regular expression must tell."""
    return None if "?" in pattern or "[" in pattern else tuple(pattern.split("*"))


def _needed(pattern: str) -> str:
    """Return the longest piece of a pattern that stands for itself."""
    return max(_pieces(pattern) or ("",), key=len)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?:.*/)?" + translate(pattern), re.DOTALL)


def _sorted(found: list[Extractor]) -> list[Extractor]:
    return sorted(set(found), key=lambda each: each.name)

"""Walk one input and let every extractor that wants a file speak; read the licence texts that they point at."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from rail.domain.component import Component, Edge, Home, Location
from rail.domain.evidence import Evidence, Form, Restricted, Role, TextReading, Unowned
from rail.domain.inline import InlineIgnore
from rail.domain.lint import Remark
from rail.domain.report import Problem
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy, is_kept_copy
from rail.extractors.spi import Dispatch, Extractor, Found
from rail.identify.text import HEADER_SOURCE, TextReader
from rail.pipeline.unfinished import CARDS, unfinished
from rail.resolve.collector import Collector
from rail.resolve.inventory import Inventory
from rail.sources.directory import Directory, is_installed
from rail.sources.singlefile import SingleFile
from rail.sources.spi import SourceFile, Tree
from rail.sources.stdin import BILLS, LOOK, guess

_FoundT = TypeVar("_FoundT", bound=Component | Edge | Evidence | Unowned | Home)
Progress = Callable[[int, str], None]
"""Told before each file: files read so far, and the path."""


_READERS_OF_PROSE = frozenset({"files/readmenotice", "files/spdxheader"})
"""Extractors that look for sentences, not for fields: they have nothing to say where texts are not read."""


_STATEMENTS = (Evidence, Unowned)
_PROSE = frozenset({"", ".txt", ".md", ".rst", ".adoc", ".html", ".htm", ".rtf"})


class Collected(NamedTuple):
    """What one input gave: components and evidence, the reading of each text by its statement, problems, files read.

    `ignores` are those that stand in the project's own files; `unfinished` tells by path what is left open in its texts
    and cards.
    """

    inventory: Inventory
    readings: dict[str, TextReading]
    problems: tuple[Problem, ...]
    files: int
    unfinished: Mapping[str, tuple[Remark, ...]] = {}
    ignores: tuple[InlineIgnore, ...] = ()


def collect(
    tree: Tree,
    extractors: list[Extractor],
    texts: TextReader | None,
    *,
    prefix: str = "",
    progress: Progress | None = None,
) -> Collected:
    """Return what the files of one input say, texts included when there is a reader for them.

    `prefix` keeps the paths of several inputs apart.
    """
    if texts is None:
        extractors = [each for each in extractors if each.name not in _READERS_OF_PROSE]
    walk = _Walk(tree, extractors, texts, prefix)
    for file in tree.files():
        if isinstance(tree, SingleFile):
            walk.read(file, progress, alias=_bill(file))
            walk.read_as_text(file)
        else:
            walk.read(file, progress)
    for home in tree.homes():
        walk.take(home, "", "")
    problems = [*walk.problems, *(prefixed_problem(each, prefix) for each in tree.problems())]
    return Collected(
        walk.collector.finish(), walk.readings, tuple(problems), walk.files, walk.unfinished, tuple(walk.ignores)
    )


def _bill(file: SourceFile) -> str | None:
    """Return the usual name of a bill of materials for a file that is one, whatever it is called."""
    try:
        name = guess(file.head(LOOK))
    except ReadError:
        return None
    return name if name in BILLS else None


class _Walk:
    def __init__(self, tree: Tree, extractors: list[Extractor], texts: TextReader | None, prefix: str) -> None:
        self.collector = Collector(tree.root_name, given=tree.given, first_party=tree.first_party, top=prefix)
        self.readings: dict[str, TextReading] = {}
        self.problems: list[Problem] = []
        self.unfinished: dict[str, tuple[Remark, ...]] = {}
        self.ignores: list[InlineIgnore] = []
        self._tree = tree
        self._own = tree.first_party
        self.files = 0
        self._spoke = False
        self._dispatch = Dispatch(each for each in extractors if tree.first_party or not each.first_party)
        self._texts = texts
        self._prefix = prefix

    def read(self, file: SourceFile, progress: Progress | None, *, alias: str | None = None) -> None:
        """Offer a file to the extractors that want its path, or the name that fits what is in it."""
        path = file.where
        wanting = self._dispatch.wanting(path)
        if alias is not None:
            wanting = sorted({*wanting, *self._dispatch.wanting(alias)}, key=lambda each: each.name)
        if wanting and is_kept_copy(path):
            wanting = [each for each in wanting if not each.first_party]
        if not wanting:
            return
        if progress is not None:
            progress(self.files, path)
        self.files += 1
        for extractor in wanting:
            found = None
            for found in self._extract(extractor, file, path):
                self.take(found, path, extractor.name)
                if isinstance(found, _STATEMENTS) and found.form is Form.TEXT:
                    self._read_text(found, file)
            if extractor.name == CARDS and found is not None:
                self._finished(file, path, TextReading(restricted=Restricted.UNKNOWN))

    def _extract(self, extractor: Extractor, file: SourceFile, path: str) -> Iterator[Found]:
        try:
            yield from extractor.extract(file)
        except ReadError as fault:
            self._problem(fault.place or path, fault.line, fault.problem, fault.hint)
        except (RecursionError, MemoryError):
            self._problem(path, None, "the file is nested too deeply or is too large to read", "look at it by hand")
        except Exception as fault:  # noqa: BLE001 -- one bad file must not cost the report of all the others
            reason = f"{extractor.name} failed on this file: {type(fault).__name__}: {fault}"
            self._problem(path, None, reason, "this is a fault in rail; please report it with the file")

    def read_as_text(self, file: SourceFile) -> None:
        """Take the one document that the user named for a licence text when no format is known for it."""
        if self._spoke or file.path.suffix.lower() not in _PROSE:
            return
        path = file.where
        found = Unowned(
            form=Form.TEXT,
            role=Role.OBSERVED,
            statement=path,
            source="files/licensefile",
            location=Location(path=path),
        )
        self.files = max(self.files, 1)
        self.take(found, path, found.source)
        self._read_text(found, file)

    def take(self, found: Found, path: str, source: str) -> None:
        """Hand a finding on, its places under the prefix of this input."""
        if isinstance(found, InlineIgnore):
            if isinstance(self._tree, Directory) and self._tree.is_of_others(path):
                return
            self.ignores.append(replace(found, location=_place(found.location, self._prefix)))
            return
        if not self._spoke:
            self._spoke = not source.startswith("references/")
        if self._prefix:
            found, path = prefixed(found, self._prefix), self._prefix + path
        self.collector.add(found, path, source)

    def _read_text(self, found: Evidence | Unowned, file: SourceFile) -> None:
        key = self._prefix + found.statement
        if self._texts is None or key in self.readings:
            return
        try:
            self.readings[key] = self._texts.read(file, found.statement, header=found.source == HEADER_SOURCE)
        except ReadError as fault:
            self.readings[key] = TextReading(restricted=Restricted.UNKNOWN, problems=(fault.problem,))
            self._problem(found.statement, fault.line, fault.problem, fault.hint)
        if found.statement == file.where and found.source != HEADER_SOURCE:
            self._finished(file, found.statement, self.readings[key])

    def _finished(self, file: SourceFile, path: str, reading: TextReading) -> None:
        """Note what is left open in a text or card of the project's own."""
        of_others = not self._own or is_installed(file.where) or is_copy(file.path)
        if self._texts is None or of_others or self._prefix + path in self.unfinished:
            return
        try:
            self.unfinished[self._prefix + path] = unfinished(file, reading, self._texts)
        except ReadError:  # the reading has told already that it cannot be read
            return

    def _problem(self, path: str, line: int | None, message: str, hint: str) -> None:
        where = Location(path=self._prefix + path, line=line)
        self.problems.append(Problem(location=where, message=message, hint=hint))


def prefixed(found: _FoundT, prefix: str) -> _FoundT:
    """Return a finding with its paths under `prefix`."""
    if not prefix:
        return found
    if isinstance(found, Component):
        return replace(found, locations=tuple(_place(each, prefix) for each in found.locations))
    if isinstance(found, Home):
        return replace(found, path=(prefix + found.path).strip("/"))
    if isinstance(found, Edge):
        return replace(found, location=_place(found.location, prefix) if found.location else None)
    statement = prefix + found.statement if found.form is Form.TEXT else found.statement
    location = _place(found.location, prefix) if found.location else None
    return replace(found, statement=statement, location=location)


def _place(location: Location, prefix: str) -> Location:
    return replace(location, path=prefix + location.path)


def prefixed_problem(problem: Problem, prefix: str) -> Problem:
    """Return a problem with its place under `prefix`."""
    return replace(problem, location=_place(problem.location, prefix)) if prefix else problem

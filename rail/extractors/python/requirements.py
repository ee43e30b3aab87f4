"""pip's requirements files: `requirements*.txt`, `*-requirements.txt`, `requirements/*.txt`, and their `.in` sources.

Reads names, exact pins, URLs, `-r` includes, pins from `-c` constraints, and the `# via` notes of pip-compile and uv,
which tell what asked for a package. Markers are not evaluated: every line counts, with the platforms that its marker
names. An `.in` file with a compiled `.txt` beside it is not read. The format holds no licences.
https://pip.pypa.io/en/stable/reference/requirements-file-format/
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Kind, Location
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import Requirement, asking, read_requirement
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

MAX_INCLUDED = 200
"""How many files one file may include, directly or not."""
MAX_FORKS = 64
"""How many versions of one package are linked to what they ask for: an honest file holds a handful."""
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_OPTION = re.compile(r"(-[rce]|--requirement|--constraint|--editable)(?:\s+|=)?(\S.*)?$")
_PER_REQUIREMENT = re.compile(r"\s--(?:hash|config-settings?|global-option|install-option|no-binary|only-binary)\b")
_LOCAL = re.compile(r"(?:\.{0,2}/|\.{1,2}$|[A-Za-z]:\\|file:|[\w.-]+/)|.*\.(?:whl|tar\.gz|zip)\b")
_VIA_NOTE = re.compile(r"#\s*via\b\s*(.*)")
_GROUPS = re.compile(
    r"\b(dev|develop|development|tests?|testing|docs?|lint|linting|ci|build|typing|bench)\b", re.IGNORECASE
)


class _Line(NamedTuple):
    """A logical line without comments, its first physical line (from 1), and what its `# via` note names."""

    text: str
    line: int
    via: tuple[str, ...]


class _Wanted(NamedTuple):
    """A requirement, where it stands, and what asked for it."""

    requirement: Requirement
    where: Location
    groups: tuple[str, ...]
    via: tuple[str, ...]
    platforms: tuple[str, ...]


@extractor(
    "requirements*.txt",
    "*-requirements.txt",
    "*_requirements.txt",
    "requirements/*.txt",
    "requirements*.in",
    "*-requirements.in",
    "requirements/*.in",
)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per requirement, and what wants it."""
    if file.path.suffix.lower() == ".in" and file.beside(f"{file.path.stem}.txt"):
        return
    reader = _Reader()
    reader.read(file)
    identities: dict[str, set[Purl]] = {}
    for each in reader.wanted:
        if len(forks := identities.setdefault(_key(each.requirement.name), set())) < MAX_FORKS:
            forks.add(reader.identity(each.requirement))
    for each in reader.wanted:
        target = reader.identity(each.requirement)
        yield Component(
            purl=target,
            kind=Kind.PACKAGE,
            name=each.requirement.name,
            version=reader.version(each.requirement),
            wanted=None if reader.version(each.requirement) else each.requirement.wanted,
            groups=each.groups,
            platforms=each.platforms,
            locations=(each.where,),
        )
        asked_by = (identities.get(_key(name), {OWNER}) for name in each.via or ("",))
        for source in sorted(set().union(*asked_by) - {target}):
            yield asking(source, each.requirement, target, each.where)
    if reader.faults:
        first = reader.faults[0]
        more = f" (and {len(reader.faults) - 1} more)" if len(reader.faults) > 1 else ""
        raise ReadError(first.problem + more, place=first.place, hint=first.hint, line=first.line)


class _Reader:
    """Follows includes, each file once, and collects what they ask for and what could not be read."""

    def __init__(self) -> None:
        self.wanted: list[_Wanted] = []
        self.faults: list[ReadError] = []
        self._pins: dict[str, str] = {}
        self._seen: set[tuple[str, bool]] = set()

    def read(self, first: SourceFile) -> None:
        pending: list[tuple[SourceFile, bool]] = [(first, False)]
        while pending:
            file, constraint = pending.pop()
            if (str(file.path), constraint) in self._seen:
                continue
            if len(self._seen) >= MAX_INCLUDED:
                self.faults.append(ReadError(f"includes more than {MAX_INCLUDED} files", place=str(first.path)))
                return
            self._seen.add((str(file.path), constraint))
            try:
                text = file.text()
            except ReadError as fault:
                self.faults.append(fault)
                continue
            for line in _logical_lines(text):
                pending.extend(self._take(file, line, constraint))

    def version(self, requirement: Requirement) -> str | None:
        return requirement.version or (None if requirement.url else self._pins.get(_key(requirement.name)))

    def identity(self, requirement: Requirement) -> Purl:
        return requirement._replace(version=self.version(requirement)).purl

    def _take(self, file: SourceFile, line: _Line, constraint: bool) -> Iterator[tuple[SourceFile, bool]]:
        """Record a line; yield the file that it includes, and whether as a constraint."""
        option = _OPTION.match(line.text)
        text = line.text
        if option and option[1] not in {"-e", "--editable"}:
            name = (option[2] or "").strip()
            included = file.beside(name) if name and "://" not in name else None
            if included is None:
                self._fault(file, line, f"includes {name or 'nothing'}, which is not in the input")
            else:
                yield included, constraint or option[1] in {"-c", "--constraint"}
            return
        if option:
            text = option[2] or ""
        elif text.startswith("-"):
            return
        self._add(file, line, _PER_REQUIREMENT.split(text, maxsplit=1)[0].strip(), constraint)

    def _add(self, file: SourceFile, line: _Line, text: str, constraint: bool) -> None:
        requirement = read_requirement(text)
        if requirement is None:
            if not _LOCAL.match(text):
                self._fault(file, line, "not a requirement")
        elif constraint:
            if requirement.version:
                self._pins.setdefault(_key(requirement.name), requirement.version)
        else:
            groups = tuple(sorted({found.lower() for found in _GROUPS.findall(file.path.stem.replace("_", "-"))}))
            where = Location(path=str(file.path), line=line.line)
            self.wanted.append(_Wanted(requirement, where, groups, line.via, platforms(text.rpartition(";")[2])))

    def _fault(self, file: SourceFile, line: _Line, problem: str) -> None:
        hint = "the other lines were read"
        self.faults.append(ReadError(problem, place=str(file.path), hint=hint, line=line.line))


def _logical_lines(text: str) -> Iterator[_Line]:
    """Yield the statements of a file; a note about where a requirement comes from may follow on lines of its own."""
    statement: _Line | None = None
    parts: list[str] = []
    start = 0
    in_note = False
    for number, physical in enumerate(text.split("\n"), 1):
        bare = physical.strip()
        if bare.startswith("#") and not parts:
            note = _VIA_NOTE.match(bare)
            in_note = bool(note) or (in_note and bare.startswith("#   "))
            if statement and in_note:
                statement = statement._replace(via=statement.via + _names(note[1] if note else bare[1:]))
            continue
        in_note = False
        note = _VIA_NOTE.search(bare)
        code = _COMMENT.sub("", physical).strip()
        start = start if parts else number
        if code.endswith("\\"):
            parts.append(code[:-1])
            continue
        joined = " ".join([*parts, code]).strip()
        parts.clear()
        if joined:
            if statement:
                yield statement
            statement = _Line(joined, start, _names(note[1]) if note else ())
    if parts and (joined := " ".join(parts).strip()):
        if statement:
            yield statement
        statement = _Line(joined, start, ())
    if statement:
        yield statement


def _names(note: str) -> tuple[str, ...]:
    """Return what a `# via` note names; a file stands for the project, except a constraint, which asks for nothing."""
    return tuple(part.strip() for part in note.split(",") if part.strip() and not part.strip().startswith("-c "))


def _key(name: str) -> str:
    return purl("pypi", name.strip()) if name.strip() else ""

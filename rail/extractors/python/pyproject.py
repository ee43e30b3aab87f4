"""`pyproject.toml`: who the project is, what it declares as its licence, and what it depends on.

Reads `[project]`, `[dependency-groups]`, `[build-system]` and the tables of Poetry, PDM, uv and Hatch. Where a
lockfile that rail reads stands beside it, dependencies come from there; here only the edges to them are yielded. A
licence text in the manifest itself is evidence of form text whose statement is `<path>#/project/license/text`;
`license_field` returns it.
https://packaging.python.org/specifications/pyproject-toml/
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.python._manifest import own_purl
from rail.extractors.python._requirement import NAME, Requirement, clean_url, read_requirement
from rail.extractors.python._toml import Table, read_toml, string, strings, table, tables
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

SOURCE = "python/pyproject"
NAME_LENGTH = 200
_LOCKS = ("uv.lock", "pylock.toml")
_LEVELS = 4
MAX_GLOBS = 50
"""How many entries of `license-files` are followed."""
_SEARCHED = 200_000
"""In a larger document, finding the line of every dependency would take too long."""
_CALLED_SO = re.compile(r"licen[cs]e|copying|notice|unlicense", re.IGNORECASE)
_EXACT = re.compile(r"(?:==\s*)?(\d[A-Za-z0-9.!+_-]*)\Z")


class _Wanted(NamedTuple):
    """A dependency, and the extra or group that it is wanted for (`None`: always)."""

    requirement: Requirement
    group: str | None
    text: str


@extractor("pyproject.toml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its home and declared licence, and its dependencies unless a lockfile has them."""
    if file.beside("PKG-INFO"):
        return  # a source distribution: its metadata says the same, built
    text = file.text()
    document = read_toml(file, text)
    project = table(document.get("project"))
    poetry = table(table(document.get("tool")).get("poetry"))
    owner = OWNER
    name = string(project.get("name")) or string(poetry.get("name"))
    if name and NAME.fullmatch(name):
        version = string(project.get("version")) or string(poetry.get("version"))
        owner = own_purl(name, version)
        where = Location(path=str(file.path), line=_line(text, f'name = "{name}"'))
        yield Component(purl=owner, kind=Kind.CODE, name=name, version=version, locations=(where,), root=True)
        yield Home(path="" if str(file.path.parent) == "." else str(file.path.parent), component=owner)
    yield from _licenses(file, text, owner, project, poetry)
    locked = any(file.beside(lock) for lock in _LOCKS) or _is_member(file)
    tool = table(document.get("tool"))
    sources = table(table(tool.get("uv")).get("sources"))
    for wanted in [*_dependencies(document, project), *_tool_dependencies(tool, poetry)]:
        placed = _placed(wanted, sources)
        if placed is not None and (name is None or purl("pypi", wanted.requirement.name) != purl("pypi", name)):
            yield from _found(file, text, owner, placed, locked=locked)
    if name and owner == OWNER:
        raise ReadError("the project's name is not valid", place=str(file.path), hint="letters, digits, . _ - only")


def license_field(manifest: str) -> str | None:
    """Return the licence text that the manifest itself holds (`project.license.text`); `None` when it holds none."""
    import tomli  # noqa: PLC0415 -- only for projects that have such a file

    try:
        project = table(tomli.loads(manifest).get("project"))
    except (ValueError, RecursionError):
        return None  # whoever yielded the evidence has read the document and said what is wrong with it
    return string(table(project.get("license")).get("text"))


def _found(file: SourceFile, text: str, owner: Purl, wanted: _Wanted, *, locked: bool) -> Iterator[Found]:
    requirement = wanted.requirement
    where = Location(path=str(file.path), line=_line(text, f'"{wanted.text}"', f"'{wanted.text}'", f"\n{wanted.text} "))
    target = requirement.purl
    if not locked or wanted.group == "build":
        groups = (wanted.group,) if wanted.group else ()
        yield Component(
            purl=target,
            kind=Kind.PACKAGE,
            name=requirement.name,
            version=requirement.version,
            groups=groups,
            locations=(where,),
        )
    if target != owner:
        yield Edge(source=owner, relation=Relation.DEPENDS_ON, target=target, location=where)


def _placed(wanted: _Wanted, sources: Table) -> _Wanted | None:
    """Return the dependency with the place that `[tool.uv.sources]` gives it; `None` when that is the project's own."""
    settings = sources.get(wanted.requirement.name)
    for source in tables(settings) or [table(settings)]:
        if source.get("workspace") is True or "path" in source:
            return None
        git, link = string(source.get("git")), string(source.get("url"))
        if git or link:
            url = clean_url(f"git+{git}" if git else link or "")
            return wanted._replace(requirement=wanted.requirement._replace(url=url))
    return wanted


def _is_member(file: SourceFile) -> bool:
    """Answer whether a uv lockfile further up lists this folder as a member of its workspace."""
    parts = file.path.parent.parts
    for level in range(1, min(_LEVELS, len(parts)) + 1):
        lock = file.beside("../" * level + "uv.lock")
        if lock is not None:
            try:
                return f'"{"/".join(parts[-level:])}"' in lock.text()
            except ReadError:
                return False
    return False


def _licenses(file: SourceFile, text: str, owner: Purl, project: Table, poetry: Table) -> Iterator[Evidence]:
    path = str(file.path)
    where = Location(path=path, line=_line(text, "license"))
    declared = project.get("license")
    if expression := string(declared):
        yield _declared(owner, Form.EXPRESSION, expression, where)
    fields = table(declared)
    if words := string(fields.get("text")):
        if "\n" in words or len(words) > NAME_LENGTH:
            place = Location(path=path, line=where.line, pointer="/project/license/text")
            yield _declared(owner, Form.TEXT, f"{path}#/project/license/text", place)
        else:
            yield _declared(owner, Form.NAME, words, where)
    if (named := string(fields.get("file"))) and (shipped := file.beside(named)) is not None:
        yield _declared(owner, Form.TEXT, str(shipped.path), where)
    if words := string(poetry.get("license")):
        yield _declared(owner, Form.NAME, words[: NAME_LENGTH * 10], where)
    for classifier in [*strings(project.get("classifiers")), *strings(poetry.get("classifiers"))]:
        if classifier.startswith("License ::"):
            place = Location(path=path, line=_line(text, classifier))
            yield _declared(owner, Form.CLASSIFIER, classifier, place)
    for shipped_path in _license_files(file, strings(project.get("license-files"))):
        yield _declared(owner, Form.TEXT, shipped_path, where)


def _license_files(file: SourceFile, globs: list[str]) -> list[str]:
    """Return paths of the files that `license-files` names and whose own names would not tell what they are."""
    found: set[str] = set()
    below = file.names_beside() if any("*" in glob for glob in globs) else ()
    for glob in globs[:MAX_GLOBS]:
        names = [glob] if "*" not in glob else [name for name in below if fnmatchcase(name, glob.replace("**/", "*"))]
        for name in names:
            if not _CALLED_SO.search(name.rpartition("/")[2]) and (shipped := file.beside(name)) is not None:
                found.add(str(shipped.path))
    return sorted(found)


def _declared(owner: Purl, form: Form, statement: str, where: Location) -> Evidence:
    return Evidence(component=owner, form=form, role=Role.DECLARED, statement=statement, source=SOURCE, location=where)


def _dependencies(document: Table, project: Table) -> Iterator[_Wanted]:
    """Yield what the standard tables ask for."""
    yield from _read(project.get("dependencies"), None)
    for extra, entries in table(project.get("optional-dependencies")).items():
        yield from _read(entries, extra)
    for group, entries in table(document.get("dependency-groups")).items():
        yield from _read(entries, group)
    yield from _read(table(document.get("build-system")).get("requires"), "build")


def _tool_dependencies(tool: Table, poetry: Table) -> Iterator[_Wanted]:
    """Yield what the tables of single tools ask for."""
    yield from _read(table(tool.get("uv")).get("dev-dependencies"), "dev")
    for group, entries in table(table(tool.get("pdm")).get("dev-dependencies")).items():
        yield from _read(entries, group)
    for environment, settings in table(table(tool.get("hatch")).get("envs")).items():
        for key in ("dependencies", "extra-dependencies"):
            yield from _read(table(settings).get(key), environment)
    yield from _read_poetry(poetry.get("dependencies"), None)
    yield from _read_poetry(poetry.get("dev-dependencies"), "dev")
    for group, settings in table(poetry.get("group")).items():
        yield from _read_poetry(table(settings).get("dependencies"), group)


def _read(entries: object, group: str | None) -> Iterator[_Wanted]:
    for text in strings(entries):
        requirement = read_requirement(text)
        if requirement is not None:
            yield _Wanted(requirement, group, text)


def _read_poetry(entries: object, group: str | None) -> Iterator[_Wanted]:
    """Read Poetry's own notation: a table of name to constraint, where a bare version is an exact one."""
    for name, value in table(entries).items():
        if name.lower() == "python" or not NAME.fullmatch(name):
            continue
        for settings in tables(value) or [value]:
            fields = table(settings)
            if "path" in fields:
                continue
            exact = _EXACT.match(string(settings) or string(fields.get("version")) or "")
            git, link = string(fields.get("git")), string(fields.get("url"))
            url = f"git+{git}" if git else link
            requirement = Requirement(name, exact[1] if exact else None, clean_url(url) if url else None, None)
            yield _Wanted(requirement, group, name)


def _line(text: str, *needles: str) -> int | None:
    """Return the line (from 1) on which the first of the spellings that occurs first stands."""
    for needle in needles if len(text) < _SEARCHED else ():
        at = text.find(needle)
        if at >= 0:
            return text.count("\n", 0, at + 1) + 1
    return None

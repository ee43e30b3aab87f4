"""`pyproject.toml`: who the project is, what it declares as its licence, and what it depends on.

Reads `[project]`, `[dependency-groups]`, `[build-system]` and the tables of Poetry, PDM, uv and Hatch. What a
lockfile beside it holds comes from there, with its version; here only the edges to it are yielded. A licence text in
the manifest itself is evidence of form text whose statement is `<path>#/project/license/text`;
`license_field` returns it.
https://packaging.python.org/specifications/pyproject-toml/
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.python._manifest import locked_names, names_in_lock, normal, whose
from rail.extractors.python._requirement import NAME, asking, clean_url
from rail.extractors.python._toml import string, strings, table, tables
from rail.extractors.python._wanted import Wanted, wanted
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table, read_toml
from rail.sources.spi import SourceFile

SOURCE = "python/pyproject"
NAME_LENGTH = 200
_LEVELS = 4
MAX_GLOBS = 50
"""How many entries of `license-files` are followed."""
_SEARCHED = 200_000
"""In a larger document, finding the line of every dependency would take too long."""
_CALLED_SO = re.compile(r"licen[cs]e|copying|notice|unlicense", re.IGNORECASE)


@extractor("pyproject.toml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its home and declared licence, and its dependencies unless a lockfile has them."""
    if file.beside("PKG-INFO"):
        return  # a source distribution: its metadata says the same, built
    text = file.text()
    document = read_toml(text, str(file.path))
    project = table(document.get("project"))
    poetry = table(table(document.get("tool")).get("poetry"))
    owner = OWNER
    name = string(project.get("name")) or string(poetry.get("name"))
    if name and NAME.fullmatch(name):
        version = string(project.get("version")) or string(poetry.get("version"))
        owner, described = whose(file, name, version, _line(text, f'name = "{name}"'))
        yield from described
    yield from _licenses(file, text, owner, project, poetry)
    locked = locked_names(file) | _locked_above(file)
    sources = table(table(table(document.get("tool")).get("uv")).get("sources"))
    for each in wanted(document):
        placed = _placed(each, sources)
        if placed is not None and (name is None or normal(each.requirement.name) != normal(name)):
            yield from _found(file, text, owner, placed, locked=normal(each.requirement.name) in locked)
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


def _found(file: SourceFile, text: str, owner: Purl, wish: Wanted, *, locked: bool) -> Iterator[Found]:
    requirement = wish.requirement
    where = Location(path=str(file.path), line=_line(text, f'"{wish.text}"', f"'{wish.text}'", f"\n{wish.text} "))
    target = requirement.purl
    if not locked or wish.group == "build":
        groups = (wish.group,) if wish.group else ()
        yield Component(
            purl=target,
            kind=Kind.PACKAGE,
            name=requirement.name,
            version=requirement.version,
            wanted=requirement.wanted,
            groups=groups,
            locations=(where,),
        )
    if target != owner:
        yield asking(owner, requirement, target, where, locked=locked and wish.group != "build")


def _placed(wish: Wanted, sources: Table) -> Wanted | None:
    """Return the dependency with the place that `[tool.uv.sources]` gives it; `None` when that is the project's own."""
    settings = sources.get(wish.requirement.name)
    for source in tables(settings) or [table(settings)]:
        if source.get("workspace") is True or "path" in source:
            return None
        git, link = string(source.get("git")), string(source.get("url"))
        if git or link:
            url = clean_url(f"git+{git}" if git else link or "")
            return wish._replace(requirement=wish.requirement._replace(url=url))
    return wish


def _locked_above(file: SourceFile) -> frozenset[str]:
    """Return the names in a uv lockfile further up that lists this folder as a member of its workspace."""
    parts = file.path.parent.parts
    for level in range(1, min(_LEVELS, len(parts)) + 1):
        lock = file.beside("../" * level + "uv.lock")
        if lock is not None:
            try:
                text = lock.text()
            except ReadError:
                return frozenset()
            return names_in_lock(text) if f'"{"/".join(parts[-level:])}"' in text else frozenset()
    return frozenset()


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


def _line(text: str, *needles: str) -> int | None:
    """Return the line (from 1) on which the first of the spellings that occurs first stands."""
    for needle in needles if len(text) < _SEARCHED else ():
        at = text.find(needle)
        if at >= 0:
            return text.count("\n", 0, at + 1) + 1
    return None

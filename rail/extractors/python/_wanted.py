"""What a `pyproject.toml` asks for: the standard tables, and those of Poetry, PDM, uv and Hatch."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.errors import ReadError
from rail.extractors.python._requirement import NAME, Requirement, clean_url, read_requirement
from rail.extractors.python._toml import string, strings, table, tables
from rail.extractors.tomldocument import Table, read_toml
from rail.sources.spi import SourceFile

_EXACT = re.compile(r"(?:==\s*)?(\d[A-Za-z0-9.!+_-]*)\Z")
_EXTRAS = re.compile(r"[A-Za-z0-9._-]+\s*\[([^\[\]]*)\]")


class Wanted(NamedTuple):
    """A dependency, and the extra or group that it is wanted for (`None`: always)."""

    requirement: Requirement
    group: str | None
    text: str
    extras: str = ""


def wanted(document: Table) -> Iterator[Wanted]:
    """Yield every dependency of the project; what only its build needs is in the group `build`."""
    project, tool = table(document.get("project")), table(document.get("tool"))
    yield from _read(project.get("dependencies"), None)
    for extra, entries in table(project.get("optional-dependencies")).items():
        yield from _read(entries, extra)
    for group, entries in table(document.get("dependency-groups")).items():
        yield from _read(entries, group)
    yield from _read(table(document.get("build-system")).get("requires"), "build")
    yield from _of_tools(tool)


def manifest_beside(file: SourceFile) -> Table | None:
    """Return the `pyproject.toml` in the folder of `file`; `None` when there is none that can be read."""
    manifest = file.beside("pyproject.toml")
    if manifest is None:
        return None
    try:
        return read_toml(manifest.text(), str(manifest.path))
    except ReadError:
        return None  # the manifest's own extractor says what is wrong with it


def extras_of(text: str) -> str:
    """Return the extras that a dependency specifier names, sorted, joined by commas."""
    found = _EXTRAS.match(text.strip())
    return ",".join(sorted(each.strip().lower() for each in found[1].split(","))) if found else ""


def _of_tools(tool: Table) -> Iterator[Wanted]:
    """Yield what the tables of single tools ask for."""
    poetry = table(tool.get("poetry"))
    yield from _read(table(tool.get("uv")).get("dev-dependencies"), "dev")
    for group, entries in table(table(tool.get("pdm")).get("dev-dependencies")).items():
        yield from _read(entries, group)
    for environment, settings in table(table(tool.get("hatch")).get("envs")).items():
        for key in ("dependencies", "extra-dependencies"):
            yield from _read(table(settings).get(key), environment)
    extras = {name: extra for extra, names in table(poetry.get("extras")).items() for name in strings(names)}
    yield from _read_poetry(poetry.get("dependencies"), None, extras)
    yield from _read_poetry(poetry.get("dev-dependencies"), "dev", {})
    for group, settings in table(poetry.get("group")).items():
        yield from _read_poetry(table(settings).get("dependencies"), group, {})


def _read(entries: object, group: str | None) -> Iterator[Wanted]:
    for text in strings(entries):
        requirement = read_requirement(text)
        if requirement is not None:
            yield Wanted(requirement, group, text, extras_of(text))


def _read_poetry(entries: object, group: str | None, extras: dict[str, str]) -> Iterator[Wanted]:
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
            optional = extras.get(name, "optional") if fields.get("optional") is True else None
            yield Wanted(requirement, group or optional, name)

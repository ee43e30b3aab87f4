"""Standard Python lockfiles: `pylock.toml` and `pylock.<name>.toml`, lock version 1.

Reads every locked package, the edges where the tool that wrote it recorded them, and the extras, dependency
groups and platforms that a package's marker asks for. The format holds no licences.
https://packaging.python.org/specifications/pylock-toml/
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.python._manifest import own_purl, own_version
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.python._toml import block_lines, read_lock, string, table, tables
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table
from rail.sources.spi import SourceFile

MAX_FORKS = 64
"""How many versions of one package its dependants are linked to: an honest lockfile holds a handful."""
_GROUP = re.compile(r"['\"]([^'\"]{1,100})['\"]\s+in\s+(?:dependency_groups|extras)\b")


@extractor("pylock.toml", "pylock.*.toml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    text = file.text()
    lock, fault = read_lock(text, str(file.path), "[[packages]]")
    entries = tables(lock.get("packages"))
    lines = block_lines(text, "[[packages]]")
    found = [
        (entry, name, lines[number] if len(lines) >= len(entries) else None)
        for number, entry in enumerate(entries)
        if (name := string(entry.get("name"))) and NAME.fullmatch(name)
    ]
    identities = {id(entry): _identity(file, entry, name) for entry, name, _ in found}
    by_name: dict[str, list[Table]] = {}
    for entry, name, _ in found:
        if len(forks := by_name.setdefault(name, [])) < MAX_FORKS:
            forks.append(entry)
    for entry, name, line in found:
        where = Location(path=str(file.path), line=line)
        own = isinstance(entry.get("directory"), dict)
        identity = identities[id(entry)]
        yield Component(
            purl=identity,
            kind=Kind.CODE if own else Kind.PACKAGE,
            name=name,
            version=string(entry.get("version")),
            groups=tuple(sorted(set(_GROUP.findall(string(entry.get("marker")) or "")))),
            platforms=platforms(string(entry.get("marker"))),
            locations=(where,),
            root=_root(entry),
        )
        if not own:
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=identity, location=where)
        for target in _targets(entry, by_name, identities):
            yield Edge(source=identity, relation=Relation.DEPENDS_ON, target=target, location=where)
    if fault is not None:
        raise fault
    if not str(lock.get("lock-version", "")).startswith("1."):
        hint = "entries may be missing"
        raise ReadError(f"lock-version {lock.get('lock-version')!r}, expected 1.x", place=str(file.path), hint=hint)
    if not isinstance(lock.get("packages", []), list) or len(found) < len(lock.get("packages", [])):
        raise ReadError("a package without a valid name", place=str(file.path), hint="the others were read")


def _root(entry: Table) -> bool:
    """Answer whether an entry is the project in the folder of the lock; members of a workspace lie in their own."""
    return isinstance(entry.get("directory"), dict) and (string(entry["directory"].get("path")) or ".") in (".", "./")


def _identity(file: SourceFile, entry: Table, name: str) -> Purl:
    version = string(entry.get("version"))
    if isinstance(entry.get("directory"), dict):
        folder = string(table(entry.get("directory")).get("path")) or "."
        return own_purl(name, own_version(file, folder) or version)
    vcs = table(entry.get("vcs"))
    if (url := string(vcs.get("url"))) and "://" in url:
        commit = string(vcs.get("commit-id"))
        return located_purl(
            name, version, f"{string(vcs.get('type')) or 'git'}+{url}" + (f"@{commit}" if commit else "")
        )
    return located_purl(name, version, string(table(entry.get("archive")).get("url")))


def _targets(entry: Table, by_name: dict[str, list[Table]], identities: dict[int, Purl]) -> list[Purl]:
    """Return what the entry's `dependencies` mean: tables that name just enough to tell one package."""
    targets: set[Purl] = set()
    for wanted in tables(entry.get("dependencies")):
        name = string(wanted.get("name"))
        candidates = by_name.get(name, []) if name else []
        version = wanted.get("version")
        exact = [each for each in candidates if version is None or each.get("version") == version]
        targets.update(identities[id(each)] for each in exact or candidates)
    return sorted(targets)

"""PDM's lockfiles: `pdm.lock`, lock versions 4.x.

Reads every locked package, its platforms and groups (where the strategy `inherit_metadata` wrote them), and the edges,
matched by name and extras. A package with extras has an entry of its own beside the plain one; both are one component.
What the project itself asks for is in the manifest beside it; without one, it is what no other package explains. The
format holds no licences.
https://github.com/pdm-project/pdm/blob/main/src/pdm/project/lockfile/pdmlock.py
"""

from collections.abc import Iterator

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.python._locked import Locked, graph
from rail.extractors.python._manifest import normal, own_purl, own_version
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.python._toml import block_lines, read_lock, string, strings, table, tables
from rail.extractors.python._wanted import extras_of
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table
from rail.sources.spi import SourceFile

_HEADER = "[[package]]"


@extractor("pdm.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    text = file.text()
    lock, fault = read_lock(text, str(file.path), _HEADER)
    listed = lock.get("package", [])
    raw, lines = tables(listed), block_lines(text, _HEADER)
    entries = [
        entry
        for number, each in enumerate(raw)
        if (entry := _entry(file, each, lines[number] if len(lines) >= len(raw) else None)) is not None
    ]
    yield from graph(file, entries)
    if fault is not None:
        raise fault
    metadata = table(lock.get("metadata"))
    version = str(metadata.get("lock_version", ""))
    if not version.startswith("4."):
        problem = f"lock_version {version or 'missing'}, expected 4.x"
        raise ReadError(problem, place=str(file.path), hint="entries may be missing; `pdm lock` writes the file anew")
    if not isinstance(listed, list) or len(entries) < len(listed):
        raise ReadError("a package without a valid name", place=str(file.path), hint="the others were read")


def _entry(file: SourceFile, raw: Table, line: int | None) -> Locked | None:
    name, version = string(raw.get("name")), string(raw.get("version"))
    if name is None or not NAME.fullmatch(name):
        return None
    folder = string(raw.get("path"))
    own = folder is not None and not folder.endswith((".whl", ".tar.gz", ".zip"))
    if own and folder is not None:
        version = own_version(file, folder) or version
    return Locked(
        purl=own_purl(name, version) if own else located_purl(name, version, _url(raw)),
        kind=Kind.CODE if own else Kind.PACKAGE,
        name=name,
        version=version,
        line=line,
        wants=tuple(_wants(strings(raw.get("dependencies")))),
        groups=tuple(None if each == "default" else each for each in strings(raw.get("groups"))),
        platforms=platforms(string(raw.get("marker"))),
        extras=",".join(sorted(each.lower() for each in strings(raw.get("extras")))),
    )


def _wants(specifiers: list[str]) -> Iterator[tuple[str, str]]:
    for text in specifiers:
        named = NAME.match(text.strip())
        if named:
            yield normal(named[0]), extras_of(text)


def _url(raw: Table) -> str | None:
    if git := string(raw.get("git")):
        commit = string(raw.get("revision")) or string(raw.get("ref"))
        return f"git+{git}" + (f"@{commit}" if commit else "")
    return string(raw.get("url"))

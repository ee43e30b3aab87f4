"""Poetry's lockfiles: `poetry.lock`, lock versions 1.0 to 2.x (Poetry 1 and 2).

Reads every locked package (all forks), its groups, extras and platforms, and the edges, matched by name: the file gives
ranges, not versions. What the project itself asks for is in the manifest beside it; without one, it is what no other
package explains. The format holds no licences.
https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py
"""

from collections.abc import Iterator

from rail.domain.component import Kind, either_platform
from rail.errors import ReadError
from rail.extractors.python._locked import Locked, graph
from rail.extractors.python._manifest import normal, own_purl
from rail.extractors.python._marker import platforms
from rail.extractors.python._requirement import NAME, located_purl
from rail.extractors.python._toml import block_lines, read_lock, string, strings, table, tables
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table
from rail.sources.spi import SourceFile

_HEADER = "[[package]]"


@extractor("poetry.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    text = file.text()
    lock, fault = read_lock(text, str(file.path), _HEADER)
    listed = lock.get("package", [])
    raw, lines = tables(listed), block_lines(text, _HEADER)
    extras = {
        normal(name.partition(" ")[0].partition("[")[0]): extra
        for extra, names in table(lock.get("extras")).items()
        for name in strings(names)
    }
    entries = [
        entry
        for number, each in enumerate(raw)
        if (entry := _entry(each, lines[number] if len(lines) >= len(raw) else None, extras)) is not None
    ]
    yield from graph(file, entries)
    if fault is not None:
        raise fault
    version = str(table(lock.get("metadata")).get("lock-version", ""))
    if not version.startswith(("1.", "2.")):
        problem = f"lock-version {version or 'missing'}, expected 1.x or 2.x"
        raise ReadError(problem, place=str(file.path), hint="entries may be missing")
    if not isinstance(listed, list) or len(entries) < len(listed):
        raise ReadError("a package without a valid name", place=str(file.path), hint="the others were read")


def _entry(raw: Table, line: int | None, extras: dict[str, str]) -> Locked | None:
    name, version = string(raw.get("name")), string(raw.get("version"))
    if name is None or not NAME.fullmatch(name):
        return None
    source = table(raw.get("source"))
    own = source.get("type") == "directory"
    optional = raw.get("optional") is True
    return Locked(
        purl=own_purl(name, version) if own else located_purl(name, version, _url(source)),
        kind=Kind.CODE if own else Kind.PACKAGE,
        name=name,
        version=version,
        line=line,
        wants=tuple((normal(wanted), "") for wanted in table(raw.get("dependencies"))),
        groups=_groups(raw, extras.get(normal(name)), optional=optional),
        optional=optional,
        platforms=_platforms(raw),
    )


def _groups(raw: Table, extra: str | None, *, optional: bool) -> tuple[str | None, ...]:
    """Return the groups of an entry; Poetry 1 wrote a single category, and 1.5 to 1.8 nothing."""
    named = strings(raw.get("groups")) or [each for each in (string(raw.get("category")),) if each]
    if optional and "main" in named:
        named = [each for each in named if each != "main"] + ([extra] if extra else [])
    elif optional and extra and not named:
        named = [extra]
    return tuple(None if each == "main" else each for each in named)


def _platforms(raw: Table) -> tuple[str, ...]:
    """Return the platforms of an entry; Poetry 2 may give each of its groups a marker of its own."""
    markers = raw.get("markers")
    if not isinstance(markers, dict):
        return platforms(string(markers))
    return either_platform(platforms(string(markers.get(group))) for group in strings(raw.get("groups")) or markers)


def _url(source: Table) -> str | None:
    url = string(source.get("url"))
    if source.get("type") == "git" and url:
        commit = string(source.get("resolved_reference")) or string(source.get("reference"))
        return f"git+{url}" + (f"@{commit}" if commit else "")
    return url if source.get("type") == "url" else None

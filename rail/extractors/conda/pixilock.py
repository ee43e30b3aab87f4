"""pixi's lockfiles: `pixi.lock`, versions 4 to 6.

Reads every locked package, conda's and PyPI's, with the licence that the file carries for conda's, the environments that want
it, and the edges. Packages that stand in the environment `default` are in no group.
https://pixi.sh/latest/workspace/lockfile/
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from rail.domain.component import Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.errors import ReadError
from rail.extractors.conda._spec import VIRTUAL, conda_purl, read_spec
from rail.extractors.conda._yaml import Block, blocks, read_yaml, string, words
from rail.extractors.lockgraph import LockGraph
from rail.extractors.python._requirement import NAME, located_purl, read_requirement
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "conda/pixilock"
_ARCHIVE = re.compile(r"(?P<name>[A-Za-z0-9_][\w.-]*)-(?P<version>[^-/]+)-(?P<build>[^-/]+?)(?:\.conda|\.tar\.bz2)\Z")
_VERSIONS = frozenset({"4", "5", "6"})
_VCS = ("git+", "hg+", "svn+", "bzr+")


@extractor("pixi.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, its licence, and the edges."""
    lock = read_yaml(file)
    path, graph, skipped = str(file.path), LockGraph(str(file.path)), 0
    environments = _environments(lock)
    entries: list[tuple[str, Block]] = []
    for entry in blocks(lock.get("packages")):
        key = _take(graph, entry)
        if key is None:
            skipped += 1
        else:
            entries.append((key, entry))
    asked: set[str] = set()
    for key, entry in entries:
        for target in _wants(graph, entry):
            if target != key:
                graph.ask(key, target)
                asked.add(target)
    for key, entry in entries:
        groups = environments.get(_url(entry) or "", set())
        explained = key in asked
        for group in (None,) if "default" in groups or not groups else sorted(groups):
            if not explained:
                graph.ask("", key, group)
    yield from graph.found()
    for key, entry in entries:
        yield from _license(key, entry, path)
    listed = lock.get("packages")
    if lock.get("version") not in _VERSIONS:
        problem = f"pixi.lock of version {lock.get('version')}, expected 4 to 6"
        raise ReadError(problem, place=path, hint="entries may be missing")
    if skipped or not isinstance(listed, list):
        raise ReadError("a package without a name", place=path, hint="the others were read")


def _environments(lock: Block) -> dict[str, set[str]]:
    """Return the names of the environments that want a package, by its place."""
    wanting: dict[str, set[str]] = {}
    environments = lock.get("environments")
    for name, environment in environments.items() if isinstance(environments, Block) else ():
        platforms = environment.get("packages") if isinstance(environment, Block) else None
        for entries in platforms.values() if isinstance(platforms, Block) else ():
            for entry in blocks(entries):
                for url in (string(entry.get("conda")), string(entry.get("pypi"))):
                    if url:
                        wanting.setdefault(url, set()).add(name)
    return wanting


def _url(entry: Block) -> str | None:
    """Return where a package comes from, by which environments name it; before version 6 a field of its own."""
    return string(entry.get("conda")) or string(entry.get("pypi")) or string(entry.get("url"))


def _is_pypi(entry: Block) -> bool:
    return "pypi" in entry or entry.get("kind") == "pypi"


def _take(graph: LockGraph, entry: Block) -> str | None:
    """Add a package under the place that it comes from; return that key."""
    url = _url(entry) or string(entry.get("path"))
    name, version = string(entry.get("name")), string(entry.get("version"))
    if url is None:
        return None
    if not _is_pypi(entry):
        archive = _ARCHIVE.match(unquote(url.rpartition("/")[2]))
        if archive:
            name, version = name or archive["name"], version or archive["version"]
    if name is None or not NAME.fullmatch(name):
        return None
    if _is_pypi(entry):
        own = "://" not in url
        origin = url if url.startswith(_VCS) else None
        graph.add(
            url,
            located_purl(name, version, origin),
            name.lower(),
            version,
            line=entry.line,
            kind=Kind.CODE if own else Kind.PACKAGE,
        )
    else:
        graph.add(url, conda_purl(name, version), name.lower(), version, line=entry.line)
    return url


def _wants(graph: LockGraph, entry: Block) -> Iterator[str]:
    platform = _platform(_url(entry) or "")
    if _is_pypi(entry):
        names = [found.name.lower() for each in words(entry.get("requires_dist")) if (found := read_requirement(each))]
    else:
        names = [found.name for each in words(entry.get("depends")) if (found := read_spec(each))]
    for name in names:
        if not VIRTUAL.match(name):
            yield from (key for key in graph.named(name) if _platform(key) in (platform, "noarch", "") or not platform)


def _platform(url: str) -> str:
    """Return the platform of a conda archive; nothing for `noarch` and for what pip installs."""
    folder = url.rpartition("/")[0].rpartition("/")[2]
    return folder if "-" in folder and "://" in url else ""


def _license(key: str, entry: Block, path: str) -> Iterator[Evidence]:
    said = string(entry.get("license"))
    if said is None:
        return
    name = string(entry.get("name"))
    archive = _ARCHIVE.match(unquote(key.rpartition("/")[2]))
    version = string(entry.get("version")) or (archive["version"] if archive else None)
    owner = conda_purl(name or (archive["name"] if archive else ""), version)
    where = Location(path=path, line=getattr(entry["license"], "line", entry.line))
    yield Evidence(component=owner, form=Form.NAME, role=Role.DECLARED, statement=said, source=SOURCE, location=where)

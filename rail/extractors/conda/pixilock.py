"""pixi's lockfiles: `pixi.lock`, versions 4 to 6.

Reads every locked package, conda's and PyPI's, with the licence that the file carries for conda's, the environments
that want it, the platforms that alone need it, and the edges. Packages that stand in the environment `default` are
in no group.
https://pixi.sh/latest/workspace/lockfile/
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from rail.domain.component import Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.conda._spec import NAME, VIRTUAL, conda_purl, read_spec
from rail.extractors.conda._yaml import Block, blocks, read_yaml, string, words
from rail.extractors.lockgraph import LockGraph
from rail.extractors.python._requirement import located_purl, read_requirement
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

SOURCE = "conda/pixilock"
_ARCHIVE = re.compile(r"(?P<name>[A-Za-z0-9_][\w.-]*)-(?P<version>[^-/]+)-(?P<build>[^-/]+?)(?:\.conda|\.tar\.bz2)\Z")
_VERSIONS = ("4", "5", "6")
_VCS = ("git+", "hg+", "svn+", "bzr+")


class _Locked(NamedTuple):
    """A locked package: the place that it comes from, which is its key, its entry and its identity."""

    url: str
    entry: Block
    purl: Purl
    name: str
    version: str | None
    own: bool


@extractor("pixi.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, its licence, and the edges."""
    lock = read_yaml(file)
    path, graph = str(file.path), LockGraph(str(file.path))
    listed = lock.get("packages")
    packages = [found for entry in blocks(listed) if (found := _locked(entry)) is not None]
    environments, platforms = _wanting(lock)
    graph.locked_for(each for found in platforms.values() for each in found)
    for each in packages:
        kind = Kind.CODE if each.own else Kind.PACKAGE
        needed = tuple(sorted(platforms.get(each.url, ())))
        name = each.name.lower()
        graph.add(each.url, each.purl, name, each.version, line=each.entry.line, kind=kind, platforms=needed)
    _ask(graph, packages, environments)
    yield from graph.found()
    for each in packages:
        if said := string(each.entry.get("license")):
            where = Location(path=path, line=each.entry["license"].line)
            yield Evidence(
                component=each.purl, form=Form.NAME, role=Role.DECLARED, statement=said, source=SOURCE, location=where
            )
    if lock.get("version") not in _VERSIONS:
        problem = f"pixi.lock of version {lock.get('version')}, expected 4 to 6"
        raise ReadError(problem, place=path, hint="entries may be missing")
    if not isinstance(listed, list) or len(packages) < len(listed):
        raise ReadError("a package without a name", place=path, hint="the others were read")


def _wanting(lock: Block) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the names of the environments that want a package, by its place, and the platforms on which they do."""
    wanting: dict[str, set[str]] = {}
    on: dict[str, set[str]] = {}
    environments = lock.get("environments")
    for name, environment in environments.items() if isinstance(environments, Block) else ():
        platforms = environment.get("packages") if isinstance(environment, Block) else None
        for platform, entries in platforms.items() if isinstance(platforms, Block) else ():
            for entry in blocks(entries):
                for url in (string(entry.get("conda")), string(entry.get("pypi"))):
                    if url:
                        wanting.setdefault(url, set()).add(name)
                        on.setdefault(url, set()).add(platform)
    return wanting, on


def _locked(entry: Block) -> _Locked | None:
    """Read an entry; before version 6 the place is in a field of its own."""
    pypi = "pypi" in entry or entry.get("kind") == "pypi"
    url = next((said for key in ("conda", "pypi", "url", "path") if (said := string(entry.get(key)))), None)
    name, version = string(entry.get("name")), string(entry.get("version"))
    archive = _ARCHIVE.match(unquote((url or "").rpartition("/")[2]))
    if archive and not pypi:
        name, version = name or archive["name"], version or archive["version"]
    if url is None or name is None or not NAME.match(name):
        return None
    own = "://" not in url
    if own:
        identity = purl("generic", name.lower(), version)
    elif pypi:
        identity = located_purl(name, version, url if url.startswith(_VCS) else None)
    else:
        identity = conda_purl(name, version)
    return _Locked(url, entry, identity, name, version, own)


def _ask(graph: LockGraph, packages: list[_Locked], environments: dict[str, set[str]]) -> None:
    """Take who depends on whom; the project asks for what nobody else does in one of the environments that hold it."""
    explained: dict[str, set[str]] = {}
    asked: set[str] = set()
    for each in packages:
        for target in _wants(graph, each):
            graph.ask(each.url, target)
            asked.add(target)
            explained.setdefault(target, set()).update(environments.get(each.url, ()))
    for each in packages:
        holding = environments.get(each.url, set())
        for name in sorted(holding - explained.get(each.url, set())):
            graph.ask("", each.url, None if name == "default" else name)
        if not holding and each.url not in asked:
            graph.ask("", each.url)


def _wants(graph: LockGraph, package: _Locked) -> Iterator[str]:
    """Yield the places of what a package depends on, of its own platform."""
    depends, required = words(package.entry.get("depends")), words(package.entry.get("requires_dist"))
    names = [spec.name for text in depends if (spec := read_spec(text))]
    names += [wanted.name.lower() for text in required if (wanted := read_requirement(text))]
    platform = _platform(package.url)
    for name in names:
        if not VIRTUAL.match(name):
            for url in graph.named(name):
                if url != package.url and (not platform or _platform(url) in (platform, "")):
                    yield url


def _platform(url: str) -> str:
    """Return the platform of a conda archive; nothing for `noarch` and for what pip installs."""
    folder = url.rpartition("/")[0].rpartition("/")[2]
    return folder if "-" in folder and "://" in url else ""

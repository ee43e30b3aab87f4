"""conda-lock's lockfiles: `conda-lock.yml`, `*.conda-lock.yml`, version 1.

Reads every locked package, those of pip too, on all platforms (a component each, not one per platform), with its
category, the platforms that alone need it, and the edges. What no package asks for is the project's own wish. The
format holds no licences.
https://conda.github.io/conda-lock/output/
"""

from collections.abc import Iterator

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.conda._spec import NAME, VIRTUAL, conda_purl
from rail.extractors.conda._yaml import Block, blocks, read_yaml, string
from rail.extractors.lockgraph import LockGraph
from rail.extractors.python._requirement import located_purl
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_VCS = ("git+", "hg+", "svn+", "bzr+")


@extractor("conda-lock.yml", "conda-lock.yaml", "*.conda-lock.yml", "*.conda-lock.yaml", "*-conda-lock.yml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    lock = read_yaml(file)
    graph = LockGraph(str(file.path))
    entries = [each for each in blocks(lock.get("package")) if NAME.match(string(each.get("name")) or "")]
    keys = [_take(graph, entry) for entry in entries]
    graph.locked_for(platform for entry in entries if (platform := string(entry.get("platform"))))
    asked: set[str] = set()
    for key, entry in zip(keys, entries, strict=True):
        dependencies = entry.get("dependencies")
        for name in dependencies if isinstance(dependencies, Block) else ():
            for target in () if VIRTUAL.match(name) else _meant(graph, entry, name):
                graph.ask(key, target)
                asked.add(target)
    for key, entry in zip(keys, entries, strict=True):
        if key not in asked:
            graph.ask("", key, _group(entry))
    yield from graph.found()
    listed = lock.get("package")
    if lock.get("version") != "1":
        problem = f"conda-lock of version {lock.get('version')}, expected 1"
        raise ReadError(problem, place=str(file.path), hint="entries may be missing")
    if not isinstance(listed, list) or len(entries) < len(listed):
        raise ReadError("a package without a valid name", place=str(file.path), hint="the others were read")


def _take(graph: LockGraph, entry: Block) -> str:
    """Add a package under a key that tells managers and platforms apart."""
    name, version = str(entry["name"]), string(entry.get("version"))
    key = _key(entry, name)
    platform = string(entry.get("platform"))
    needed = (platform,) if platform else ()
    graph.add(key, _purl(entry, name, version), name, version, line=entry.line, platforms=needed)
    return key


def _key(entry: Block, name: str) -> str:
    return f"{string(entry.get('manager')) or 'conda'} {string(entry.get('platform')) or ''} {name.lower()}"


def _purl(entry: Block, name: str, version: str | None) -> Purl:
    if entry.get("manager") != "pip":
        return conda_purl(name, version)
    url = string(entry.get("url")) or ""
    return located_purl(name, version, url if url.startswith(_VCS) else None)


def _meant(graph: LockGraph, entry: Block, name: str) -> list[str]:
    """Return the package of that name on the same platform, of the same manager where both have one."""
    platform = string(entry.get("platform")) or ""
    managers = ("pip", "conda") if entry.get("manager") == "pip" else ("conda", "pip")
    candidates = [f"{manager} {platform} {name.lower()}" for manager in managers]
    return [key for key in candidates if key in graph][:1]


def _group(entry: Block) -> str | None:
    category = string(entry.get("category"))
    if category in (None, "main"):
        return "optional" if entry.get("optional") == "true" else None
    return category

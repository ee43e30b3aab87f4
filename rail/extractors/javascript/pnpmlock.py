"""Lockfiles of pnpm: `pnpm-lock.yaml`, versions 5 to 9 (pnpm 3 to 11).

Reads every locked package, its platforms, the edges (version 9 keeps them in `snapshots`), and what the project and
each of its workspaces ask for, by group. Packages that differ only in who fills their peers are one component. The
format holds no licences.

https://github.com/pnpm/spec/tree/master/lockfile
"""

from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.javascript._npm import elsewhere, is_name, npm_purl, platforms
from rail.extractors.javascript._project import manifest_in
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.extractors.yamlblocks import Mapping, flow, read_blocks
from rail.sources.spi import SourceFile

_HINT = "the rest was read; `pnpm install` writes the lock anew"
_SECTIONS = {"dependencies": None, "optionalDependencies": "optional", "devDependencies": "dev"}
_OLD = 6
"""From this version on a key is `name@version(peers)`; before it was `/name/version_peers`."""


class _Lock(NamedTuple):
    """The lockfile being read: its graph, and whether its keys are of the old kind."""

    graph: LockGraph
    old: bool


@extractor("pnpm-lock.yaml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package and workspace, and the edges."""
    path = file.path.as_posix()
    if "node_modules/" in path:
        return
    documents, fault = read_blocks(file.text(), path)
    for document in documents:
        lock = _Lock(LockGraph(path), _major(document.string("lockfileVersion")) < _OLD)
        packages = document.mapping("packages")
        for key, entry in packages.items():
            fault = _add(lock, key, entry, path, packages.line) or fault
        _link(lock, file, document)
        yield from lock.graph.found()
    if fault is None and not any(document.get("lockfileVersion") for document in documents):
        fault = ReadError("no `lockfileVersion`", place=path, hint="is it a lockfile of pnpm?")
    if fault is None and any(document.is_odd("packages") for document in documents):
        fault = ReadError("`packages` is no mapping", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _link(lock: _Lock, file: SourceFile, document: Mapping) -> None:
    """Enter what the packages, the project and its workspaces ask for."""
    snapshots = document.mapping("snapshots")
    for key in snapshots:
        lock.graph.alias(key, key.partition("(")[0])
    for key, entry in (snapshots or document.mapping("packages")).items():
        if isinstance(entry, Mapping):
            _ask(lock, key, entry)
    for folder, entry in (document.mapping("importers") or {".": document}).items():
        if isinstance(entry, Mapping):
            _ask(lock, _importer(lock, file, folder, entry.line), entry, folder.removeprefix("."))


def _add(lock: _Lock, key: str, entry: object, path: str, line: int) -> ReadError | None:
    """Take one entry of `packages`."""
    about = entry if isinstance(entry, Mapping) else Mapping(line)
    name, version = _named(key, old=lock.old)
    name, version = about.string("name") or name, about.string("version") or version
    if not is_name(name) or not version:
        return ReadError(f"not a package: {key[:100]}", place=path, line=about.line, hint=_HINT)
    stated = about.get("resolution")
    resolution = dict(stated) if isinstance(stated, Mapping) else flow(stated if isinstance(stated, str) else "")
    origin = elsewhere(resolution.get("tarball"))
    if resolution.get("repo"):
        origin = f"git+{resolution['repo']}#{resolution.get('commit', '')}".replace("git+git+", "git+")
    if version is not None and (":" in version or "/" in version):
        origin, version = origin or elsewhere(version), None
    needed = platforms(about.get("os"), about.get("cpu"), about.get("libc"))
    lock.graph.add(key, npm_purl(name, version, origin), name, version, line=about.line, platforms=needed)
    lock.graph.alias(key.partition("(")[0], key)
    return None


def _ask(lock: _Lock, source: str, entry: Mapping, inside: str | None = None) -> None:
    """Enter what a package or importer asks for; `inside` is the folder of an importer, whose links lead to others."""
    graph = lock.graph
    for section, group in _SECTIONS.items():
        for name, wanted in entry.mapping(section).items():
            line = wanted.line if isinstance(wanted, Mapping) else None
            version = wanted.string("version") if isinstance(wanted, Mapping) else wanted
            if not isinstance(version, str):
                continue
            if inside is not None and version.startswith("link:"):
                graph.ask(source, _joined(inside, version.removeprefix("link:")), group, line=line)
                continue
            plain = version.partition("(")[0]
            tries = (f"{name}@{version}", version, f"/{name}@{version}", f"/{name}/{version}", f"{name}@{plain}", plain)
            target = next((each for each in tries if each in graph), None)
            if target is not None:
                graph.ask(source, target, group, line=line)


def _importer(lock: _Lock, file: SourceFile, folder: str, line: int) -> str:
    """Return the key of a workspace, entered under the name that its manifest gives; the project itself is `""`."""
    manifest = manifest_in(file, folder) if folder != "." else None
    if manifest is None or manifest.purl is None or manifest.name is None:
        return ""
    key = f"{folder}/"
    lock.graph.add(key, manifest.purl, manifest.name, manifest.version, line=line, kind=Kind.CODE)
    return key


def _joined(folder: str, link: str) -> str:
    """Return the key of the workspace to which a relative link leads."""
    parts = [part for part in folder.split("/") if part]
    for step in link.split("/"):
        if step == "..":
            del parts[-1:]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts) + "/"


def _named(key: str, *, old: bool) -> tuple[str, str | None]:
    """Return name and version of a key: `name@1.0.0(peer@2)`, `/name@1.0.0`, of old `/name/1.0.0_peer@2`."""
    plain = key.partition("(")[0].removeprefix("/")
    if old and key.startswith("/"):
        name, _, version = plain.rpartition("/")
        return name, version.partition("_")[0]
    at = plain.find("@", 1)
    return (plain, None) if at < 0 else (plain[:at], plain[at + 1 :])


def _major(version: str | None) -> int:
    major = (version or "").partition(".")[0]
    return int(major) if major.isdecimal() and len(major) < _OLD else _OLD

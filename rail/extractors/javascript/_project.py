"""The manifests beside a lockfile: who the project and its workspaces are, and what each of them asks for."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import decode, is_name
from rail.purl import purl
from rail.sources.spi import SourceFile

MAX_WORKSPACES = 2_000
_SECTIONS = {
    "dependencies": None,
    "optionalDependencies": "optional",
    "devDependencies": "dev",
    "peerDependencies": "peer",
}


class Wish(NamedTuple):
    """A dependency that a manifest asks for: name, version specifier and group (`None`: always)."""

    name: str
    specifier: str
    group: str | None


class Manifest(NamedTuple):
    """One `package.json` of the house."""

    folder: str
    path: str
    name: str | None
    version: str | None
    wishes: tuple[Wish, ...]
    workspaces: tuple[str, ...]

    @property
    def purl(self) -> Purl | None:
        """The identity under which the manifest's own extractor lists it; `None` for an unnamed one."""
        return purl("generic", self.name, self.version) if self.name else None


def manifest_in(file: SourceFile, folder: str = "") -> Manifest | None:
    """Return the manifest in `folder`, relative to the folder of `file`; `None` when there is none to read."""
    beside = file.beside(f"{folder}/package.json".lstrip("/"))
    if beside is None:
        return None
    try:
        document = decode(beside.read(), beside.path.as_posix())
    except ReadError:
        return None  # its own extractor reports it
    name, version = document.get("name"), document.get("version")
    return Manifest(
        folder=folder,
        path=beside.path.as_posix(),
        name=str(name) if is_name(name) else None,
        version=version if isinstance(version, str) and version else None,
        wishes=wishes(document),
        workspaces=_patterns(document.get("workspaces")),
    )


def wishes(document: dict[str, Any]) -> tuple[Wish, ...]:
    """Return what a manifest, or an entry of a lock that copies one, asks for; each name once, in its firmest group."""
    found: dict[str, Wish] = {}
    for section, group in _SECTIONS.items():
        table = document.get(section)
        for name, specifier in table.items() if isinstance(table, dict) else ():
            if not is_name(name):
                continue
            if section == "optionalDependencies" or name not in found:  # npm: optional overrides a plain wish
                found[name] = Wish(name, specifier if isinstance(specifier, str) else "", group)
    return tuple(found.values())


def workspaces(file: SourceFile, root: Manifest) -> Iterator[Manifest]:
    """Yield the manifests of the workspaces that the root manifest names by glob."""
    if not root.workspaces:
        return
    count = 0
    for path in file.names_beside():
        if not path.endswith("/package.json") or "node_modules/" in path:
            continue
        folder = path.removesuffix("/package.json")
        if any(matches(folder, pattern) for pattern in root.workspaces):
            found = manifest_in(file, folder)
            count += 1
            if found is not None and count <= MAX_WORKSPACES:
                yield found


def _patterns(value: object) -> tuple[str, ...]:
    if isinstance(value, dict):
        value = value.get("packages")
    entries = value if isinstance(value, list) else []
    return tuple(each.removeprefix("./").rstrip("/") for each in entries if isinstance(each, str) and each)


def matches(folder: str, pattern: str) -> bool:
    """Answer whether a folder is one of a glob's: `*` is one name, `**` any number of them."""
    if pattern.endswith("/**"):
        return folder.startswith(pattern[:-2])
    return folder.count("/") == pattern.count("/") and PurePosixPath(folder).match(pattern)

"""npm manifests: `package.json`, of the project, of installed packages and of vendored copies.

Below `node_modules`, `bower_components`, `vendor` and the like it describes an npm package: a component at home in that
folder, with its licence. Elsewhere it describes the project or one of its workspaces, which is code and never taken for
the npm package of the same name; of its dependencies a lock tells the version, where the manifest
accepts that.

Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypedDict

import msgspec

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation, Wish
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import (
    LicenseSaid,
    decode,
    folder_of,
    has_odd_license,
    is_name,
    license_statements,
    platforms,
    specified,
)
from rail.extractors.javascript._workspace import lock_above, locks_beside
from rail.extractors.jsondocument import escaped, key_lines, pointer_lines
from rail.extractors.ranges import npm_bounds
from rail.extractors.spi import Found, extractor
from rail.purl import purl, split, without_version
from rail.sources.spi import SourceFile

_SOURCE = "javascript/packagejson"
_INSTALLED = {"node_modules", "bower_components", "jspm_packages"}
_VENDORED = {"vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty"}
_HOLDERS = _INSTALLED | _VENDORED
_LICENSE = ("/license", "/licenses", "/licence")
_KEYS = ("name", "license", "licenses", "licence")
_POINTER = re.compile(r"see licen[sc]e in (?:\./)?([\w][\w./ +-]*)\Z", re.IGNORECASE)
_RANGE = re.compile(r"[\d^~*<>=v][\w^~*<>=|. +-]*\Z")
"""Bounds of a version, with nothing in them that could be an address, an alias or a path."""
_KEPT_BACK = "UNLICENSED"
"""What npm has projects say that license nothing to others; their owner needs no licence."""
_NOT_ALWAYS = {"optionalDependencies", "peerDependencies"}
_REPLACING = ("overrides", "resolutions")
_GROUPS = {
    "dependencies": (),
    "optionalDependencies": ("optional",),
    "peerDependencies": ("peer",),
    "devDependencies": ("dev",),
}


class _Package(TypedDict, total=False):
    """The fields of a manifest that describe a package."""

    name: Any
    version: Any
    license: Any
    licenses: Any
    licence: Any
    os: Any
    cpu: Any
    libc: Any
    dependencies: Any


@extractor("package.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the package or project that the manifest describes, its licence and its dependencies."""
    data = file.read()
    folders = file.where.split("/")[:-1]
    of_others = not _INSTALLED.isdisjoint(folders) or not _VENDORED.isdisjoint(map(str.lower, folders))
    manifest = _needed(data, file.where) if of_others else decode(data, file.where)
    if of_others:
        yield from _package(file, manifest, data, _package_folder(folders))
    else:
        yield from _project(file, manifest, pointer_lines(data))
    if has_odd_license(manifest):
        kind, line = type(manifest["license"]).__name__, pointer_lines(data).get("/license")
        raise ReadError(f"/license: expected a string, found {kind}", place=file.where, line=line)


def _needed(data: bytes, path: str) -> dict[str, Any]:
    """Return what of a manifest describes an installed package; most of it does not, and is not decoded."""
    try:
        found: dict[str, Any] = msgspec.json.decode(data, type=_Package)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return decode(data, path)  # which reads it, or tells what is wrong
    return found


def _package(file: SourceFile, manifest: dict[str, Any], data: bytes, folder: str | None) -> Iterator[Found]:
    """Yield an installed or vendored package, at home in its folder; `folder` is the name that it has from that."""
    name, version = manifest.get("name"), _text(manifest.get("version"))
    if not is_name(name):
        name = folder
    if name is None or (folder is None and not license_statements(manifest)):
        return  # marks a part of a package (`{"type": "module"}`), not a package
    lines = key_lines(data, _KEYS, inside="dependencies")
    itself = purl("npm", str(name), version)
    where = _place(file, lines, "/name")
    needed_on = platforms(manifest.get("os"), manifest.get("cpu"), manifest.get("libc"))
    yield Component(
        purl=itself, kind=Kind.PACKAGE, name=str(name), version=version, platforms=needed_on, locations=(where,)
    )
    yield Home(path=folder_of(file), component=itself)
    for form, statement, pointer in _statements(file, manifest):
        yield _declared(itself, form, statement, _place(file, lines, *_LICENSE, pointer=pointer))
    for needed, specifier in _dependencies(manifest, "dependencies"):
        target = _any_version(needed, specifier if isinstance(specifier, str) else "")
        if target is not None:
            where = Location(path=file.where, line=lines.get(f"/dependencies/{escaped(needed)}"))
            yield Edge(source=itself, relation=Relation.DEPENDS_ON, target=target, location=where)


@lru_cache(maxsize=8192)
def _any_version(name: str, specifier: str) -> Purl | None:
    """Return what a dependency asks for, without its version: which one is installed, the tree tells."""
    if _RANGE.match(specifier):
        return purl("npm", name)
    target = specified(name, specifier)
    if target is None:
        return None
    kind, plain, _ = split(Purl(target.partition("?")[0]))
    return purl(kind, plain)


def _project(file: SourceFile, manifest: dict[str, Any], lines: dict[str, int]) -> Iterator[Found]:
    """Yield the project, or the workspace, that the folder holds; an unnamed one is left to its owner."""
    name, version = manifest.get("name"), _text(manifest.get("version"))
    folder = folder_of(file)
    itself: Purl | None = None
    if is_name(name):
        itself = purl("generic", str(name), version)
        yield Component(
            purl=itself,
            kind=Kind.CODE,
            name=str(name),
            version=version,
            locations=(_place(file, lines, "/name"),),
            root=not folder or lock_above(file) is not None,
        )
        yield Home(path=folder, component=itself)
    for form, statement, pointer in _statements(file, manifest):
        if statement == _KEPT_BACK and not folder:
            continue
        where = _place(file, lines, *_LICENSE, pointer=pointer)
        if itself is not None:
            yield _declared(itself, form, statement, where)
        else:
            yield Unowned(form=form, role=Role.DECLARED, statement=statement, source=_SOURCE, location=where)
    yield from _wishes(file, manifest, lines)


def _wishes(file: SourceFile, manifest: dict[str, Any], lines: dict[str, int]) -> Iterator[Found]:
    """Yield the direct dependencies that no lock holds, and which versions the manifest accepts of the others.

    A lock that is out of date holds another version, or nothing; what only some installations have (peers, optional
    packages) may well be missing from it.
    """
    locks = locks_beside(file)
    above = [] if locks else [lock for lock in (lock_above(file),) if lock is not None]
    settings = _dependencies(manifest, "peerDependenciesMeta")
    optional = {name for name, each in settings if isinstance(each, dict) and each.get("optional") is True}
    replaced = {name for key in _REPLACING for name in _named_in(manifest.get(key))}
    for section, groups in _GROUPS.items():
        if locks and section in _NOT_ALWAYS:
            continue
        for name, specifier in _dependencies(manifest, section):
            target = specified(name, specifier)
            if target is None:
                continue
            where = _place(file, lines, f"/{section}/{escaped(name)}")
            bounds = None if name in replaced else _bounds(specifier)
            if any(lock.names(name) for lock in (*locks, *above)):
                if bounds is not None and "?" not in target:
                    yield _wish(without_version(target), bounds, where)
                continue
            _, real, version = split(target)
            wanted = None if version else bounds
            yield Component(
                purl=target,
                kind=Kind.PACKAGE,
                name=real,
                version=version,
                wanted=wanted,
                groups=("optional",) if groups == ("peer",) and name in optional else groups,
                locations=(where,),
            )
            if wanted is not None and "?" not in target:
                yield _wish(target, wanted, where)
            else:
                yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)


def _wish(target: Purl, bounds: str, where: Location) -> Wish:
    return Wish(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where, wanted=bounds)


def _bounds(specifier: object) -> str | None:
    """Return the versions that a dependency asks for, as bounds; an alias (`npm:name@range`) counts like its range."""
    said = specifier.strip() if isinstance(specifier, str) else ""
    return npm_bounds(said.rpartition("@")[2] if said.startswith("npm:") else said)


def _named_in(replacements: object) -> Iterator[str]:
    """Yield the names of packages for which another version is put in place (`a`, `**/a`, `b/a`, `a@^1`)."""
    for key in replacements if isinstance(replacements, dict) else ():
        scope, mark, name = str(key).rpartition("/")
        scope = scope.rpartition("/")[2]
        whole = f"{scope}{mark}{name}" if scope.startswith("@") else name
        yield whole[:1] + whole[1:].partition("@")[0]


def _statements(file: SourceFile, manifest: dict[str, Any]) -> Iterator[LicenseSaid]:
    """Yield what the licence field says, and the file that it points to (`SEE LICENSE IN x`) when that is there."""
    for each in license_statements(manifest):
        yield each
        pointed = _POINTER.match(each.said)
        beside = file.beside(pointed[1]) if pointed else None
        if beside is not None:
            yield LicenseSaid(Form.TEXT, beside.path.as_posix())


def _declared(component: Purl, form: Form, statement: str, where: Location) -> Evidence:
    return Evidence(
        component=component, form=form, role=Role.DECLARED, statement=statement, source=_SOURCE, location=where
    )


def _dependencies(manifest: dict[str, Any], section: str) -> Iterator[tuple[str, object]]:
    value = manifest.get(section)
    if isinstance(value, dict):
        yield from ((name, specifier) for name, specifier in value.items() if is_name(name))
    elif isinstance(value, list):
        yield from ((name, "") for name in value if is_name(name))


def _package_folder(folders: list[str]) -> str | None:
    """Return the name under which the folder is installed; `None` when it is only a part of a package."""
    if len(folders) > 1 and folders[-2].lower() in _HOLDERS:
        return folders[-1]
    if len(folders) > 2 and folders[-3].lower() in _HOLDERS and folders[-2].startswith("@"):  # noqa: PLR2004 -- holder/@scope/name
        return "/".join(folders[-2:])
    return None


def _place(file: SourceFile, lines: dict[str, int], *keys: str, pointer: str | None = None) -> Location:
    """Return the place of the first of these keys that has a line; `pointer` leads further in."""
    line = None
    for key in keys:
        line = lines.get(key)
        if line is not None:
            break
    return Location(path=file.where, line=line, pointer=pointer)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None

"""npm manifests: `package.json`, of the project, of installed packages and of vendored copies.

Below `node_modules`, `bower_components`, `vendor` and the like it describes an npm package: a component at home in that
folder, with its licence. Elsewhere it describes the project or one of its workspaces, which is code and never taken for
the npm package of the same name; its dependencies are listed only where no lock beside it pins them.

Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.javascript._npm import (
    decode,
    folder_of,
    has_odd_license,
    is_name,
    license_statements,
    specified,
)
from rail.extractors.javascript._workspace import LOCKS, lock_above
from rail.extractors.jsondocument import escaped, key_lines, pointer_lines
from rail.extractors.spi import Found, extractor
from rail.purl import purl, split
from rail.sources.spi import SourceFile

_SOURCE = "javascript/packagejson"
_INSTALLED = {"node_modules", "bower_components", "jspm_packages"}
_VENDORED = {"vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty"}
_LICENSE = ("/license", "/licenses", "/licence")
_KEYS = ("name", "license", "licenses", "licence")
_POINTER = re.compile(r"see licen[sc]e in (?:\./)?([\w][\w./ +-]*)\Z", re.IGNORECASE)
_GROUPS = {
    "dependencies": (),
    "optionalDependencies": ("optional",),
    "peerDependencies": ("peer",),
    "devDependencies": ("dev",),
}


@extractor("package.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the package or project that the manifest describes, its licence and its dependencies."""
    data = file.read()
    manifest = decode(data, file.path.as_posix())
    folders = file.path.parts[:-1]
    if _INSTALLED & set(folders) or _VENDORED & {part.lower() for part in folders}:
        lines = key_lines(data, _KEYS, inside="dependencies")
        yield from _package(file, manifest, lines)
    else:
        lines = pointer_lines(data)
        yield from _project(file, manifest, lines)
    if has_odd_license(manifest):
        kind = type(manifest["license"]).__name__
        raise ReadError(f"/license: expected a string, found {kind}", place=str(file.path), line=lines.get("/license"))


def _package(file: SourceFile, manifest: dict[str, Any], lines: dict[str, int]) -> Iterator[Found]:
    """Yield an installed or vendored package, at home in its folder."""
    name, version = manifest.get("name"), _text(manifest.get("version"))
    folder = _package_folder(file.path.parts[:-1])
    licensed = any(license_statements(manifest))
    if not is_name(name):
        name = folder
    if name is None or (folder is None and not licensed):
        return  # marks a part of a package (`{"type": "module"}`), not a package
    itself = purl("npm", str(name), version)
    where = _place(file, lines, "/name")
    yield Component(purl=itself, kind=Kind.PACKAGE, name=str(name), version=version, locations=(where,))
    yield Home(path=folder_of(file), component=itself)
    for form, statement in _statements(file, manifest):
        yield _declared(itself, form, statement, _place(file, lines, *_LICENSE))
    for needed, specifier in _dependencies(manifest, "dependencies"):
        target = _any_version(needed, specifier if isinstance(specifier, str) else "")
        if target is not None:
            where = _place(file, lines, f"/dependencies/{escaped(needed)}")
            yield Edge(source=itself, relation=Relation.DEPENDS_ON, target=target, location=where)


@lru_cache(maxsize=8192)
def _any_version(name: str, specifier: str) -> Purl | None:
    """Return what a dependency asks for, without its version: which one is installed, the tree tells."""
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
    for form, statement in _statements(file, manifest):
        where = _place(file, lines, *_LICENSE)
        if itself is not None:
            yield _declared(itself, form, statement, where)
        else:
            yield Unowned(form=form, role=Role.DECLARED, statement=statement, source=_SOURCE, location=where)
    if all(file.beside(lock) is None for lock in LOCKS):
        yield from _unlocked(file, manifest, lines)


def _unlocked(file: SourceFile, manifest: dict[str, Any], lines: dict[str, int]) -> Iterator[Found]:
    """Yield the direct dependencies as far as the manifest pins them, and no lock of the whole workspace does."""
    lock = lock_above(file)
    for section, groups in _GROUPS.items():
        for name, specifier in _dependencies(manifest, section):
            target = specified(name, specifier)
            if target is None or (lock is not None and lock.names(name)):
                continue
            where = _place(file, lines, f"/{section}/{escaped(name)}")
            _, real, version = split(target)
            yield Component(
                purl=target, kind=Kind.PACKAGE, name=real, version=version, groups=groups, locations=(where,)
            )
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)


def _statements(file: SourceFile, manifest: dict[str, Any]) -> Iterator[tuple[Form, str]]:
    """Yield what the licence field says, and the file that it points to (`SEE LICENSE IN x`) when that is there."""
    for form, statement in license_statements(manifest):
        yield form, statement
        pointed = _POINTER.match(statement)
        beside = file.beside(pointed[1]) if pointed else None
        if beside is not None:
            yield Form.TEXT, beside.path.as_posix()


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


def _package_folder(folders: tuple[str, ...]) -> str | None:
    """Return the name under which the folder is installed; `None` when it is only a part of a package."""
    holders = _INSTALLED | _VENDORED
    if len(folders) > 1 and folders[-2].lower() in holders:
        return folders[-1]
    if len(folders) > 2 and folders[-3].lower() in holders and folders[-2].startswith("@"):  # noqa: PLR2004 -- holder/@scope/name
        return "/".join(folders[-2:])
    return None


def _place(file: SourceFile, lines: dict[str, int], *pointers: str) -> Location:
    line = next((lines[pointer] for pointer in pointers if pointer in lines), None)
    return Location(path=file.path.as_posix(), line=line)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None

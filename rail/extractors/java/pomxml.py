"""Maven projects: `pom.xml`.

Reads who the project is, its licences with their texts where they lie beside it, and its dependencies, with versions
from properties, `dependencyManagement` and parents in the tree. What only Maven can know (parents and bills of
materials from a repository, transitive dependencies) has no version here. Maven leaves open
whether several licences are alternatives; all of them are reported.

https://maven.apache.org/pom.html
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.firstparty import described, is_copy
from rail.extractors.spi import Found, extractor
from rail.extractors.xmldocument import Element, read_xml
from rail.purl import purl
from rail.sources.spi import SourceFile

_SOURCE = "java/pomxml"
_PROPERTY = re.compile(r"\$\{([^{}]{1,200})\}")
_NAME = re.compile(r"[\w.-]+\Z")
_SCOPES = {"test": "test", "provided": "provided", "system": "system"}
_PARENTS = 8
_ROUNDS = 8
_MAX_NAME = 250


class _Model(NamedTuple):
    """A pom with what its parents in the tree give it: properties, and managed versions by `group:artifact`."""

    root: Element
    group: str | None
    version: str | None
    properties: dict[str, str]
    managed: dict[str, str]


@extractor("pom.xml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its home and licences, and its direct dependencies."""
    path = file.path.as_posix()
    root = read_xml(file.read(), path)
    if root.name != "project":
        return  # another document of that name
    model = _model(file, root, _PARENTS)
    artifact = root.value("artifactId")
    if artifact is None or not _NAME.match(artifact) or len(artifact) > _MAX_NAME:
        raise ReadError("no valid artifactId", place=path, hint="it names the project", line=root.line)
    place = root.child("artifactId")
    line = place.line if place is not None else root.line
    version = _filled(model, model.version)
    full = f"{_filled(model, model.group) or artifact}/{artifact}"
    itself, found = described(file, "maven", full, version, line=line, own_name=artifact)
    yield from found
    yield from _licenses(file, itself, root)
    if is_copy(file.path):
        return
    faults = []
    for holder in (root, *root.each("profiles", "profile")):
        for dependency in holder.each("dependencies", "dependency"):
            wanted = _wanted(model, dependency)
            if wanted is None:
                faults.append(dependency.line)
                continue
            component = wanted._replace(path=path).component()
            target = _sibling(file, model, wanted)
            if target is None:
                target = component.purl
                yield component
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=component.locations[0])
    if faults:
        raise ReadError(
            "a dependency whose name cannot be told", place=path, line=faults[0], hint="the others were read"
        )


class _Wanted(NamedTuple):
    """A direct dependency."""

    group: str
    artifact: str
    version: str | None
    groups: tuple[str, ...]
    line: int
    path: str = ""

    def component(self) -> Component:
        """Return it as a component."""
        name = f"{self.group}/{self.artifact}"
        return Component(
            purl=purl("maven", name, self.version),
            kind=Kind.PACKAGE,
            name=f"{self.group}:{self.artifact}",
            version=self.version,
            groups=self.groups,
            locations=(Location(path=self.path, line=self.line),),
        )


def _wanted(model: _Model, dependency: Element) -> _Wanted | None:
    group, artifact = _filled(model, dependency.value("groupId")), _filled(model, dependency.value("artifactId"))
    if not group or not artifact or not _NAME.match(group) or not _NAME.match(artifact):
        return None
    if len(group) + len(artifact) > _MAX_NAME:
        return None
    stated = dependency.value("version") or model.managed.get(f"{group}:{artifact}")
    version = _filled(model, stated)
    if version is not None and not re.match(r"[\w.+-]+\Z", version):
        version = None  # a range
    groups = [_SCOPES[scope] for scope in [dependency.value("scope") or ""] if scope in _SCOPES]
    groups += ["optional"] if dependency.value("optional") == "true" else []
    return _Wanted(group, artifact, version, tuple(sorted(groups)), dependency.line)


def _sibling(file: SourceFile, model: _Model, wanted: _Wanted) -> Purl | None:
    """Return the module of the same project that is wanted, under the name that its own pom gives it."""
    if wanted.group != _filled(model, model.group):
        return None
    for folder in ("..", "."):
        beside = file.beside(f"{folder}/{wanted.artifact}/pom.xml")
        try:
            root = read_xml(beside.read(), beside.path.as_posix()) if beside is not None else None
        except ReadError:
            continue  # its own extractor reports it
        if beside is not None and root is not None and root.value("artifactId") == wanted.artifact:
            other = _model(beside, root, _PARENTS)
            return purl("generic", wanted.artifact, _filled(other, other.version))
    return None


def _model(file: SourceFile, root: Element, levels: int) -> _Model:
    """Join a pom and its parents, as far as they lie in the tree."""
    parent = root.child("parent")
    above = _parent(file, parent, levels) if parent is not None and levels else None
    group = root.value("groupId") or (parent.value("groupId") if parent is not None else None)
    version = root.value("version") or (parent.value("version") if parent is not None else None)
    properties = dict(above.properties) if above is not None else {}
    for holder in root.each("properties"):
        properties.update((each.name, each.text) for each in holder.children if len(each.text) <= _MAX_NAME)
    if parent is not None:
        properties["project.parent.version"] = parent.value("version") or ""
    for prefix in ("project.", "pom."):
        properties[f"{prefix}version"] = version or ""
        properties[f"{prefix}groupId"] = group or ""
        properties[f"{prefix}artifactId"] = root.value("artifactId") or ""
    managed = dict(above.managed) if above is not None else {}
    model = _Model(root, group, version, properties, managed)
    for each in root.each("dependencyManagement", "dependencies", "dependency"):
        key = f"{_filled(model, each.value('groupId'))}:{_filled(model, each.value('artifactId'))}"
        managed[key] = _filled(model, each.value("version")) or ""
    return model


def _parent(file: SourceFile, parent: Element, levels: int) -> _Model | None:
    stated = parent.child("relativePath")
    relative = "../pom.xml" if stated is None else stated.text
    if not relative:
        return None
    beside = file.beside(relative) or file.beside(f"{relative.rstrip('/')}/pom.xml")
    if beside is None or beside.path == file.path:
        return None
    try:
        root = read_xml(beside.read(), beside.path.as_posix())
    except ReadError:
        return None  # its own extractor reports it
    return _model(beside, root, levels - 1) if root.value("artifactId") == parent.value("artifactId") else None


def _filled(model: _Model, text: str | None) -> str | None:
    """Return a text with its properties put in; `None` where one is not known."""
    if not text:
        return None
    for _ in range(_ROUNDS):
        if "${" not in text or len(text) > _MAX_NAME:
            break
        text = _PROPERTY.sub(lambda found: model.properties.get(found[1], "") or "${?", text)
    return None if "${" in text else text


def _licenses(file: SourceFile, itself: Purl, root: Element) -> Iterator[Evidence]:
    for entry in root.each("licenses", "license"):
        name, url = entry.value("name"), entry.value("url")
        where = Location(path=file.path.as_posix(), line=entry.line)
        beside = file.beside(url.removeprefix("./")) if url and "://" not in url else None
        said: list[tuple[Form, str, Location]] = []
        if beside is not None:
            said.append((Form.TEXT, beside.path.as_posix(), where))
        if name:
            said.append((Form.NAME, name, where))
        if url and beside is None:
            said.append((Form.URL, url, replace(where, pointer="/license/url") if name else where))
        for form, statement, place in said:
            yield Evidence(
                component=itself, form=form, role=Role.DECLARED, statement=statement, source=_SOURCE, location=place
            )

"""Cargo manifests: `Cargo.toml`, of the project, of the members of its workspace and of vendored crates.

Reads who the crate is, `license` and `license-file` (also inherited from the workspace), and the dependencies where
no `Cargo.lock` pins them. In `license` the old spelling `MIT/Apache-2.0` means either of them.

https://doc.rust-lang.org/cargo/reference/manifest.html
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.firstparty import described, is_copy
from rail.extractors.rust._cargo import (
    MAX_NAME,
    Wish,
    crate_purl,
    string,
    table,
    wishes,
    workspace_of,
)
from rail.extractors.spi import Found, extractor
from rail.extractors.tomldocument import Table, read_toml
from rail.purl import split
from rail.sources.spi import SourceFile

_SOURCE = "rust/cargotoml"
_NAME = re.compile(r"[\w-]+\Z")
_EXACT = re.compile(r"=\s*(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)\Z")
_LEVELS = 8


@extractor("Cargo.toml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the crate with its home and declared licence, and its dependencies where no lock has them."""
    path = file.path.as_posix()
    text = file.text()
    manifest = read_toml(text, path)
    package = table(manifest.get("package") or manifest.get("project"))
    name = string(package.get("name"))
    if package and (name is None or not _NAME.match(name) or len(name) > MAX_NAME):
        raise ReadError("[package] without a valid name", place=path, hint="letters, digits, _ and - only")
    workspace = workspace_of(file, manifest)
    lines = _Lines(path, text)
    if name is not None:
        common = table(workspace.get("package"))
        version = string(_inherited(package, common, "version"))
        itself, found = described(file, "cargo", name, version, line=lines.of("name").line)
        yield from found
        yield from _licenses(file, itself, package, common, lines)
    if is_copy(file.path) or any(file.beside("../" * level + "Cargo.lock") for level in range(_LEVELS)):
        return
    for wish in wishes(manifest, shared=table(workspace.get("dependencies"))):
        yield from _wanted(wish, lines)


class _Lines:
    """The place of a key, found when asked: the first line that starts with it."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._first: dict[str, int] = {}
        for number, line in enumerate(text.split("\n"), 1):
            key, mark, _ = line.partition("=")
            if mark:
                self._first.setdefault(key.strip().partition(".")[0].strip("\"'"), number)
            elif line.startswith("["):
                self._first.setdefault(line.strip("[] \r").rpartition(".")[2], number)

    def of(self, key: str) -> Location:
        """Return where the key stands."""
        return Location(path=self._path, line=self._first.get(key))


def _inherited(package: Table, common: Table, key: str) -> object:
    """Return a field of the package; `field.workspace = true` takes it from the workspace."""
    value = package.get(key)
    return common.get(key) if isinstance(value, dict) and value.get("workspace") is True else value


def _licenses(file: SourceFile, itself: Purl, package: Table, common: Table, lines: _Lines) -> Iterator[Evidence]:
    expression = string(_inherited(package, common, "license"))
    if expression:
        spelt = " OR ".join(part.strip() for part in expression.split("/"))
        yield Evidence(
            component=itself,
            form=Form.EXPRESSION,
            role=Role.DECLARED,
            statement=spelt,
            source=_SOURCE,
            location=lines.of("license"),
        )
    named = string(_inherited(package, common, "license-file"))
    if not named:
        return
    where = lines.of("license-file")
    folders = [""] if isinstance(package.get("license-file"), str) else ["../" * level for level in range(1, _LEVELS)]
    text = next((found for folder in folders if (found := file.beside(folder + named)) is not None), None)
    yield Evidence(
        component=itself,
        form=Form.NAME if text is None else Form.TEXT,
        role=Role.DECLARED,
        statement=f"file {named}" if text is None else text.path.as_posix(),
        source=_SOURCE,
        location=where,
    )


def _wanted(wish: Wish, lines: _Lines) -> Iterator[Found]:
    """Yield a direct dependency as far as the manifest pins it; a folder of the project is none."""
    git = string(wish.about.get("git"))
    if not _NAME.match(wish.name) or ("path" in wish.about and not git):
        return
    pinned = _EXACT.match(string(wish.about.get("version")) or "")
    commit = string(wish.about.get("rev")) or ""
    source = f"git+{git}#{commit}" if git else string(wish.about.get("registry-index"))
    target = crate_purl(wish.name, pinned[1] if pinned else None, source)
    where = lines.of(wish.key)
    yield Component(
        purl=target,
        kind=Kind.PACKAGE,
        name=wish.name,
        version=split(Purl(target.partition("?")[0]))[2],
        groups=(wish.group,) if wish.group else (),
        locations=(where,),
    )
    yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)

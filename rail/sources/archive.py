"""A wheel, a source distribution, an npm package, any zip or tar: listed and read in memory, never unpacked to disk.

Refused as a whole: too many members, too much content, or far more of it than an archive of its size can honestly
hold. Left out with a problem: names that are absolute or climb out, encrypted members. Links and devices hold no
content.
"""

import os
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Protocol

from rail.domain.component import Home, Location
from rail.domain.record import Purl
from rail.domain.report import Problem
from rail.errors import ReadError
from rail.purl import purl
from rail.sources.decode import decode
from rail.sources.disk import MAX_NAMES, shown
from rail.sources.spi import MAX_TEXT

_WHEEL = re.compile(r"(?P<name>[A-Za-z0-9][\w.]*)-(?P<version>[\w.!+]+)(?:-\d\w*)?-[\w.]+-[\w.]+-[\w.]+\.whl\Z")
_STEM = re.compile(r"\.(?:whl|egg|zip|tar|tgz|tbz2|txz|tar\.(?:gz|bz2|xz))\Z", re.IGNORECASE)
_MANIFESTS = ("PKG-INFO", "package.json", "pyproject.toml", "setup.py")


class Container(Protocol):
    """An opened archive of one kind."""

    def members(self) -> list[tuple[str, int]]:
        """Return name and size of the plain files; raise `ReadError` when the archive is refused or broken."""

    def skipped(self) -> list[tuple[str, str]]:
        """Return name and reason of what was left out."""

    def content(self, name: str, count: int) -> bytes:
        """Return at most the first `count` bytes of a member; raise `ReadError` when it cannot be read."""


class Archive:
    """The archive at `path`; listed when first asked for anything. `given` is the component it is known to be of."""

    groups = None

    def __init__(self, path: str, *, label: str, given: Purl | None = None) -> None:
        self.given = given
        self._path = path
        self._name = shown(os.path.basename(path))  # noqa: PTH119 -- plain strings
        self._problems: list[Problem] = []
        self._files: dict[str, MemberFile] | None = None
        self.label = label
        self.root_name = _STEM.sub("", self._name) or self._name

    @property
    def first_party(self) -> bool:
        """Whether it is a packed project; a package made for installation is somebody's product."""
        files = self._listed()
        packed = self._name.lower().endswith((".whl", ".egg")) or "PKG-INFO" in files
        return not packed and "package.json" not in files

    def files(self) -> Iterator["MemberFile"]:
        """Yield the members by name."""
        listed = self._listed()
        for name in sorted(listed):
            yield listed[name]

    def homes(self) -> Iterator[Home]:
        """Yield the distribution that a wheel's file name tells."""
        if wheel := _WHEEL.match(self._name):
            version = wheel["version"].replace("_", "-")
            yield Home(path="", component=purl("pypi", wheel["name"], version))

    def problems(self) -> tuple[Problem, ...]:
        """Return why the archive, or a member of it, was not read."""
        self._listed()
        return tuple(self._problems)

    def _listed(self) -> dict[str, "MemberFile"]:
        if self._files is None:
            self._files = {}
            try:
                container = self._open()
                members = container.members()
            except ReadError as fault:
                self._problem(self._name, fault.problem, fault.hint)
                return self._files
            self._take(container, members)
        return self._files

    def _open(self) -> Container:
        if self._name.lower().endswith((".whl", ".egg", ".zip")):
            from rail.sources.zipped import ZipContainer  # noqa: PLC0415 -- zipfile costs 10 ms

            return ZipContainer(self._path, self._name)
        from rail.sources.tarred import TarContainer  # noqa: PLC0415 -- tarfile costs 10 ms

        return TarContainer(self._path, self._name)

    def _take(self, container: Container, members: list[tuple[str, int]]) -> None:
        assert self._files is not None
        names = [(_clean(name), name, size) for name, size in members]
        for _, name, _ in (each for each in names if each[0] is None):
            self._problem(shown(name), "name leads out of the archive", "the member was not read")
        for name, reason in container.skipped():
            self._problem(shown(name), reason, "the member was not read")
        good = [(clean, name, size) for clean, name, size in names if clean is not None]
        top = _top_folder([clean for clean, _, _ in good], self.root_name)
        for clean, name, size in good:
            where = shown(clean.removeprefix(top))
            self._files[where] = MemberFile(container, self._files, name, where, size)

    def _problem(self, where: str, message: str, hint: str) -> None:
        self._problems.append(Problem(location=Location(path=_printable(where)), message=message, hint=hint))


class MemberFile:
    """One member of an archive."""

    __slots__ = ("_container", "_files", "_member", "size", "where")

    def __init__(
        self, container: Container, files: dict[str, "MemberFile"], member: str, where: str, size: int
    ) -> None:
        self._container = container
        self._files = files
        self._member = member
        self.where = where
        self.size = size

    @property
    def path(self) -> PurePosixPath:
        """Where it lies in the archive, without the folder that everything in it shares."""
        return PurePosixPath(self.where)

    def read(self, limit: int = MAX_TEXT) -> bytes:
        """Return the whole content; raise `ReadError` when it is larger than `limit` bytes."""
        data = b"" if self.size > limit else self._container.content(self._member, limit + 1)
        if self.size > limit or len(data) > limit:
            raise ReadError(f"larger than {limit:,} bytes", place=self.where, hint="it was not read")
        return data

    def head(self, count: int) -> bytes:
        """Return at most the first `count` bytes."""
        return self._container.content(self._member, count)

    def text(self, limit: int = MAX_TEXT) -> str:
        """Return the content decoded, newlines as LF."""
        return decode(self.read(limit))

    def beside(self, name: str) -> "MemberFile | None":
        """Return the member `name`, relative to this one's folder."""
        import posixpath  # noqa: PLC0415 -- os.path where rail runs, but not everywhere

        return self._files.get(posixpath.normpath(posixpath.join(posixpath.dirname(self.where), name)))

    def names_beside(self) -> tuple[str, ...]:
        """Return relative paths of the members below this one's folder (at most `MAX_NAMES`, sorted)."""
        folder = self.where.rpartition("/")[0]
        prefix = folder + "/" if folder else ""
        return tuple(sorted(name[len(prefix) :] for name in self._files if name.startswith(prefix))[:MAX_NAMES])


def _clean(name: str) -> str | None:
    """Return a member's name without `.` and empty parts; `None` when it is absolute or climbs out."""
    name = name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if name.startswith("/") or ".." in parts or not parts or re.match(r"[A-Za-z]:", parts[0]) or "\0" in name:
        return None
    return "/".join(parts)


def _top_folder(names: list[str], stem: str) -> str:
    """Return the folder, with its slash, that a package or a repository was packed in; "" when there is none."""
    tops = {name.partition("/")[0] for name in names}
    if len(tops) != 1 or any("/" not in name for name in names):
        return ""
    top = tops.pop() + "/"
    present = set(names)
    packed = top in {stem + "/", "package/"} or any(top + manifest in present for manifest in _MANIFESTS)
    return top if packed else ""


def _printable(where: str) -> str:
    return where.lstrip("/").replace("\0", "\\0") or "."

"""Which lock speaks for a member of a workspace: the nearest one further up that lists its folder."""

import re
from typing import NamedTuple

from rail.errors import ReadError
from rail.extractors.javascript._project import manifest_in, matches
from rail.sources.spi import SourceFile

LOCKS = ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock")
"""The locks that rail reads; one that it cannot read must not silence the dependencies."""
_LEVELS = 8


class Lock(NamedTuple):
    """The lock of a workspace; `siblings` are the globs of its members, where the lock itself does not list them."""

    file: SourceFile
    content: bytes
    siblings: tuple[str, ...] = ()

    def names(self, package: str) -> bool:
        """Answer whether a package is locked, or a member itself: what was added to a manifest since is neither."""
        named = rb"""["'\s/,]""" + re.escape(package.encode()) + rb"""["'@:\s]"""
        if re.search(named, self.content):
            return True
        folders = (each.replace("**", "*").replace("*", package.rpartition("/")[2]) for each in self.siblings)
        return any((found := manifest_in(self.file, each)) and found.name == package for each in folders)


def locks_beside(file: SourceFile) -> list[Lock]:
    """Return the locks in the folder of a manifest."""
    found = [lock for lock in (file.beside(name) for name in LOCKS) if lock is not None]
    root = manifest_in(found[0]) if found else None
    return [Lock(lock, _content(lock), root.workspaces if root else ()) for lock in found]


def lock_above(file: SourceFile) -> Lock | None:
    """Return the lock of the workspace that the manifest `file` is a member of; `None` when it is member of none."""
    folders = file.path.parts[:-1]
    for level in range(1, min(_LEVELS, len(folders)) + 1):
        above, member = "../" * level, "/".join(folders[-level:])
        found = [lock for lock in (file.beside(above + name) for name in LOCKS) if lock is not None]
        for lock in found:
            content = _content(lock)
            if _lists(content, member):
                return Lock(lock, content)
            root = manifest_in(lock) if lock.path.name == "yarn.lock" else None
            if root is not None and any(matches(member, pattern) for pattern in root.workspaces):
                return Lock(lock, content, root.workspaces)
        if found:
            return None
    return None


def _lists(lock: bytes, member: str) -> bool:
    """Answer whether the folder of a member is a key of a JSON lock, an importer of pnpm, or a workspace of yarn."""
    folder = re.escape(member.encode())
    return (
        re.search(
            rb'"' + folder + rb'"\s*:\s*\{|^  [\'"]?' + folder + rb"[\'\"]?:|@workspace:" + folder + rb'["\s,]',
            lock,
            re.MULTILINE,
        )
        is not None
    )


def _content(lock: SourceFile) -> bytes:
    try:
        return lock.read()
    except ReadError:
        return b""  # its own extractor says what is wrong with it

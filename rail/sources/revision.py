"""A folder as a revision of its git repository held it: read from git's objects, nothing is checked out.

`git ls-tree` lists and `git cat-file --batch` reads, so that neither attributes nor filters of the repository act.
https://git-scm.com/docs/git-cat-file#_batch_output
"""

import os
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from rail.domain.component import Home
from rail.domain.report import Problem
from rail.errors import ReadError, UsageError
from rail.sources.decode import decode
from rail.sources.directory import INSTALLED, Directory, of_installed
from rail.sources.disk import MAX_NAMES, NOT_CONTENT, DiskFile, shown
from rail.sources.git import Objects, git
from rail.sources.gitignore import Rules
from rail.sources.spi import MAX_TEXT

_FILE_MODES = (b"100644", b"100755")
_SUBMODULE = b"160000"
_MAX_SUBMODULES = 8
"""How deep submodules within submodules are followed."""


class Revision:
    """The folder `root` at `revision`: the files that git held, those of submodules that are here too; no links.

    A file that was moved since then lies where it lies now: what is found in it is nothing new.
    """

    given = None
    groups = None
    first_party = True

    def __init__(self, root: str, revision: str, *, label: str, exclude: tuple[str, ...] = ()) -> None:
        self._root = os.path.realpath(root)
        self._exclude = Rules(glob.lstrip("!") for glob in exclude)
        self.label = label
        self.root_name = shown(os.path.basename(self._root)) or "root"  # noqa: PTH119 -- already a plain string
        identity = commit(self._root, revision)
        moved = _moved(self._root, identity)
        self._held = {moved.get(path, path): blob for path, blob in _listed(self._root, identity)}

    def files(self) -> Iterator["RevisionFile"]:
        """Yield the files: of each folder its own first, by name, then those of its folders."""
        for path in sorted(self._held, key=_order):
            parts = path.split("/")
            if not NOT_CONTENT.isdisjoint(parts) or self._left_out(parts):
                continue
            if INSTALLED.isdisjoint(parts[:-1]) or of_installed(parts[-1]):
                yield RevisionFile(path, self._held)

    def homes(self) -> Iterator[Home]:
        """Yield nothing: whose a folder is, a manifest in it tells."""
        return iter(())

    def problems(self) -> tuple[Problem, ...]:
        """Return nothing: what a revision holds is known."""
        return ()

    def _left_out(self, parts: list[str]) -> bool:
        if not self._exclude:
            return False
        heads = ("/".join(parts[: at + 1]) for at in range(len(parts)))
        return any(
            self._exclude.decide(head, head.rpartition("/")[2], folder=at < len(parts) - 1)
            for at, head in enumerate(heads)
        )


class Blob(NamedTuple):
    """Where the content of a file lies in git."""

    identity: str
    size: int
    objects: Objects


class RevisionFile:
    """One file of a revision, read from git when it is asked for."""

    __slots__ = ("_files", "where")

    def __init__(self, where: str, files: dict[str, Blob]) -> None:
        self.where = where
        self._files = files

    @property
    def path(self) -> PurePosixPath:
        """Where it lies, relative to the folder."""
        return PurePosixPath(self.where)

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self._files[self.where].size

    def read(self, limit: int = MAX_TEXT) -> bytes:
        """Return the whole content; raise `ReadError` when it is larger than `limit` bytes."""
        blob = self._files[self.where]
        if blob.size > limit:
            raise ReadError(f"larger than {limit:,} bytes", place=self.where, hint="it was not read")
        return blob.objects.read(blob.identity, self.where)

    def head(self, count: int) -> bytes:
        """Return at most the first `count` bytes; of a file too large to be read, none."""
        return self.read()[:count] if self.size <= MAX_TEXT else b""

    def text(self, limit: int = MAX_TEXT) -> str:
        """Return the content decoded, newlines as LF."""
        return decode(self.read(limit))

    def beside(self, name: str) -> "RevisionFile | None":
        """Return the file `name`, relative to this file's folder, if the revision held it."""
        joined = os.path.normpath(os.path.join(os.path.dirname(self.where), name))  # noqa: PTH118, PTH120 -- plain strings
        return RevisionFile(joined, self._files) if joined in self._files else None

    def names_beside(self) -> tuple[str, ...]:
        """Return relative POSIX paths of the files below this file's folder (at most `MAX_NAMES`, sorted)."""
        folder = self.where.rpartition("/")[0]
        prefix = f"{folder}/" if folder else ""
        return tuple(sorted(each[len(prefix) :] for each in self._files if each.startswith(prefix))[:MAX_NAMES])


def commit(root: str, revision: str) -> str:
    """Return the commit that a revision names; of a branch, the one where the present work left it.

    Raises:
        UsageError: no repository, or no such revision.
    """
    git(root, "rev-parse", "--git-dir")
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", fails=True)
    if not found:
        hint = "a branch, tag or commit that git knows; in CI fetch the whole history (`fetch-depth: 0`)"
        raise UsageError(f"no such revision: {revision}", hint=hint)
    forked = git(root, "merge-base", found.decode().strip(), "HEAD", fails=True)
    return (forked or found).decode().strip()


def content_at(folder: str, identity: str, path: str) -> bytes | None:
    """Return what the file `path`, relative to a folder, held at a commit; `None` where there was none."""
    content = git(folder, "cat-file", "blob", f"{identity}:./{path}", fails=True)
    return content or None


def is_within(folder: str, path: str) -> bool:
    """Tell whether a path lies in the repository that holds a folder."""
    top = os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
    inner = os.path.realpath(top)
    return os.path.commonpath((inner, os.path.realpath(path))) == inner


class Versioned(Directory):
    """A folder as it lies on disk, reduced to what git holds or would take: what a revision can be compared with.

    Of submodules, and other repositories that lie in the folder, git lists no files: all that is there counts.
    """

    def files(self) -> Iterator[DiskFile]:
        """Yield the files that git does not ignore, in the order of the folder."""
        listing = git(self._root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        held = {os.fsdecode(each) for each in listing.split(b"\0") if each}
        inner = tuple(f"{shown(each.rstrip('/'))}/" for each in held if _is_folder(self._root, each))
        names = {shown(each) for each in held}
        return (each for each in super().files() if each.where in names or each.where.startswith(inner))


def _listed(root: str, identity: str, under: str = "", depth: int = 0) -> Iterator[tuple[str, Blob]]:
    """Yield each file below a folder with its content, of submodules as far as their commits are here."""
    listing = git(root, "ls-tree", "-r", "-z", "--long", identity, fails=depth > 0)
    objects = Objects(root)
    for entry in listing.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        fields = head.split()
        if len(fields) != 4:  # noqa: PLR2004 -- mode, type, object, size
            continue
        where = under + shown(os.fsdecode(path))
        if fields[0] in _FILE_MODES:
            yield where, Blob(fields[2].decode(), int(fields[3]), objects)
        elif fields[0] == _SUBMODULE and depth < _MAX_SUBMODULES:
            inner = os.path.join(root, os.fsdecode(path))  # noqa: PTH118 -- a path may hold what pathlib drops
            if _is_top(inner):
                yield from _listed(inner, fields[2].decode(), f"{where}/", depth + 1)


def _moved(root: str, identity: str) -> dict[str, str]:
    """Return where files of a commit lie in git's index, for those that were moved within a folder.

    https://git-scm.com/docs/git-diff-index#_raw_output_format
    """
    listing = git(
        root,
        *("diff-index", "--cached", "--find-renames", "--diff-filter=R", "--name-status", "--relative", "-z"),
        identity,
    )
    fields = [shown(os.fsdecode(each)) for each in listing.split(b"\0")]
    return dict(zip(fields[1::3], fields[2::3], strict=False))


def _is_top(folder: str) -> bool:
    """Tell whether a folder is that of a repository of its own, not an empty one of the repository around it."""
    return _is_folder(folder, "") and git(folder, "rev-parse", "--show-prefix", fails=True) == b"\n"


def _is_folder(root: str, path: str) -> bool:
    whole = os.path.join(root, path).rstrip("/")  # noqa: PTH118 -- a path may hold what pathlib drops
    return os.path.isdir(whole) and not os.path.islink(whole)  # noqa: PTH112, PTH114 -- same


def _order(path: str) -> tuple[tuple[bool, str], ...]:
    parts = path.split("/")
    return tuple((at < len(parts) - 1, part) for at, part in enumerate(parts))

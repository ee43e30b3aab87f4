"""Git as a process: what it prints, and the contents of its objects, without what a repository could make it run.

https://git-scm.com/docs/git-cat-file#_batch_output
"""

import os
import subprocess
import weakref
from typing import IO

from rail.errors import ReadError, UsageError

_SECONDS = 60


def git(root: str, *arguments: str, fails: bool = False) -> bytes:
    """Return what git prints for a command in the folder; with `fails`, nothing where it says no.

    Raises:
        UsageError: there is no git, no repository, or it refuses.
    """
    try:
        run = subprocess.run(  # noqa: S603 -- no shell; what comes from the user follows --end-of-options
            [*_git(root), *arguments], capture_output=True, timeout=_SECONDS, check=False, env=_environment()
        )
    except FileNotFoundError as fault:
        raise UsageError("git is not installed", hint="--since compares with what git holds") from fault
    except subprocess.TimeoutExpired as fault:
        raise UsageError(f"git did not answer within {_SECONDS} seconds", place=root) from fault
    if run.returncode and not fails:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git: {said[-1] if said else 'failed'}"[:300], hint="--since needs a git repository")
    return b"" if run.returncode else run.stdout


class Objects:
    """The contents of a repository, through one `git cat-file --batch` that is started with the first question."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, identity: str, where: str) -> bytes:
        """Return the content of a blob.

        Raises:
            ReadError: git does not have it (a partial clone without network) or ended.
        """
        process = self._started()
        asking, answering = process.stdin, process.stdout
        assert asking is not None
        assert answering is not None
        try:
            asking.write(identity.encode() + b"\n")
            asking.flush()
            head = answering.readline().split()
            if len(head) == 3 and head[1] == b"blob":  # noqa: PLR2004 -- object, type, size
                content = answering.read(int(head[2]))
                answering.read(1)
                return content
        except (OSError, ValueError) as fault:
            raise ReadError("git ended while it was read", place=where, hint="run git fsck") from fault
        raise ReadError("git does not have this file's content", place=where, hint="fetch the whole revision")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 -- a fixed command
                [*_git(self._root), "cat-file", "--batch"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            weakref.finalize(self, _end, self._process)
        return self._process


def _git(root: str) -> list[str]:
    """Return git without what a repository's own configuration could make it run."""
    return ["git", "-C", root, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks"]


def _environment() -> dict[str, str]:
    return {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}


def _end(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            _close(stream)
    process.wait()


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # git is gone already

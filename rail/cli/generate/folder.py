"""The folder that a licence is written to: reading what is there, writing everything or nothing."""

import os
import shutil
import tempfile
from pathlib import Path

from rail.errors import RailError, UsageError
from rail.generate.answers import FILE, Answers, parse_answers

_MAX_BYTES = 20_000_000


def recorded(path: Path) -> Answers | None:
    """Return the answers in a file, or `None` where there is none.

    Raises:
        ReadError: they cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise UsageError(f"cannot be read: {fault.strerror}", place=str(path)) from fault
    return parse_answers(content, str(path))


class Folder:
    """A folder, looked at through relative POSIX paths."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        if self.path.exists() and not self.path.is_dir():
            raise UsageError("not a folder", place=path)

    @property
    def answers_file(self) -> Path:
        """Where the answers lie."""
        return self.path / FILE

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, `None` where there is none; a folder or a huge file counts as something else."""
        path = self.path / name
        try:
            if path.is_file() and path.stat().st_size <= _MAX_BYTES:
                return path.read_bytes()
        except OSError as fault:
            raise UsageError(f"cannot be read: {fault.strerror}", place=str(path)) from fault
        return b"\0" if path.exists() else None

    def _inside(self, name: str) -> Path:
        """Return the path of a file, unless a link in the folder leads it out of the folder."""
        target = self.path / name
        if not target.parent.resolve().is_relative_to(self.path.resolve()):
            raise UsageError("a link leads out of the folder", place=str(target))
        return target

    def write(self, files: dict[str, bytes]) -> None:
        """Write all files or none: they are written beside the folder first, then moved; a failure puts the old back.

        Raises:
            RailError: something cannot be written.
        """
        done: list[tuple[Path, bytes | None]] = []
        new: list[Path] = []
        try:
            _make(self.path, new)
            stage = Path(tempfile.mkdtemp(prefix=".rail-generate-", dir=self.path))
        except OSError as fault:
            raise RailError(f"cannot write: {fault.strerror}", place=str(self.path)) from fault
        try:
            for name in files:
                self._inside(name)
            for name, content in files.items():
                staged = stage / name
                staged.parent.mkdir(parents=True, exist_ok=True)
                staged.write_bytes(content)
            for name in files:
                target = self.path / name
                _make(target.parent, new)
                done.append((target, target.read_bytes() if target.is_file() else None))
                os.replace(stage / name, target)  # noqa: PTH105 -- as elsewhere in the command line
        except BaseException as fault:
            shutil.rmtree(stage, ignore_errors=True)
            _undo(done, new)
            if isinstance(fault, OSError):
                place = str(fault.filename2 or fault.filename)
                raise RailError(f"cannot write: {fault.strerror}", place=place) from fault
            raise
        shutil.rmtree(stage, ignore_errors=True)


def _make(folder: Path, new: list[Path]) -> None:
    """Make a folder; note in `new` which ones were not there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    new += reversed(missing)


def _undo(done: list[tuple[Path, bytes | None]], new: list[Path]) -> None:
    for target, before in done:
        if before is not None:
            target.write_bytes(before)
        elif target.is_file():
            target.unlink()
    for folder in reversed(new):
        if not any(folder.iterdir()):
            folder.rmdir()

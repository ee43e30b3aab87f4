"""One line on standard error that says how far a long scan has come, erased at the end."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from rail.cli.console import is_terminal
from rail.report.terminal import clip, visible

if TYPE_CHECKING:
    from typing_extensions import Self

_PATIENCE = 1.0
_INTERVAL = 0.1


class Progress:
    """Shows how far the work is once it takes over a second; only where standard error is a terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._shows = not quiet and is_terminal(sys.stderr)
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __enter__(self) -> "Self":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def __call__(self, files: int, path: str) -> None:
        """Take note of one more file; draws at most ten times a second."""
        if not self._shows or time.monotonic() < self._next:
            return
        import shutil  # noqa: PLC0415 -- only a long scan on a terminal asks for its width

        self._next = time.monotonic() + _INTERVAL
        self._drawn = True
        line = f"{files} files  {visible(path)}"
        sys.stderr.write(f"\r\x1b[2K{clip(line, shutil.get_terminal_size().columns - 1)}")
        sys.stderr.flush()

"""Where the index of known texts lies, and what tells a reading made with another one from a current one."""

import os
from pathlib import Path

from rail.datafiles import data_folder, is_checkout


def index_file() -> Path:
    """Return the path of the index that rail carries.

    Raises:
        RailError: this installation has no data.
    """
    return data_folder() / "licenses" / "fingerprints" / "index.bin"


def stamp() -> str:
    """Return a word that changes with the index and, in a checkout, with the code that reads texts.

    Raises:
        RailError: this installation has no data.
    """
    try:
        index = os.stat(index_file())  # noqa: PTH116 -- beside the stats below
    except OSError:
        return "none"
    code = _newest(os.path.dirname(__file__)) if is_checkout() else 0  # noqa: PTH120 -- a string
    return f"{index.st_size:x}-{index.st_mtime_ns:x}-{code:x}"


def _newest(folder: str) -> int:
    """Return when a module under a folder was last changed, in nanoseconds."""
    newest = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    newest = max(newest, _newest(entry.path))
            elif entry.name.endswith(".py"):
                newest = max(newest, entry.stat().st_mtime_ns)
    return newest

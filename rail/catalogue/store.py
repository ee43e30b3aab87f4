"""Where the compiled catalogue is read from: the wheel's files, or in a checkout files that are kept up to date.

A checkout that cannot be written compiles into memory, once per process.
"""

import os
from functools import cache
from typing import TYPE_CHECKING

from rail.datafiles import compiled_folder, data_folder, is_checkout

if TYPE_CHECKING:
    import mmap

CATALOGUE = "catalogue.json"
ALIASES = "aliases.json"
MODELS = "models.dat"
PACKAGES = "packages.dat"


def read(name: str) -> bytes:
    """Return the content of one compiled file.

    Raises:
        RailError: the data are missing, or a source in the checkout is broken.
    """
    built = _built()
    if built is not None:
        return built[name]
    with open(compiled_folder() / name, "rb") as file:  # noqa: PTH123 -- half the time of Path.read_bytes
        return file.read()


@cache
def view(name: str) -> "bytes | mmap.mmap":
    """Return one compiled file for searching, without reading it.

    Raises:
        RailError: as `read`.
    """
    built = _built()
    if built is not None:
        return built[name]
    import mmap  # noqa: PLC0415 -- only where a model or an unlicensed package was met

    with open(compiled_folder() / name, "rb") as file:  # noqa: PTH123 -- mmap wants the descriptor
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _built() -> dict[str, bytes] | None:
    """Return freshly compiled content when the files on disk cannot serve; `None` when they can."""
    if not is_checkout():
        return None
    folder, out = data_folder() / "licenses", compiled_folder()
    try:
        made = min(os.stat(out / name).st_mtime_ns for name in (CATALOGUE, ALIASES, MODELS, PACKAGES))  # noqa: PTH116 -- 4 stats
    except OSError:
        made = 0
    if made and made > _newest(str(folder)) and made > _newest(os.path.dirname(__file__)):  # noqa: PTH120 -- a string
        return None
    import time  # noqa: PLC0415 -- with the compiler

    from rail.catalogue.compile import compile_all, write_compiled  # noqa: PLC0415 -- yaml stays out of other starts

    began = time.time_ns()
    try:
        for path in write_compiled(folder, out):
            os.utime(path, ns=(began, began))  # an edit made meanwhile counts as newer
    except OSError:
        return compile_all(folder)
    return None


def _newest(folder: str) -> int:
    """Return the latest change below `folder` in nanoseconds; folders count, so a deletion shows too."""
    latest = os.stat(folder).st_mtime_ns  # noqa: PTH116 -- a string
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in ("schema", "fingerprints", "__pycache__"):
                    latest = max(latest, _newest(entry.path))
            elif entry.name.endswith((".yaml", ".py")):
                latest = max(latest, entry.stat().st_mtime_ns)
    return latest

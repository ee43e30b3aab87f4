"""What pip installed into a folder that may hold code of the house as well (`pip install --target .`, a site-packages).

The `RECORD` of each `*.dist-info` tells its files; where it is missing, `top_level.txt` or the name does.
https://packaging.python.org/specifications/recording-installed-packages/
"""

import os
from collections.abc import Iterable

_SUFFIX = ".dist-info"
_MAX_RECORD = 8 * 1024 * 1024


def installed_names(folder: str, names: Iterable[str]) -> frozenset[str]:
    """Return which entries of `folder`, an absolute path, belong to distributions; none where `names` show none."""
    described = [name for name in names if name.endswith(_SUFFIX)]
    found = set(described)
    for name in described:
        record = _head(f"{folder}/{name}/RECORD")
        if record:
            found.update(os.fsdecode(line.partition(b",")[0].partition(b"/")[0]) for line in record.split(b"\n"))
        else:
            modules = [os.fsdecode(line.strip()) for line in _head(f"{folder}/{name}/top_level.txt").split(b"\n")]
            modules.append(name.removesuffix(_SUFFIX).partition("-")[0])
            found.update(f"{module}{suffix}" for module in modules for suffix in ("", ".py") if module)
    return frozenset(found - {"", ".", ".."})


def _head(path: str) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    except (OSError, ValueError):
        return b""
    with os.fdopen(descriptor, "rb") as file:
        try:
            return file.read(_MAX_RECORD)
        except OSError:
            return b""

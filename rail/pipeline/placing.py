"""Where a file of a report lies as seen from the configuration, for `applies-to` is written there."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rail.sources.spi import Tree


class Root(NamedTuple):
    """The paths of a report that begin with `prefix` lie, without it, in `folder`, an absolute path."""

    prefix: str
    folder: str


def roots(inputs: Sequence[str], trees: Sequence[Tree], prefixes: Sequence[str], cwd: Path) -> tuple[Root, ...]:
    """Return where the inputs lie that are folders or files of a project; others have no place on this machine."""
    here = os.path.realpath(cwd)
    found = []
    for text, tree, prefix in zip(inputs, trees, prefixes, strict=True):
        path = os.path.realpath(os.path.join(here, text))  # noqa: PTH118 -- a path may hold what pathlib drops
        if not tree.first_party or not os.path.exists(path):  # noqa: PTH110 -- same
            continue
        if os.path.isdir(path):  # noqa: PTH112 -- same
            found.append(Root(prefix, path))
        else:  # a file is shown from the current folder where it lies below
            folder = os.path.dirname(path)  # noqa: PTH120 -- same
            found.append(Root(prefix, here if (path + os.sep).startswith(here + os.sep) else folder))
    return tuple(sorted(found, key=lambda each: -len(each.prefix)))


def locator(known: Sequence[Root], configuration: str | None, cwd: Path) -> Callable[[str], str | None]:
    """Return what finds a path of the report from the folder of the configuration; `None` for what lies elsewhere."""
    home = os.path.realpath(os.path.join(cwd, os.path.dirname(configuration or "")))  # noqa: PTH118, PTH120 -- same

    def locate(path: str) -> str | None:
        for prefix, folder in known:
            if path.startswith(prefix):
                whole = os.path.normpath(os.path.join(folder, path[len(prefix) :]))  # noqa: PTH118 -- same
                below = whole.startswith(home.rstrip(os.sep) + os.sep)
                return os.path.relpath(whole, home).replace(os.sep, "/") if below else None
        return None

    return locate

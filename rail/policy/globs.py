"""Patterns that a configuration uses: over paths, and over package URLs."""

import re
from fnmatch import fnmatchcase
from functools import lru_cache

from rail.domain.record import Purl
from rail.purl import without_version


def covers_path(glob: str, path: str) -> bool:
    """Tell whether a glob covers a POSIX path: `**` is any depth, `*` stays in a folder, a folder holds its files."""
    return _path_regex(glob).match(path) is not None


def covers_purl(glob: str, purl: Purl) -> bool:
    """Tell whether a glob covers a package URL, with its version or without; `*` is any run of characters."""
    return fnmatchcase(without_version(purl), glob) or fnmatchcase(purl, glob)


@lru_cache(maxsize=256)
def _path_regex(glob: str) -> re.Pattern[str]:
    pieces = re.findall(r"(?:\*\*/)+|\*+|\?|[^*?]+", glob.removeprefix("./").rstrip("/"))
    return re.compile("".join(map(_regex, pieces)) + r"(?:/.*)?\Z", re.DOTALL)


def _regex(piece: str) -> str:
    if piece.startswith("**/"):
        return "(?:.*/)?"
    if piece.startswith("**"):
        return ".*"
    return {"*": "[^/]*", "?": "[^/]"}.get(piece) or re.escape(piece)

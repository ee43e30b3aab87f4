"""What Go's documents share: module paths and versions, and their package URLs."""

import re

from rail.domain.record import Purl
from rail.purl import purl

PATH = re.compile(r"[A-Za-z0-9._~!+-]+(?:/[A-Za-z0-9._~!+-]+)*\Z")
VERSION = re.compile(r"v\d+\.\d+\.\d+(?:[-+.][0-9A-Za-z.+-]*)?\Z")
MAX_PATH = 500


def is_module(path: str) -> bool:
    """Can it be the path of a module?"""
    return len(path) <= MAX_PATH and bool(PATH.match(path))


def module_purl(path: str, version: str | None) -> Purl:
    """Return the purl of a module; the specification asks for lower case."""
    return purl("golang", path.lower(), version)


def order(version: str) -> tuple[tuple[int, ...], int, str]:
    """Return a key that sorts versions from old to new; a pre-release stands before its release."""
    core, mark, rest = version.removeprefix("v").partition("-")
    numbers = tuple(int(part) for part in core.partition("+")[0].split(".") if part.isdecimal() and len(part) < 19)  # noqa: PLR2004 -- fits a word
    return numbers, int(not mark), rest

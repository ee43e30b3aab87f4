"""Ranges of versions as manifests write them, told as bounds: `^5.0.0` is `>=5.0.0,<6`.

Only ranges that begin somewhere or end somewhere are told; tags, branches and `*` say nothing about a version. What is
excluded within a range (`!=`) does not count: the bounds are then wider than the range, never narrower.

Specifications: https://github.com/npm/node-semver#ranges and
https://packaging.python.org/specifications/version-specifiers/
"""

import re
from collections.abc import Iterator

_MAX = 200
_NUMBER = r"[v=]*(\d+(?:\.(?:\d+|[xX*]))*(?:[-+][0-9A-Za-z.+-]+|(?:a|b|rc|\.?dev|\.?post)\d+)?)"
_COMPARATOR = re.compile(rf"(\^|~>|~=|~|===|==|>=|<=|>|<|!=|)\s*{_NUMBER}(?:\.\*)?\s*")
_HYPHEN = re.compile(rf"\s*{_NUMBER}\s+-\s+{_NUMBER}\s*\Z")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")
_FULL = 3


def npm_bounds(text: str) -> str | None:
    """Return the bounds of a range of npm, alternatives joined by ` || `; `None` when it has none that can be read."""
    if len(text) > _MAX:
        return None
    told = [_told(_HYPHEN.sub(r">=\1 <=\2", each)) for each in text.split("||")]
    return " || ".join(each for each in told if each) if all(told) else None


def python_bounds(text: str) -> str | None:
    """Return the bounds of a specifier of Python (`>=1.2,<2`, `~=1.4`, `==1.*`); `None` when it has none."""
    return _told(text.replace(",", " ").strip("() \t")) if len(text) <= _MAX and "||" not in text else None


def _told(text: str) -> str | None:
    bounds: list[str] = []
    at = len(text) - len(text.lstrip())
    while at < len(text):
        found = _COMPARATOR.match(text, at)
        if found is None:
            return None
        bounds += _bounds(found[1], found[2])
        at = found.end()
    return ",".join(bounds) or None


def _bounds(operator: str, version: str) -> Iterator[str]:
    """Yield what one comparator says; a version that is not written in full stands for all that begin so."""
    release = _RELEASE.match(version)
    numbers = [int(each) for each in release[0].split(".")] if release else [0]
    low = version if "x" not in version.lower() and "*" not in version else ".".join(map(str, numbers))
    if operator in ("<", "<="):
        whole = operator == "<" or len(numbers) >= _FULL
        yield f"{operator}{low}" if whole else f"<{_next(numbers, len(numbers))}"
    elif operator in (">", ">="):
        yield f">={low}"
    elif operator != "!=":
        yield f">={low}"
        yield f"<{_next(numbers, _kept(operator, numbers))}"


def _kept(operator: str, numbers: list[int]) -> int:
    """Return how many of the numbers stay as they are, the last of them excepted."""
    if operator == "^":
        return next((at for at, each in enumerate(numbers, 1) if each), len(numbers))
    if operator == "~=":
        return max(len(numbers) - 1, 1)
    return min(len(numbers), _FULL - 1) if operator in ("~", "~>") else len(numbers)


def _next(numbers: list[int], kept: int) -> str:
    return ".".join(map(str, [*numbers[: kept - 1], numbers[kept - 1] + 1]))

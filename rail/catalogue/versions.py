"""Versions of packages, compared without asking which registry they are from.

Numbers compare as numbers and missing ones count as 0 (`3` is `3.0.0`); letters that announce a release (`a`, `beta`,
`rc`, `dev`, `-anything`) stand before it, `post` after it; what follows `+` does not count. For the ranges of the
package table that agrees with https://semver.org, https://peps.python.org/pep-0440/ and with dates as versions.
"""

import re

_PART = re.compile(r"\d+|[a-z]+")
_BOUND = re.compile(r"(<=|>=|==|<|>)\s*(\S+)\Z")
_AFTER = frozenset({"post", "r", "rev", "final", "ga", "release", "sp"})
_MAX = 100
_OPERATORS = {
    "<": (-1,),
    "<=": (-1, 0),
    "==": (0,),
    ">=": (0, 1),
    ">": (1,),
}


def holds(versions: str, version: str) -> bool | None:
    """Answer whether a version lies within bounds (`>=3,<4`, empty for all); `None` when it cannot be read.

    A pre-release of the lower bound lies within (`4.0.0-beta.1` in `>=4`): it came with what is new, its licence too.
    """
    if not versions:
        return True
    parts = _parts(version)
    if parts is None:
        return None
    for bound in versions.split(","):
        found = _BOUND.match(bound.strip())
        limit = _parts(found[2]) if found is not None else None
        if found is None or limit is None:
            return None
        order = _compare(parts, limit)
        if found[1] in ("<", ">=") and parts[0] == limit[0] and not limit[1]:
            order = max(order, 0)
        if order not in _OPERATORS[found[1]]:
            return False
    return True


def covers(versions: str, wanted: str) -> bool | None:
    """Answer whether all versions within `wanted` (`>=5,<6 || >=7`) lie within `versions`; `None`: some may."""
    answers = {_covers(versions, each) for each in wanted.split("||")}
    return answers.pop() if len(answers) == 1 else None


def _covers(versions: str, wanted: str) -> bool | None:
    if not versions:
        return True
    row, range_ = _span(versions), _span(wanted)
    if row is None or range_ is None:
        return None
    (floor, ceiling, _), (low, high, closed) = row, range_
    if (ceiling and low and _compare(low, ceiling) >= 0) or (floor and high and _is_below(high, floor, closed=closed)):
        return False
    above = floor is None or (low is not None and _compare(low, floor) >= 0)
    below = ceiling is None or (high is not None and _compare(high, ceiling) <= (-1 if closed else 0))
    return True if above and below else None


def _is_below(high: "_Parts", floor: "_Parts", *, closed: bool) -> bool:
    return _compare(high, floor) < (0 if closed else 1)


def _span(bounds: str) -> "tuple[_Parts | None, _Parts | None, bool] | None":
    """Return the floor (within), the ceiling and whether that is within; `None` for bounds of another kind."""
    floor: _Parts | None = None
    ceiling: _Parts | None = None
    closed = False
    for bound in bounds.split(","):
        found = _BOUND.match(bound.strip())
        limit = _parts(found[2]) if found is not None else None
        if found is None or limit is None or found[1] not in (">=", "<", "<="):
            return None
        if found[1] == ">=":
            floor = limit if floor is None or _compare(limit, floor) > 0 else floor
        elif ceiling is None or _compare(limit, ceiling) < 0:
            ceiling, closed = limit, found[1] == "<="
    return floor, ceiling, closed


def fault_in(versions: str) -> str | None:
    """Return what is wrong with bounds as they are written in the table, or `None`."""
    for bound in versions.split(",") if versions else ():
        found = _BOUND.match(bound.strip())
        if found is None or _parts(found[2]) is None:
            return f"not a bound: {bound.strip()}"
    return None


_Parts = tuple[tuple[int, ...], tuple[tuple[int, str, int], ...]]


def _parts(version: str) -> _Parts | None:
    """Return the release numbers and what follows them; `None` for a version that does not begin with a number."""
    text = version.strip().lower().removeprefix("v").partition("+")[0].rpartition("!")[2]
    if len(text) > _MAX or not text[:1].isdigit():
        return None
    release = re.match(r"\d+(?:\.\d+)*", text)
    if release is None:
        return None
    numbers = [int(each) for each in release[0].split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    rest = [
        (0, "", int(part)) if part.isdigit() else (1 if part in _AFTER else -1, part, 0)
        for part in _PART.findall(text[release.end() :])
    ]
    return tuple(numbers), tuple(rest)


def _compare(one: _Parts, other: _Parts) -> int:
    """Return -1, 0 or 1 as `one` stands before, at or after `other`."""
    if one[0] != other[0]:
        return -1 if one[0] < other[0] else 1
    if one[1] == other[1]:
        return 0
    if not one[1] or not other[1]:
        rest, sign = (one[1], 1) if one[1] else (other[1], -1)
        return sign if rest[0][0] >= 0 and rest[0] != (0, "", 0) else -sign
    return -1 if one[1] < other[1] else 1

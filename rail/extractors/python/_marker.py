"""Environment markers, as far as they name platforms: `sys_platform == 'win32' and platform_machine != 'arm64'`.

Of which Python and which extra they speak is passed over.
https://packaging.python.org/specifications/dependency-specifiers/#environment-markers
"""

import re

from rail.domain.component import either_platform

MAX_LENGTH = 2_000
MAX_DEPTH = 32
MAX_PLATFORMS = 16
"""How many platforms a marker tells apart; one with more is taken to mean everywhere."""
_TOKEN = re.compile(r"\s*(?:([()])|('[^']*'|\"[^\"]*\")|([A-Za-z_][\w.]*)|(===|==|!=|<=|>=|~=|<|>))")
_NAMES = {"windows": "win32", "nt": "win32", "amd64": "x86_64"}
_VARIABLES = frozenset({"sys_platform", "platform_system", "os_name", "platform_machine"})
_OPERANDS = 3

_Platforms = frozenset[str]
"""Any of these; none: everywhere."""


def platforms(marker: str | None) -> tuple[str, ...]:
    """Return the platforms that alone a marker lets through: `win32`, `!win32`, `linux-x86_64`; `()` for all.

    What cannot be read lets all through.
    """
    if not marker or len(marker) > MAX_LENGTH or ("platform" not in marker and "os_name" not in marker):
        return ()
    tokens, at = [], 0
    while found := _TOKEN.match(marker, at):
        tokens.append(found[0].strip())
        at = found.end()
    if marker[at:].strip():
        return ()
    reader = _Reader(tokens)
    try:
        told = reader.either(0)
    except ValueError:
        return ()
    return tuple(sorted(told)) if reader.ended() else ()


class _Reader:
    """Reads the tokens of a marker from left to right; raises `ValueError` where it is none."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def ended(self) -> bool:
        return self._at == len(self._tokens)

    def either(self, depth: int) -> _Platforms:
        ways = [self._both(depth)]
        while self._next("or"):
            ways.append(self._both(depth))
        return frozenset(either_platform(ways))

    def _both(self, depth: int) -> _Platforms:
        told = self._one(depth)
        while self._next("and"):
            told = _joined(told, self._one(depth))
        return told

    def _one(self, depth: int) -> _Platforms:
        if depth > MAX_DEPTH:
            raise ValueError
        if self._next("("):
            told = self.either(depth + 1)
            if not self._next(")"):
                raise ValueError
            return told
        words: list[str] = []
        while not self.ended() and self._tokens[self._at] not in ("and", "or", "(", ")"):
            words.append(self._tokens[self._at])
            self._at += 1
        return _compared(words)

    def _next(self, token: str) -> bool:
        if self.ended() or self._tokens[self._at] != token:
            return False
        self._at += 1
        return True


def _compared(words: list[str]) -> _Platforms:
    """Return what a comparison says of platforms, its sides in either order."""
    if len(words) < _OPERANDS:
        raise ValueError
    if len(words) > _OPERANDS:  # `not in`
        return frozenset()
    left, operator, right = words
    if left[0] in "'\"":
        left, right = right, left
    if left not in _VARIABLES or operator not in ("==", "!=") or right[0] not in "'\"":
        return frozenset()
    said = right[1:-1].lower()
    name = _NAMES.get(said, said)
    if not name:
        return frozenset()
    return frozenset({name if operator == "==" else f"!{name}"})


def _joined(one: _Platforms, other: _Platforms) -> _Platforms:
    """Return the platforms that both let through: `linux` and `x86_64` are `linux-x86_64`."""
    if not one or not other or one == other:
        return one or other
    joined = {"-".join(dict.fromkeys((*a.split("-"), *b.split("-")))) for a in one for b in other}
    return frozenset(joined) if len(joined) <= MAX_PLATFORMS else frozenset()

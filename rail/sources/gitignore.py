"""The rules of a `.gitignore`: which paths version control leaves out.

https://git-scm.com/docs/gitignore

Also the meaning of `--exclude` globs. Matching takes time linear in the path, whatever the pattern.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

MAX_RULES = 10_000
"""How many lines of one ignore file are taken into account."""
_MAX_PATTERN = 1_000
_PLAIN = re.compile(r"[^*?\[\\/]+\Z")
_SUFFIX = re.compile(r"\*(\.[^*?\[\\/.]+)\Z")
_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r"\ \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": r"\ -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class _Path(NamedTuple):
    """A pattern with a slash in it: one expression a component, `None` for `**`."""

    parts: tuple[re.Pattern[str] | None, ...]


class _Run:
    """Consecutive patterns that all ignore, or all include again: their order among themselves does not matter."""

    __slots__ = ("expression", "folder_names", "names", "negated", "paths", "patterns", "suffixes")

    def __init__(self, negated: bool) -> None:
        self.negated = negated
        self.names: set[str] = set()
        self.folder_names: set[str] = set()
        self.suffixes: set[str] = set()
        self.patterns: list[tuple[re.Pattern[str], bool]] = []
        self.paths: list[tuple[_Path, bool]] = []

    def add(self, pattern: str, folders_only: bool) -> None:
        if "/" in pattern:
            parts = [part for part in pattern.split("/") if part]
            compiled = [None if part == "**" else _component(part) for part in parts]
            if compiled[-1] is None:
                compiled.append(_component("*"))
            self.paths.append((_Path(tuple(compiled)), folders_only))
        elif _PLAIN.match(pattern):
            (self.folder_names if folders_only else self.names).add(pattern)
        elif not folders_only and (suffix := _SUFFIX.match(pattern)):
            self.suffixes.add(suffix[1])
        else:
            self.patterns.append((_component(pattern), folders_only))

    def matches(self, path: str, name: str, folder: bool) -> bool:
        if name in self.names or (folder and name in self.folder_names):
            return True
        if self.suffixes and (dot := name.rfind(".")) >= 0 and name[dot:] in self.suffixes:
            return True
        if any(regex.match(name) for regex, folders_only in self.patterns if folder or not folders_only):
            return True
        if not self.paths:
            return False
        components = path.split("/")
        return any(_fits(pattern.parts, components) for pattern, only in self.paths if folder or not only)


class Rules:
    """The rules of one file; paths are relative to the folder that it lies in."""

    __slots__ = ("_runs",)

    def __init__(self, lines: Iterable[str]) -> None:
        runs: list[_Run] = []
        for count, line in enumerate(lines):
            if count >= MAX_RULES:
                break
            rule = _rule(line)
            if rule is None:
                continue
            pattern, negated, folders_only = rule
            if not runs or runs[-1].negated != negated:
                runs.append(_Run(negated))
            runs[-1].add(pattern, folders_only)
        self._runs = tuple(reversed(runs))

    def __bool__(self) -> bool:
        return bool(self._runs)

    def decide(self, path: str, name: str, *, folder: bool) -> bool | None:
        """Return whether the path is ignored (`True`), included again (`False`), or not spoken of (`None`)."""
        for run in self._runs:
            if run.matches(path, name, folder):
                return not run.negated
        return None


def _rule(line: str) -> tuple[str, bool, bool] | None:
    """Return pattern (with a slash in it if anchored), negated, folders only; `None` for no rule."""
    line = line.rstrip("\n").rstrip("\r")
    stripped = line.rstrip(" ")
    trailing = len(stripped) - len(stripped.rstrip("\\"))
    if len(stripped) < len(line) and trailing % 2:
        stripped += " "
    if not stripped or stripped.startswith("#") or len(stripped) > _MAX_PATTERN:
        return None
    negated = stripped.startswith("!")
    if negated:
        stripped = stripped[1:]
    folders_only = stripped.endswith("/")
    if folders_only:
        stripped = stripped[:-1]
    if not stripped or stripped.endswith("/") or "//" in stripped:
        return None
    if stripped.startswith("**/") and "/" not in stripped[3:] and stripped[3:] not in {"", "**"}:
        stripped = stripped[3:]
    return stripped, negated, folders_only


def _fits(parts: tuple[re.Pattern[str] | None, ...], components: list[str]) -> bool:
    """Match by component; on a mismatch only the last `**` takes one component more, so the work is bounded."""
    at, part = 0, 0
    star, resume = -1, 0
    while at < len(components):
        expression = parts[part] if part < len(parts) else None
        if part < len(parts) and expression is None:
            star, resume = part, at
            part += 1
        elif expression is not None and expression.match(components[at]):
            at += 1
            part += 1
        elif star >= 0:
            resume += 1
            part, at = star + 1, resume
        else:
            return False
    return part == len(parts)


def _component(pattern: str) -> re.Pattern[str]:
    """Translate one path component; each `*` but the last takes the shortest fit and never gives it back."""
    pieces: list[str] = [""]
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            if pieces[-1] or len(pieces) == 1:
                pieces.append("")
        elif char == "?":
            pieces[-1] += "."
        elif char == "[":
            translated, at = _bracket(pattern, at)
            pieces[-1] += translated
        elif char == "\\":
            if at >= len(pattern):
                return re.compile(r"(?!)")
            pieces[-1] += re.escape(pattern[at])
            at += 1
        else:
            pieces[-1] += re.escape(char)
    if len(pieces) == 1:
        return re.compile(rf"(?s:{pieces[0]})\Z")
    body = pieces[0]
    for number, piece in enumerate(pieces[1:-1]):
        body += f"(?=(?P<g{number}>.*?{piece}))(?P=g{number})"
    return re.compile(rf"(?s:{body}.*{pieces[-1]})\Z")


def _bracket(pattern: str, at: int) -> tuple[str, int]:
    """Translate a bracket expression that starts before `at`; an unclosed one matches nothing, as in git."""
    start = at
    negated = pattern[at : at + 1] in {"!", "^"}
    at += negated
    members: list[str] = []
    first = True
    while True:
        if at >= len(pattern):
            return "(?!)", len(pattern)
        char = pattern[at]
        if char == "]" and not first:
            break
        first = False
        named = re.compile(r"\[:([a-z]*):\]").match(pattern, at)
        if named:
            if named[1] not in _CLASSES:
                return "(?!)", len(pattern)
            members.append(_CLASSES[named[1]])
            at = named.end()
            continue
        low, at = _literal(pattern, at)
        high = low
        if pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in {"", "]"}:
            high, at = _literal(pattern, at + 1)
        if low <= high:
            members.append(f"{re.escape(low)}-{re.escape(high)}")
    if start == at or not members:
        return ("[^/]" if negated else "(?!)"), at + 1
    return f"[{'^' if negated else ''}{''.join(members)}]", at + 1


def _literal(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at] == "\\" and at + 1 < len(pattern):
        return pattern[at + 1], at + 2
    return pattern[at], at + 1

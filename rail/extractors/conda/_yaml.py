"""YAML documents from strangers, every scalar as the words that stand there: a version 1.10 stays 1.10.

Nesting is limited before the C parser sees the text, which has no limit of its own; aliases may be used, but what
they expand to is limited as well.
"""

from typing import Any

from rail.errors import ReadError
from rail.nesting import nested_too_deep
from rail.sources.spi import SourceFile

MAX_DEPTH = 40
"""The deepest nesting that is read; environments and lockfiles have six levels."""
MAX_VALUES = 3_000_000
"""How many values a document may come to, aliases expanded."""


class Block(dict[str, Any]):
    """A mapping, and the line (from 1) that it begins on."""

    line: int


class Word(str):
    """A scalar, and the line (from 1) that it stands on."""

    __slots__ = ("line",)
    line: int


def read_yaml(file: SourceFile) -> Block:
    """Return the mapping in `file`.

    Raises:
        ReadError: it is not YAML, nested too deeply, too large with its aliases, or not a mapping.
    """
    import yaml  # noqa: PLC0415 -- only for projects that have such a file

    path, text = str(file.path), file.text()
    if nested_too_deep(text, MAX_DEPTH):
        raise ReadError(f"nested deeper than {MAX_DEPTH}", place=path, hint="the file was not read")
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        value = _Reader(path).plain(root, 0)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = getattr(fault, "problem", None) or "special characters"
        line = mark.line + 1 if mark is not None else None
        raise ReadError(f"not YAML: {problem}", place=path, line=line, hint="is the file complete?") from fault
    except RecursionError as fault:
        raise ReadError("nested too deeply", place=path, hint="the file was not read") from fault
    if not isinstance(value, Block):
        raise ReadError("not a mapping", place=path, hint="is the file complete?")
    return value


def string(value: object) -> str | None:
    """Return words that say something; `None` in the place of anything else."""
    return str(value).strip() or None if isinstance(value, str) and value not in ("null", "~") else None


def blocks(value: object) -> list[Block]:
    """Return the mappings of a list; nothing in the place of anything else."""
    return [each for each in value if isinstance(each, Block)] if isinstance(value, list) else []


def words(value: object) -> list[Word]:
    """Return the scalars of a list; nothing in the place of anything else."""
    return [each for each in value if isinstance(each, Word)] if isinstance(value, list) else []


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self._count = 0

    def plain(self, node: Any, depth: int) -> Any:
        """Return the value of a node of the parser: words, a list, or a mapping."""
        self._count += 1
        if node is None:
            return None
        line = node.start_mark.line + 1
        if depth > MAX_DEPTH or self._count > MAX_VALUES:
            problem = f"nested deeper than {MAX_DEPTH}" if depth > MAX_DEPTH else "too large with its aliases"
            raise ReadError(problem, place=self._path, line=line, hint="the file was not read")
        if node.id == "scalar":
            word = Word(node.value)
            word.line = line
            return word
        if node.id == "sequence":
            return [self.plain(each, depth + 1) for each in node.value]
        block = Block()
        block.line = line
        for key, value in node.value:
            if key.id == "scalar":
                block[key.value] = self.plain(value, depth + 1)
        return block

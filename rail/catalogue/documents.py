"""Reads one YAML document of the catalogue into a typed value: strictly, with the place of each fault.

The subset is small on purpose: no anchors, no tags, no duplicate keys, and no guessing (`no`, `2019` and dates are
words; only `true`, `false` and `null` are not). https://yaml.org/spec/1.2.2/#102-json-schema
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from rail.errors import RailError
from rail.nesting import nested_too_deep

MAX_BYTES = 2_000_000
"""The largest data file that is read; a maker's models should be split long before."""

MAX_DEPTH = 64
"""The deepest nesting that is read; a profile has five levels."""

_T = TypeVar("_T")
_BOOL = "tag:yaml.org,2002:bool"
_NULL = "tag:yaml.org,2002:null"


def read_document(path: Path, shape: type[_T]) -> _T:
    """Return the document at `path` as a `shape`.

    Raises:
        RailError: it cannot be read, is no YAML of our subset, or has another shape; `place` is the path.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise RailError(f"cannot be read: {fault.strerror or fault}", place=str(path)) from fault
    return parse_document(content, shape, str(path))


def parse_document(content: bytes, shape: type[_T], place: str) -> _T:
    """Return the YAML text `content` as a `shape`; `place` names it in errors.

    Raises:
        RailError: as `read_document`.
    """
    if len(content) > MAX_BYTES:
        raise RailError(f"{len(content)} bytes; a data file has at most {MAX_BYTES}", place=place)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise RailError("not UTF-8", place=place) from fault
    if nested_too_deep(text, MAX_DEPTH):
        raise RailError(f"nested deeper than {MAX_DEPTH}", place=place)
    import yaml  # noqa: PLC0415 -- only the build and a checkout read YAML

    try:
        document = yaml.load(text, Loader=_loader())  # noqa: S506 -- a safe loader, narrowed
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise RailError(fault.problem or "not YAML", place=f"{place}:{line}") from fault
    except (yaml.YAMLError, RecursionError) as fault:
        raise RailError(f"not YAML: {fault}", place=place) from fault
    try:
        return msgspec.convert(document, shape, strict=True)
    except msgspec.ValidationError as fault:
        raise RailError(str(fault), place=place) from fault


@cache
def _loader() -> Any:
    """Build the loader class once: libyaml when it is there, pure Python else."""
    import yaml  # noqa: PLC0415 -- with yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]  # the base is chosen at run time
        """A safe loader of the catalogue's subset."""

        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- pyyaml's own protocol

        def __init__(self, stream: str) -> None:
            super().__init__(stream)
            self.met: set[int] = set()

        def child(self, node: Any) -> Any:
            """Construct a node; the second sight of one is an alias."""
            if id(node) in self.met:
                raise yaml.constructor.ConstructorError(None, None, "aliases are not allowed", node.start_mark)
            self.met.add(id(node))
            return self.construct_object(node, deep=True)

    def mapping(loader: Any, node: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = loader.child(key_node)
            if not isinstance(key, str):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
            if key in found:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", key_node.start_mark)
            found[key] = loader.child(value_node)
        return found

    def sequence(loader: Any, node: Any) -> list[Any]:
        return [loader.child(each) for each in node.value]

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    Loader.add_constructor("tag:yaml.org,2002:seq", sequence)
    Loader.add_implicit_resolver(_BOOL, re.compile(r"(?:true|false)\Z"), list("tf"))
    Loader.add_implicit_resolver(_NULL, re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])
    return Loader

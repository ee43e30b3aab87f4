"""Templates that someone else wrote, rendered where they can do nothing but write text.

https://jinja.palletsprojects.com/en/stable/sandbox/

They may use `if`, `for`, `set`, `with`, expressions and a handful of filters. There is no way to other files, to
Python objects or to chance; how much is read, how many steps are taken and how much is written is bounded.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

from rail.errors import ReadError

MAX_TEMPLATE = 256_000
"""The largest template, in characters."""

MAX_OUTPUT = 2_000_000
"""The longest text that a template may write, in characters."""

MAX_STEPS = 200_000
"""Lines of a compiled template that may be run."""

LONGEST = 100_000
"""The longest text that one filter may make, in characters."""

_METHODS = frozenset({"get", "items", "keys", "values", "lower", "upper", "strip", "startswith", "endswith"})
_REFUSED = {
    "Include": "include",
    "Import": "import",
    "FromImport": "import",
    "Extends": "extends",
    "Block": "block",
    "Macro": "macro",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "AssignBlock": "set … endset",
    "Mul": "*",
    "Pow": "**",
    "Mod": "%",
    "Add": "+",
    "Concat": "~",
}
"""What would reach other files, or make much out of little; adjacent `{{ }}` do what `+` and `~` do."""

_FAULTS = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError, MemoryError)
"""What an expression can end in."""


def render(source: str, place: str, variables: Mapping[str, Any], escape: Callable[[Any], Any]) -> str:
    """Return what a template writes; `escape` is put to every value.

    Raises:
        ReadError: it is too large, not understood, asks for something that is not there, or has no end.
    """
    import jinja2  # noqa: PLC0415 -- only where such a template is rendered

    if len(source) > MAX_TEMPLATE:
        raise ReadError(f"larger than {MAX_TEMPLATE:,} characters", place=place, hint="is this a template?")
    written: list[str] = []
    size = 0
    try:
        template = _compiled(source, place, escape)
        with _bounded(place):
            for piece in template.generate(variables):
                size += len(piece)
                if size > MAX_OUTPUT:
                    raise ReadError(f"writes more than {MAX_OUTPUT:,} characters", place=place, hint="see its loops")
                written.append(piece)
    except jinja2.TemplateSyntaxError as fault:
        raise ReadError(f"not a template: {fault.message}", place=place, line=fault.lineno) from fault
    except jinja2.UndefinedError as fault:
        raise _unknown(fault, place, variables) from fault
    except jinja2.TemplateError as fault:
        raise ReadError(str(fault), place=place, line=_line(fault, place)) from fault
    except _FAULTS as fault:
        raise ReadError(f"cannot be rendered: {fault}", place=place, line=_line(fault, place)) from fault
    return "".join(written)


def _compiled(source: str, place: str, escape: Callable[[Any], Any]) -> Any:
    environment = _environment().overlay(finalize=lambda value: escape(_words(value)))
    tree = environment.parse(source, place, place)
    for node in _nodes(tree):
        name = type(node).__name__
        if name in _REFUSED or getattr(node, "recursive", False):
            what = _REFUSED.get(name, "recursive")
            raise ReadError(
                f"`{what}` is not for licence templates",
                place=place,
                line=node.lineno,
                hint="use if, for, set, with and filters",
            )
    return environment.template_class.from_code(
        environment, environment.compile(tree, place, place), environment.make_globals(None)
    )


def _nodes(tree: Any) -> Iterator[Any]:
    """Yield all nodes, without recursion of our own: the depth is the template's."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())


@cache
def _environment() -> Any:
    from jinja2 import StrictUndefined  # noqa: PLC0415 -- only where such a template is rendered
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 -- likewise

    class Bare(ImmutableSandboxedEnvironment):
        def wrap_str_format(self, _value: Any) -> None:
            """Leave `format` to `is_safe_attribute`, which refuses it."""

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            return (attr in _METHODS or not callable(value)) and super().is_safe_attribute(obj, attr, value)

    environment = Bare(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    kept = {name: environment.filters[name] for name in ("default", "first", "last", "length", "list")}
    environment.filters = {**kept, **_FILTERS}
    environment.globals = {}
    return environment


def _words(value: Any) -> str:
    if not isinstance(value, (str, int)):
        from jinja2 import Undefined  # noqa: PLC0415 -- only for a message

        if isinstance(value, Undefined):
            str(value)  # says what is undefined
        raise TypeError(f"{type(value).__name__} where words are expected")
    return str(value)


def _joined(values: Any, between: str = "") -> str:
    words = [_words(each) for each in values]
    if sum(map(len, words)) + len(between) * len(words) > LONGEST:
        raise ValueError(f"join makes more than {LONGEST:,} characters")
    return between.join(words)


_FILTERS: dict[str, Callable[..., str]] = {
    "capitalize": lambda value: _words(value).capitalize(),
    "join": _joined,
    "lower": lambda value: _words(value).lower(),
    "title": lambda value: _words(value).title(),
    "trim": lambda value: _words(value).strip(),
    "upper": lambda value: _words(value).upper(),
}


@contextmanager
def _bounded(place: str) -> Iterator[None]:
    """Count the lines that run, so that loops within loops come to an end."""
    steps = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        if steps > MAX_STEPS:
            raise ReadError(f"takes more than {MAX_STEPS:,} steps", place=place, hint="see its loops")
        return line

    def call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return line if frame.f_code.co_filename == place else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        yield
    finally:
        sys.settrace(before)


def _unknown(fault: Exception, place: str, variables: Mapping[str, Any]) -> ReadError:
    names = ", ".join(sorted(name for name in variables if not name.startswith("_")))
    return ReadError(str(fault), place=place, line=_line(fault, place), hint=f"there are: {names}")


def _line(fault: BaseException, place: str) -> int | None:
    """Return the line of the template that was run when it failed."""
    found, trace = None, fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == place:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found

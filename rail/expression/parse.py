"""Text to licence expression, or the reason why it is none.

The grammar is SPDX's: https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/. A name, a tag or a
sentence is not an expression and is refused here; what names and tags mean is the catalogue's business.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, Union

from rail.domain.record import SpdxExpression
from rail.errors import ReadError

MAX_LENGTH = 8192
"""The longest expression that is read, in characters."""
MAX_DEPTH = 32
"""The deepest nesting of groups that is followed; twice as many brackets are, since they may be idle."""

_SYMBOL = re.compile(r"[A-Za-z0-9.+-]+\Z")
_LICENSE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:LicenseRef-[A-Za-z0-9.-]+|[A-Za-z0-9][A-Za-z0-9.-]*\+?)\Z")
_WORD = re.compile(r"[()]|[^\s()]+")
_SHOWN = 60
_OPERATORS = frozenset({"AND", "OR", "WITH"})
_RESERVED = {
    "UNLICENSED": "npm's word for no licence granted",
    "NOASSERTION": "SPDX's word for nothing said",
    "NONE": "SPDX's word for no licence found",
    "LATER": '"or later" is not a licence; SPDX writes it in the id, for example GPL-2.0-or-later',
    "NEWER": '"or newer" is not a licence; SPDX writes it in the id, for example GPL-2.0-or-later',
}

_EXCEPTION = (  # compiled when first used: few licences have an exception
    r"(?i)(?:(?!LicenseRef-|AdditionRef-|DocumentRef-)|LicenseRef-scancode-)"
    r"(?:.*-)?(?:exception|syscall-note|SHL-2\.[01]|GPL-CC-1\.0|LLGPL)(?:-.*)?\Z"
)


class ExpressionError(ReadError):
    """The text is not a licence expression; `problem` says why."""


class Group(NamedTuple):
    """Two or more parts joined by one operator, `AND` or `OR`; a part is a symbol or a group of the other operator."""

    operator: str
    parts: "tuple[Node, ...]"


Node = Union[str, Group]  # noqa: UP007 -- a string and a forward reference cannot be joined by | at run time


def parse(text: str) -> SpdxExpression:
    """Return the canonical spelling: operators in capitals, brackets where groups mix, nothing said twice.

    The case of ids is kept: only the catalogue knows them.

    Raises:
        ExpressionError: it is not an expression, or larger than any honest one.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"licence expression of {len(text)} characters; at most {MAX_LENGTH} are read")
    if _SYMBOL.match(text):
        _check_symbol(text)
        return SpdxExpression(text)
    _check_words(text)
    node = _read(text)
    spelled = _spell(node)
    if _depth(node) > MAX_DEPTH or len(spelled) > MAX_LENGTH:
        raise ExpressionError("licence expression too large", hint=f"nested {_depth(node)} deep")
    return spelled


@lru_cache(maxsize=4096)
def symbols(expression: SpdxExpression) -> tuple[str, ...]:
    """Return the licences that an expression names (see `licensed`), each once, in the order of the text."""
    return tuple(dict.fromkeys(licensed(leaf) for leaf in _leaves(tree(expression))))


def conjoin(expressions: Iterable[SpdxExpression]) -> SpdxExpression:
    """Join expressions that all bind: with `AND`, each once.

    Raises:
        ExpressionError: there is nothing to join.
    """
    each_once = tuple(dict.fromkeys(expressions))
    if not each_once:
        raise ExpressionError("no expression to join")
    return _spell(_join("AND", [tree(each) for each in each_once]))


@lru_cache(maxsize=4096)
def tree(expression: SpdxExpression) -> Node:
    """Return the parts of an expression as nested groups; a leaf is an id or `id WITH exception`."""
    return expression if _SYMBOL.match(expression) else _read(expression)


def licensed(leaf: str) -> str:
    """Return the licence to judge for a leaf: of `A WITH B` it is `A`, for an exception only adds permission.

    Where B may be anything (`LicenseRef-…`, `AdditionRef-…`) the whole stays one symbol that no catalogue knows.
    """
    license_, _, exception = leaf.partition(" WITH ")
    return license_ if not exception or re.match(_EXCEPTION, exception) else leaf


def _check_words(text: str) -> None:
    words = _WORD.findall(text)
    if not words:
        raise ExpressionError("empty licence expression")
    depth = 0
    before = ""
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth > 2 * MAX_DEPTH:
            raise ExpressionError(f"licence expression nested in more than {2 * MAX_DEPTH} brackets")
        if word in "()" or word.upper() in _OPERATORS:
            before = ""
            continue
        if before:
            missing = f"no operator between {_show(before)} and {_show(word)}"
            raise ExpressionError(f"not a licence expression: {_show(text)}", hint=missing)
        _check_symbol(word)
        before = word


def _check_symbol(word: str) -> None:
    upper = word.upper()
    if upper in _RESERVED:
        raise ExpressionError(f"{word} is not a licence", hint=_RESERVED[upper])
    if upper in _OPERATORS or not _LICENSE.match(word):
        raise ExpressionError(
            f"not a licence id: {_show(word)}", hint="letters, digits, dots and hyphens, with one + at the end"
        )
    if upper.startswith("LICENSEREF-") and word.endswith("+"):
        raise ExpressionError(f"not a licence id: {_show(word)}", hint="a LicenseRef- takes no plus sign")


def _show(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _flat(text: str) -> Node | None:
    """Return the group of `A AND B AND C` or `(A OR B)`, which need no grammar; `None` for everything else."""
    words = (text[1:-1] if text.startswith("(") and text.endswith(")") else text).split()
    operators = {word.upper() for word in words[1::2]}
    if len(words) % 2 and len(operators) == 1 and operators <= {"AND", "OR"} and all(map(_is_symbol, words[::2])):
        return _join(operators.pop(), words[::2])
    return None


def _is_symbol(word: str) -> bool:
    return _SYMBOL.match(word) is not None and word.upper() not in _OPERATORS


def _read(text: str) -> Node:
    flat = _flat(text)
    if flat is not None:
        return flat
    import license_expression  # noqa: PLC0415 -- 27 M instructions, and most expressions are flat

    try:
        return _node(license_expression.Licensing().parse(text, simple=True))
    except Exception as fault:  # besides its own errors the parser raises IndexError, for one on "()"
        raise ExpressionError(f"not a licence expression: {_show(text)}", hint=str(fault)[:200]) from fault


def _node(parsed: Any) -> Node:
    """Turn license-expression's objects into ours: groups flat, nothing twice."""
    if hasattr(parsed, "license_symbol"):
        return f"{parsed.license_symbol.key} WITH {parsed.exception_symbol.key}"
    if hasattr(parsed, "key"):
        return str(parsed.key)
    return _join(parsed.operator.strip().upper(), [_node(each) for each in parsed.args])


def _join(operator: str, nodes: Iterable[Node]) -> Node:
    flat: dict[Node, None] = {}
    for node in nodes:
        same = isinstance(node, Group) and node.operator == operator
        flat.update(dict.fromkeys(node.parts if same and isinstance(node, Group) else (node,)))
    parts = tuple(flat)
    return parts[0] if len(parts) == 1 else Group(operator, parts)


def _spell(node: Node) -> SpdxExpression:
    if isinstance(node, str):
        return SpdxExpression(node)
    parts = (f"({_spell(each)})" if isinstance(each, Group) else each for each in node.parts)
    return SpdxExpression(f" {node.operator} ".join(parts))


def _depth(node: Node) -> int:
    return 0 if isinstance(node, str) else 1 + max(map(_depth, node.parts))


def _leaves(node: Node) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    else:
        for part in node.parts:
            yield from _leaves(part)

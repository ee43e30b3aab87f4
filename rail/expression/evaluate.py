"""Fold an expression with a judge: AND takes the stricter verdict, OR the freer, for the licensee may choose."""

from collections.abc import Callable, Sequence
from functools import lru_cache, reduce
from operator import and_, or_
from typing import NamedTuple, TypeVar

from rail.domain.record import SpdxExpression
from rail.domain.verdict import Verdict
from rail.expression.parse import Node, conjoin, licensed, tree

MAX_BRANCHES = 64
"""How many alternatives `branches` spells out."""

T = TypeVar("T")


class Choice(NamedTuple):
    """A verdict and the branch that leads to it: the symbols that bind the licensee who chooses well."""

    verdict: Verdict
    symbols: tuple[str, ...]


def fold(
    expression: SpdxExpression,
    judge: Callable[[str], T],
    all_: Callable[[Sequence[T]], T],
    any_: Callable[[Sequence[T]], T],
) -> T:
    """Judge each symbol and combine upwards: `all_` where every part binds (AND), `any_` where one is chosen (OR)."""
    return _fold(tree(expression), lambda leaf: judge(licensed(leaf)), all_, any_)


def evaluate(expression: SpdxExpression, judge: Callable[[str], Verdict]) -> Verdict:
    """Return the verdict on an expression from the verdicts on its symbols."""
    return fold(expression, judge, lambda parts: reduce(and_, parts), lambda parts: reduce(or_, parts))


def choose(expression: SpdxExpression, judge: Callable[[str], Verdict]) -> Choice:
    """Return the verdict and the symbols of the freest branch; of equally free ones the first named."""
    return _fold(tree(expression), lambda leaf: Choice(judge(licensed(leaf)), (leaf,)), _all, _freest)


def branches(expression: SpdxExpression) -> tuple[SpdxExpression, ...]:
    """Return the alternatives of an expression, each joined by AND only; one when there is no choice.

    At most `MAX_BRANCHES` of them, the first ones: a branch that is listed is always a true alternative.
    """
    return _branches(expression)


@lru_cache(maxsize=1024)
def _branches(expression: SpdxExpression) -> tuple[SpdxExpression, ...]:
    chosen = _fold(tree(expression), lambda leaf: ((leaf,),), _product, _sum)
    return tuple(dict.fromkeys(conjoin([SpdxExpression(each) for each in branch]) for branch in chosen))


def _fold(
    node: Node, judge: Callable[[str], T], all_: Callable[[Sequence[T]], T], any_: Callable[[Sequence[T]], T]
) -> T:
    if isinstance(node, str):
        return judge(node)
    parts = [_fold(part, judge, all_, any_) for part in node.parts]
    return all_(parts) if node.operator == "AND" else any_(parts)


def _all(parts: Sequence[Choice]) -> Choice:
    verdict = reduce(and_, (part.verdict for part in parts))
    return Choice(verdict, tuple(dict.fromkeys(symbol for part in parts for symbol in part.symbols)))


def _freest(parts: Sequence[Choice]) -> Choice:
    return min(parts, key=lambda part: part.verdict)


_Branches = tuple[tuple[str, ...], ...]


def _product(parts: Sequence[_Branches]) -> _Branches:
    found: _Branches = ((),)
    for part in parts:
        found = tuple((*left, *right) for left in found for right in part[:MAX_BRANCHES])[:MAX_BRANCHES]
    return found


def _sum(parts: Sequence[_Branches]) -> _Branches:
    return tuple(branch for part in parts for branch in part)[:MAX_BRANCHES]

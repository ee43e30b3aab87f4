"""Licences that do not go together with restrictions on use, or add restrictions of their own to the whole.

https://www.gnu.org/licenses/license-list.html#NonFreeSoftwareLicenses
"""

from collections.abc import Iterable

from rail.catalogue.covers import covers
from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.domain.verdict import Verdict
from rail.errors import ReadError
from rail.expression.evaluate import evaluate
from rail.expression.parse import parse
from rail.generate.answers import Combined
from rail.generate.clauselist import Bars

_GNU = ("GPL-", "AGPL-")
_SHOWN = 5


def forbids_restrictions(expression: str) -> bool:
    """Tell whether every choice in an expression holds a GNU licence that allows no further restrictions.

    The LGPL is left out: it lets a work under other terms use the library.
    """
    try:
        parsed = parse(expression)
    except ReadError:
        return False
    return evaluate(parsed, _judged) is Verdict.PROHIBITED


def incompatible(combined: Iterable[Combined], restricts: Iterable[Bars]) -> list[Remark]:
    """Return what is to be said of the works that this one is used together with."""
    own = tuple(restricts)
    out, gnu = [], []
    for each in combined:
        if forbids_restrictions(each.license):
            gnu.append(_named(each))
            continue
        beyond = sorted({use for use in _uses(each) if not any(covers(bars.use, use) for bars in own)})
        if beyond:
            out.append(_union(each, beyond))
        if not each.complete:
            out.append(_unknown(each))
    return [*([_copyleft(gnu)] if gnu else []), *out]


def _copyleft(named: list[str]) -> Remark:
    return Remark(
        code="W-COMPAT",
        level=Level.WARNING,
        message=f"used together with works under the GNU licences: {_some(named)}",
        why="they forbid further restrictions on recipients; what forms one work with them cannot be passed on under "
        "this licence, nor under theirs",
        remedy="keep them apart (programs of their own, weights in files of their own), name what is under which "
        "licence, or license your code openly and the model or the data alone under this licence",
    )


def _union(other: Combined, beyond: list[str]) -> Remark:
    return Remark(
        code="W-COMPAT",
        level=Level.WARNING,
        message=f"{_named(other)} bars more than this licence: {_some(beyond)}",
        why="whoever uses both together has to keep to the clauses of both",
        remedy=f"say so in the README, or carry them as well: --inherit {other.source}",
    )


def _unknown(other: Combined) -> Remark:
    return Remark(
        code="W-COMPAT",
        level=Level.WARNING,
        message=f"what {_named(other)} bars is not known in full",
        why="whether both can be used together, and for what, cannot be told",
        remedy="read its licence; `rail explain` shows what is known of it",
    )


def _named(other: Combined) -> str:
    return other.source if other.source == other.license else f"{other.source} ({other.license})"


def _uses(other: Combined) -> Iterable[str]:
    return (each.partition("=")[0] for each in other.restrictions if not each.startswith("non-behavioural"))


def _judged(leaf: str) -> Verdict:
    return Verdict.PROHIBITED if leaf.startswith(_GNU) else Verdict.ALLOWED


def _some(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more

"""Do the statements on one component agree: what was declared, and the texts in hand?"""

from collections.abc import Sequence

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import named_restricts
from rail.domain.evidence import Match, Restricted, Status
from rail.expression.parse import symbols


def agreement(declared_by: Sequence[Match], texts: Sequence[Match], catalogue: Catalogue) -> Status:
    """Return how well declarations and texts agree on one component."""
    declared = {s for m in declared_by if m.expression for s in symbols(m.expression)}
    observed = {s for m in texts if m.expression for s in symbols(m.expression)}
    if declared and observed and _disagree(declared, observed, catalogue):
        return Status.CONFLICT
    if declared and any(_bars_unsaid(match, declared, catalogue) for match in texts):
        return Status.CONFLICT
    if len(declared_by) > 1 and _disagree_among(declared_by, catalogue):
        return Status.CONFLICT
    if not declared and not observed:
        return Status.UNRECOGNISED
    return Status.RESOLVED


def _bars_unsaid(text: Match, declared: set[str], catalogue: Catalogue) -> bool:
    """Tell whether a text in which no licence is known bars uses although what was declared bars none."""
    reading = text.reading
    bars = reading is not None and reading.expression is None and reading.restricted is Restricted.YES
    return bars and all(named_restricts(each, catalogue) is Restricted.NO for each in declared)


def _disagree(declared: set[str], observed: set[str], catalogue: Catalogue) -> bool:
    """Tell whether a text holds something that bars uses and was not declared, or nothing of what was declared."""
    undeclared = [s for s in observed if s not in declared and named_restricts(s, catalogue) is not Restricted.NO]
    if undeclared:
        return True
    return not any(_related(d, o) for d in declared for o in observed)


def _disagree_among(declared: Sequence[Match], catalogue: Catalogue) -> bool:
    """Tell whether metadata statements differ in whether they bar uses, or name unrelated licences."""
    each = [set(symbols(m.expression)) for m in declared if m.expression]
    first = each[0]
    return any(
        not any(_related(a, b) for a in first for b in other)
        or {named_restricts(s, catalogue) for s in first} != {named_restricts(s, catalogue) for s in other}
        for other in each[1:]
    )


def _related(one: str, other: str) -> bool:
    """Tell whether two symbols are the same licence or members of one family (`BSD`, `GPL-3.0-only`, …)."""
    if one.lower() == other.lower():
        return True
    return _family(one) == _family(other) != ""


def _family(symbol: str) -> str:
    name = symbol.lower().removeprefix("licenseref-").removeprefix("rail-").removeprefix("scancode-")
    return name.partition("-")[0].rstrip("+0123456789.")

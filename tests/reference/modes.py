"""The modes in which a restriction binds, from the catalogue."""

from rail.catalogue.load import load
from rail.domain.use import Mode
from rail.domain.verdict import Verdict
from tests.reference._markdown import code, head, table

PAGE = "modes.md"


def markdown() -> str:
    """Return the page."""
    page = head(
        "Modes",
        "`licenses/modes.yaml`",
        "A mode is how a restriction binds: outright, or depending on a fact of the use case. The fact is "
        "answered under `facts` of a `[[use-case]]` (`human-decides = true`). While it is not stated, the "
        "verdict is that of the last column; it is never `allowed`.",
    )
    rows = [_row(each) for each in load().modes.values()]
    return page + table(["mode", "binds", "fact and question", "yes", "no", "not said"], rows)


def _row(mode: Mode) -> tuple[str, ...]:
    asks = f"{code(mode.asks.fact)}: {mode.asks.question}" if mode.asks else "—"
    when = mode.when
    return code(mode.id), mode.definition, asks, _word(when.yes), _word(when.no), _word(when.silent)


def _word(verdict: Verdict | None) -> str:
    return verdict.value if verdict else "—"

"""The clauses of texts that are known as wholes, told from the readings beside the index instead of read again."""

from collections.abc import Collection
from functools import cache
from itertools import compress
from operator import attrgetter, eq

from rail.domain.evidence import Clause
from rail.identify.clauses.result import ClauseReading, Policy, Suspicion
from rail.identify.document import Document
from rail.identify.excerpts import Excerpts
from rail.identify.readings import Readings, Told, open_readings
from rail.identify.recognise import Recognition
from rail.identify.wholes import Copy


def retell(
    document: Document, recognition: Recognition, passed_over: Collection[int], readings: Readings | None = None
) -> tuple[ClauseReading, bool] | None:
    """Return what the known texts in a document say, and whether words added to one may inherit a prohibition.

    Those are words below it, and all lines that part it. The regions `passed_over` restrict nothing. `None` when a text
    is not known as a whole, or was not read before.
    """
    readings = readings or default_readings()
    wholes = {copy.text: copy for copy in recognition.wholes}
    told: list[tuple[Told, Copy]] = []
    for number, text in enumerate(recognition.texts):
        if number not in passed_over:
            copy = wholes.get(text)
            said = readings.get(copy.mark.digest) if copy else None
            if said is None or copy is None or recognition.texts.count(text) > 1:
                return None
            told.append((said, copy))
    try:
        parts = [told_of(each, copy, document, readings) for each, copy in told]
    except LookupError:
        return None
    return _joined(parts), any(each.open or _is_parted(copy, document) for each, copy in told)


@cache
def default_readings() -> Readings:
    """Return the readings that rail carries, opened once."""
    return open_readings()


def told_of(told: Told, copy: Copy, document: Document, readings: Readings) -> ClauseReading:
    """Return what a copy of a known text in a document says.

    Raises:
        LookupError: its letters are not where they should be.
    """
    if not (told.clauses or told.suspicion or told.policies):
        return ClauseReading()
    excerpts = Excerpts(document.lines, copy)
    headings = [excerpts.text(each)[1] for each in told.headings]
    clauses = []
    for each in told.clauses:
        line, text = excerpts.text(each.quote)
        section = " ".join(filter(None, (headings[each.heading] if each.heading >= 0 else "", each.labels)))
        clauses.append(
            Clause(
                use=readings.name(each.use),
                mode=readings.name(each.mode),
                text=text,
                line=line,
                section=section or None,
            )
        )
    return ClauseReading(
        tuple(clauses),
        tuple(Policy(url, excerpts.line_of(at), excerpts.text(quote)[1]) for url, at, quote in told.policies),
        tuple(Suspicion(*excerpts.text(quote), readings.name(why)) for why, quote in told.suspicion),
    )


def _is_parted(copy: Copy, document: Document) -> bool:
    """Tell whether lines that are none of a text stand within it."""
    starts = copy.stream.starts[copy.first : copy.last + 2]
    empty = compress(document.lines[copy.first : copy.last + 1], map(eq, starts, starts[1:]))
    return any(map(attrgetter("text"), empty))


def _joined(parts: list[ClauseReading]) -> ClauseReading:
    if len(parts) == 1:
        return parts[0]
    return ClauseReading(
        tuple(clause for part in parts for clause in part.restrictions),
        tuple(policy for part in parts for policy in part.policies),
        tuple(doubt for part in parts for doubt in part.suspicion),
    )

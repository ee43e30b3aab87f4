"""How much of a text is read clause by clause: time is bounded, and what was left out is told, never passed over."""

from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.document import Document, Line

MOST_READ = 2_000_000
"""Characters; a long licence has 60,000, the notices of a browser with all its parts are known texts for the most."""

UNREAD = "the text is too long: nothing from here on was read for restrictions"


def within_reach(document: Document) -> tuple[Document, Suspicion | None]:
    """Return the part of a document that is read, and where the rest begins when that is not all."""
    if sum([len(line.text) for line in document.lines]) <= MOST_READ:
        return document, None
    room = MOST_READ
    for at, line in enumerate(document.lines):
        if len(line.text) > room:
            lines = (*document.lines[:at], Line(line.number, line.text[:room]))
            return document._replace(lines=lines), Suspicion(line.number, line.text[room:][:QUOTED], UNREAD)
        room -= len(line.text)
    return document, None

"""Read the known texts that may restrict, once, for `readings.bin` and `sayings.bin`."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import profile_restricts
from rail.domain.evidence import Clause, Restricted
from rail.domain.profile import GeneralLicense
from rail.identify.build import KnownText
from rail.identify.clauses import ClauseReading, Policy, read_clauses
from rail.identify.clauses.memory import memory_of
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.sayings import Saying, pack_sayings
from rail.identify.document import Document, read_document
from rail.identify.excerpts import Excerpt, Excerpts
from rail.identify.fingerprints import Fingerprints
from rail.identify.readings import Readings, Told, ToldClause, pack_readings
from rail.identify.recognise import recognise
from rail.identify.retelling import told_of
from rail.identify.wholes import copies_of_itself

_BELOW = (
    "military surveillance of minors and what else comes with it.",
    "- military surveillance of minors and what else comes with it.",
)
"""Words that say nothing where nothing above forbids them."""


_ABOVE = 12
"""Lines that the words before a policy's name may take."""


def may_restrict(text: KnownText, catalogue: Catalogue) -> bool:
    """Tell whether a text is one whose clauses are read: a licence, not a notice, and none that restricts nothing."""
    licence = catalogue.profiles.get(text.id) or catalogue.by_symbol(text.id)
    if text.is_notice or isinstance(licence, GeneralLicense):
        return False
    return licence is None or profile_restricts(licence) is not Restricted.NO


def compile_readings(texts: Iterable[KnownText], index: Fingerprints) -> bytes:
    """Return the file of readings of those texts that can be told from numbers word for word as they are read."""
    names: dict[str, int] = {}
    told: dict[int, Told] = {}
    for text in texts:
        for digest, found in _told(text, index, names):
            told.setdefault(digest, found)
    return pack_readings(told, tuple(names))


def compile_sayings(texts: Iterable[KnownText]) -> bytes:
    """Return the file of what the sentences of the texts say (`clauses/sayings.py`)."""
    memory = memory_of(vocabulary(()))
    said: dict[str, Saying] = {}
    memory.drain()
    for text in texts:
        read_clauses(read_document(text.text))
        for sentence, saying in memory.drain().items():
            contexts = said.setdefault(sentence, saying._replace(contexts=[])).contexts
            contexts += [each for each in saying.contexts if each not in contexts]
    return pack_sayings(said)


def _told(text: KnownText, index: Fingerprints, names: dict[str, int]) -> Iterator[tuple[int, Told]]:
    """Yield the reading of a text with its copyright notices, and without them; none for one that is not known."""
    document = read_document(text.text)
    recognition = recognise(document, index)
    if len(recognition.texts) != 1 or [copy.text for copy in recognition.wholes] != list(recognition.texts):
        return
    reading = read_clauses(document)._replace(doubts=())
    goes_on = any(_says_more(text.text, reading, below) for below in _BELOW)
    for copy in copies_of_itself(document.lines):
        with suppress(LookupError):
            told = _in_numbers(reading, document, Excerpts(document.lines, copy), names, goes_on=goes_on)
            if told_of(told, copy, document, Readings(pack_readings({}, tuple(names)))) == reading:
                yield copy.mark.digest, told


def _in_numbers(
    reading: ClauseReading, document: Document, excerpts: Excerpts, names: dict[str, int], *, goes_on: bool
) -> Told:
    headings: dict[Excerpt, int] = {}
    clauses = []
    for each in reading.restrictions:
        heading, labels = _heading(each, document)
        clauses.append(
            ToldClause(
                use=names.setdefault(each.use, len(names)),
                mode=names.setdefault(each.mode, len(names)),
                quote=excerpts.excerpt(each.line, each.text),
                heading=-1 if heading < 0 else headings.setdefault(excerpts.heading(heading), len(headings)),
                labels=labels,
            )
        )
    doubts = [(each.why, excerpts.excerpt(each.line, each.text)) for each in reading.suspicion]
    policies = [(each.url, *_bound(each, document, excerpts)) for each in reading.policies]
    return Told(
        tuple(clauses),
        tuple(headings),
        tuple((names.setdefault(why, len(names)), quote) for why, quote in doubts),
        tuple(policies),
        goes_on,
    )


def _bound(policy: Policy, document: Document, excerpts: Excerpts) -> tuple[int, Excerpt]:
    """Return the place of the line that names a policy, and the words around it, which may begin above."""
    at = next(at for at, line in enumerate(document.lines) if line.number == policy.line)
    for above in document.lines[max(at - _ABOVE, 0) : at + 1][::-1]:
        with suppress(LookupError):
            return excerpts.heading(at).first, excerpts.excerpt(above.number, policy.text)
    raise LookupError("the policy is not quoted from here")


def _heading(clause: Clause, document: Document) -> tuple[int, str]:
    """Return the index of the line that is the heading of a clause's section (-1: none), and the labels after it."""
    section = clause.section or ""
    for at in range(len(document.lines) - 1, -1, -1):
        line = document.lines[at]
        if line.number <= clause.line and line.text and f"{section} ".startswith(f"{line.text} "):
            return at, section[len(line.text) :].strip()
    return -1, section


def _says_more(text: str, reading: ClauseReading, below: str) -> bool:
    more = read_clauses(read_document(f"{text}\n\n{below}\n"))
    return (more.restrictions, more.suspicion) != (reading.restrictions, reading.suspicion)

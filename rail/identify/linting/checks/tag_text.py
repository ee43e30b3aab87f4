"""E-TAG-TEXT: the card names one licence, and the text beside it is another.

Reads the file that `license_link` points at, else the licence files in the card's folder. A tag for a whole family is
right when the text is one of the family; `other` says nothing, so the name in `license_name` counts. Of several texts
in the folder (code and weights) one that fits is enough.
"""

from collections.abc import Iterator

from rail.domain.evidence import Form, Restricted, TextReading
from rail.errors import RailError
from rail.identify.linting.card import FAMILIES, SAYS_NOTHING, Card
from rail.identify.linting.neighbours import license_files
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject
from rail.sources.spi import SourceFile


@check(
    "E-TAG-TEXT",
    title="tag differs from text",
    why="tools and readers go by the tag; where the text says something else they rely on rights that nobody gave, "
    "or miss restrictions that bind",
    remedy="make both say the same; where the text has no tag of its own: `license: other` with `license_name` and "
    "`license_link`",
    rule="RAIL303",
    cards=True,
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one error for each tag that no text bears out."""
    card, file = subject.card, subject.file
    if card is None or file is None:
        return
    readings = list(_readings(subject, card, file))
    for tag in (*card.tags, *card.names):
        named = subject.index.find(tag.text, Form.TAG if tag in card.tags else Form.NAME)
        if tag.text.lower() in SAYS_NOTHING or named is None or not readings:
            continue
        verdicts = [_differs(subject, tag.text, named.ids, reading) for _, reading in readings]
        if all(verdicts):
            path, reading = readings[0]
            yield Spot(f"the card says {tag.text!r}, {path} is {_told(reading)}", tag.line, tag.text)


def _readings(subject: Subject, card: Card, file: SourceFile) -> Iterator[tuple[str, TextReading]]:
    """Yield the licence texts that the card's tag speaks of."""
    if subject.read is None:
        return
    for beside in license_files(file, card):
        try:
            yield beside.path.name, subject.read(beside)
        except RailError:  # noqa: PERF203 -- one file's fault must not hide the others
            continue  # linting that file itself tells why


def _differs(subject: Subject, tag: str, ids: tuple[str, ...], reading: TextReading) -> bool:
    """Tell whether the text is surely none of the licences that the tag stands for."""
    free = not any(each in subject.catalogue.profiles for each in ids)
    if free and reading.restricted in {Restricted.YES, Restricted.BY_REFERENCE}:
        return True
    if tag.lower() in FAMILIES:
        return reading.restricted is Restricted.NO
    known = [found.id for found in reading.licenses if found.coverage >= _WHOLE]
    return bool(known) and not any(_same(subject, each, found) for each in ids for found in known)


def _same(subject: Subject, one: str, other: str) -> bool:
    """Tell whether two ids stand for one licence, any version and suffix of the GNU licences being one."""
    first, second = subject.index.by_id(one), subject.index.by_id(other)
    if first is not None and first is second:
        return True
    return _bare(one) == _bare(other)


def _bare(identity: str) -> str:
    return identity.lower().removesuffix("+").removesuffix("-only").removesuffix("-or-later")


def _told(reading: TextReading) -> str:
    known = " and ".join(dict.fromkeys(each.id for each in reading.licenses if each.coverage >= _WHOLE))
    if reading.restrictions and reading.restricted is Restricted.YES:
        own = f"restricts use (line {reading.restrictions[0].line})"
        return f"{known} and {own}" if known else f"a text that {own}"
    return known or "another text"


_WHOLE = 0.6
"""Share of a licence's words from which a text counts as that licence."""

"""The wire format `rail.explain/1`: what is known of one thing, step by step; and the same as text."""

from collections.abc import Iterator

from rail.domain.record import Record
from rail.report.terminal import Color, paint, visible

SCHEMA = "rail.explain/1"
_INDENT = "  "


class Entry(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that is known: in words, and in the terms of the catalogue where there are any."""

    says: str
    use: str | None = None
    mode: str | None = None
    section: str | None = None
    license: str | None = None
    source: str | None = None
    confidence: str | None = None


class Group(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step of the proof: a heading and what is known under it."""

    heading: str
    entries: tuple[Entry, ...]


class Explanation(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is known of one thing; `kind` is license, use, mode, rule, model, dataset or package."""

    schema: str = SCHEMA
    kind: str
    id: str
    title: str
    restricted: str | None = None
    groups: tuple[Group, ...] = ()


def group(heading: str, *entries: Entry | str | None) -> Group:
    """Return a group of entries; plain words become entries, `None` is left out."""
    return Group(
        heading=heading,
        entries=tuple(Entry(says=each) if isinstance(each, str) else each for each in entries if each is not None),
    )


def as_text(explanation: Explanation, *, color: bool) -> str:
    """Return the explanation for people."""
    return "\n".join(_lines(explanation, color=color)) + "\n"


def _lines(explanation: Explanation, *, color: bool) -> Iterator[str]:
    name = paint(visible(explanation.id), Color.BOLD, on=color)
    yield f"{name}  ({explanation.kind})" + (f"  {visible(explanation.title)}" if explanation.title else "")
    if explanation.restricted is not None:
        yield f"restricts use: {paint(explanation.restricted, Color.BOLD, on=color)}"
    for each in explanation.groups:
        if not each.entries:
            continue
        yield ""
        yield paint(f"{each.heading}:", Color.CYAN, on=color)
        for entry in each.entries:
            yield from _entry(entry, color=color)


def _entry(entry: Entry, *, color: bool) -> Iterator[str]:
    section = f"{entry.section}: " if entry.section else ""
    mode = f" [{entry.mode}]" if entry.mode else ""
    words = f"{section}{entry.use}{mode}" if entry.use else f"{section}{entry.says}"
    text = f"{words}  {entry.says}" if entry.use and entry.says else words
    owner = f"{entry.license}  " if entry.license else ""
    yield f"{_INDENT}{visible(owner + text)}"
    where = ", ".join(each for each in (entry.source, entry.confidence and f"confidence: {entry.confidence}") if each)
    if where:
        yield f"{_INDENT * 2}{paint(visible(where), Color.DIM, on=color)}"

"""Phrases whose words sound like a use or a context and name neither: "time bomb", "free speech, not free beer"."""

from collections.abc import Sequence
from typing import NamedTuple

from rail.identify.clauses.frames import Frame
from rail.identify.clauses.lexicon import Found
from rail.identify.clauses.tables import phrases
from rail.identify.clauses.topics.topic import Topic

INSIDE = """
time/logic bomb/bombs | military insignia | sexual orientation* | sexual identit* | sexual preference*
health insurance portability | as in free speech | free speech not free beer | equal opportunity
including export | export const/let/default/function/class/interface/type | including u s export
including united states export | including the export | irreparable harm
hold harmless | parent/child process* | harm reduction | mitigat*/reduc*/lower* .. risk/risks of harm
"""
"""Phrases that hold a word of a use or a context; a longer phrase on that use may still begin or end in them."""

THROUGHOUT = """
technological protection measure* | technical protection measure* | copy/copyright/content protection
technical access restriction*/control*/measure*
license/licence/licensing key/keys/mechanism/mechanisms/management | employment legislation | income tax*
withholding tax*
"""
"""Phrases in which no phrase on a use begins or ends: to circumvent a copy protection is no conduct."""


class Idle(NamedTuple):
    """Marks words that name no use and no context; `throughout`, also no part of one."""

    throughout: bool


def idle_rows() -> list[tuple[str, Idle]]:
    """Return the phrases as rows for a lexicon."""
    tables = ((INSIDE, False), (THROUGHOUT, True))
    return [(phrase, Idle(throughout)) for text, throughout in tables for phrase in phrases(text)]


def heeded(named: Sequence[Found], spoken: Sequence[Found]) -> list[Found]:
    """Return the uses that are `named` and the other phrases, without the idle ones and what lies in them."""
    every = [*spoken, *named]
    idle = [item for item in spoken if isinstance(item.meaning, Idle)]
    if not idle:
        return every
    return [
        item
        for item in every
        if not isinstance(item.meaning, Idle)
        and not (isinstance(item.meaning, Topic | Frame) and any(_spends(each, item) for each in idle))
    ]


def _spends(idle: Found, item: Found) -> bool:
    """Whether the words of a phrase, or enough of them, belong to an idle one."""
    if idle.meaning.throughout:
        return idle.start <= item.start < idle.stop or idle.start < item.stop <= idle.stop
    inside = idle.start <= item.start and item.stop <= idle.stop
    return inside and item.stop - item.start < idle.stop - idle.start

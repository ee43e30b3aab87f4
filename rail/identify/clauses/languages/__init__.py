"""Restrictions in other languages than English: one module for each language.

Languages that part words by blanks give phrases in the notation of `lexicon.py`; those of East Asia give strings
of characters (`ideographs.py`). To teach rail a language, write a module with the same tables and name it below.
"""

from collections.abc import Sequence
from types import ModuleType

from rail.identify.clauses.frames import Frame
from rail.identify.clauses.languages import dutch, french, german, italian, nordic, portuguese, russian, spanish
from rail.identify.clauses.polarity import Cue
from rail.identify.clauses.tables import phrases, rows
from rail.identify.clauses.topics.topic import Topic

SPACED = (dutch, french, german, italian, nordic, portuguese, russian, spanish)

USE = frozenset(word for language in SPACED for word in language.USE.split())
"""Forms of "use" and "purpose"."""

SERVICE = frozenset(word for language in SPACED for word in language.SERVICE.split())
"""What a service on the network is called, and what belongs to it."""
THINGS = frozenset(word for language in SPACED for word in language.THINGS.split())
"""What is licensed."""


_MARKERS = tuple((language, frozenset(language.MARKERS.split())) for language in SPACED)
_EVERY = frozenset().union(*(markers for _, markers in _MARKERS))
_CYRILLIC = frozenset(russian.MARKERS.split())
_ENOUGH = 5
_SHORT = 120
"""Different words of a text in which fewer markers do."""
_ENOUGH_OF_SHORT = 3


def languages_of(words: Sequence[str]) -> tuple[ModuleType, ...]:
    """Return the languages, English aside, that the words of a text are in."""
    met = _EVERY.intersection(words)
    if len(met) < _ENOUGH_OF_SHORT:
        return (russian,) if not _CYRILLIC.isdisjoint(met) else ()
    enough = _ENOUGH if len(set(words)) > _SHORT else _ENOUGH_OF_SHORT
    return tuple(
        language
        for language, markers in _MARKERS
        if len(markers & met) >= enough or (language is russian and not markers.isdisjoint(met))
    )


def foreign_topic_rows(languages: tuple[ModuleType, ...]) -> list[tuple[str, Topic]]:
    """Return the phrases that name uses."""
    return [
        (phrase, Topic(use, weak))
        for language in languages
        for table, weak in ((language.TOPICS, False), (language.WEAK, True))
        for use, phrase in rows(table)
    ]


def foreign_cue_rows(languages: tuple[ModuleType, ...]) -> list[tuple[str, Cue | Frame]]:
    """Return the phrases that forbid, allow, except, or speak of something else."""
    found: list[tuple[str, Cue | Frame]] = []
    for language in languages:
        found += [(phrase, Cue.FORBIDS) for phrase in phrases(language.FORBIDS)]
        found += [(phrase, Cue.LOOKS_BACK) for phrase in phrases(language.LOOKS_BACK)]
        found += [(phrase, Cue.ALLOWS) for phrase in phrases(language.ALLOWS)]
        found += [(phrase, Cue.EXCEPTS) for phrase in phrases(language.EXCEPTS)]
        found += [(phrase, Frame.STRONG) for phrase in phrases(language.STRONG_FRAMES)]
    return found

"""All phrases by which a restriction is known: uses, and the ways in which they are spoken of."""

from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from rail.identify.clauses.actors import actor_rows
from rail.identify.clauses.demands import Demand, demand_rows
from rail.identify.clauses.frames import frame_rows
from rail.identify.clauses.idle import idle_rows
from rail.identify.clauses.languages import foreign_cue_rows, foreign_topic_rows
from rail.identify.clauses.lexicon import Joined, Lexicon
from rail.identify.clauses.modes import mode_rows
from rail.identify.clauses.polarity import cue_rows
from rail.identify.clauses.topics import topic_rows
from rail.identify.clauses.topics.topic import Topic


class Vocabulary(NamedTuple):
    """The phrases that name uses, rare in ordinary licences, and those that say how a use is spoken of."""

    subjects: Lexicon[Topic | Demand]
    grammar: Lexicon[Any]


@cache
def vocabulary(languages: tuple[ModuleType, ...]) -> Vocabulary:
    """Return the English phrases with those of the other `languages` of a text."""
    if languages:
        subjects, grammar = vocabulary(())
        return Vocabulary(
            Joined(subjects, Lexicon(foreign_topic_rows(languages))),
            Joined(grammar, Lexicon(foreign_cue_rows(languages))),
        )
    return Vocabulary(
        Lexicon([*topic_rows(), *demand_rows()]),
        Lexicon([*cue_rows(), *frame_rows(), *mode_rows(), *actor_rows(), *idle_rows()]),
    )

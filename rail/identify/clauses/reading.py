"""Restrictions of a text, read clause by clause."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rail.domain.evidence import Clause
from rail.identify.clauses.demands import DEMANDS, LAWFULNESS
from rail.identify.clauses.frames import Frame, frame_rows
from rail.identify.clauses.lexicon import Found, Lexicon
from rail.identify.clauses.modes import mode_rows, pick_mode
from rail.identify.clauses.passages import Passage, read_passages
from rail.identify.clauses.polarity import Cue, Polarity, after, cue_rows
from rail.identify.clauses.topics import Topic, topic_rows
from rail.identify.document import Document, Line

_TOKEN = re.compile(r"\([a-z0-9]{1,4}\)|[^\W_]+|[;:]")

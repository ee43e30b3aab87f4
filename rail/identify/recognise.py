"""Name the known licences in a text, and tell which of its words they explain."""

from collections.abc import Sequence
from functools import cache
from math import log
from typing import NamedTuple
from zlib import crc32

from rail.identify.alignment import Run, align, spots_of
from rail.identify.chunks import Chunks, cut
from rail.identify.document import Document
from rail.identify.fingerprints import Fingerprints, open_fingerprints
from rail.identify.words import Words, read_words


class Region(NamedTuple):
    """A known licence in a text.

    `coverage` is the share of the licence's words that are there, `similarity` compares both ways (1: nothing missing,
    nothing between). Lines are 1-based, in the original. `words` is the number of words explained, between the word
    indexes `start` and `end`.
    """

    id: str
    is_profile: bool
    keys: tuple[str, ...]
    coverage: float
    similarity: float
    first_line: int
    last_line: int
    words: int
    start: int
    end: int


class Recognition(NamedTuple):
    """What is known of a text: regions in the order of the text.

    `explained[i]` is 0 when no known licence explains word `i`, else 1 + the index of its region (255 at most).
    """

    regions: tuple[Region, ...]
    explained: bytearray
    words: Words


class _Found(NamedTuple):
    text: int
    runs: list[Run]
    spans: list[tuple[int, int]]
    words: int
    coverage: float
    value: float


def recognise(document: Document, index: Fingerprints | None = None) -> Recognition:
    """Name the licences in a document. Takes time linear in its size."""
    return _Recogniser(read_words(document), index or _default_index()).run()


@cache
def _default_index() -> Fingerprints:
    return open_fingerprints()


class _Recogniser:
    """One text against the index: find the best known text, take its words away, go on with the rest."""

    def __init__(self, words: Words, index: Fingerprints) -> None:
        self._words = words
        self._index = index
        self._chunks: Chunks = cut(words)
        self._ranks = index.ranks(self._chunks.texts)
        self._found: list[_Found] = []

    def run(self) -> Recognition:
        for _ in range(_MOST_REGIONS):
            best = self._best()
            if best is None:
                break
            self._found.append(best)
            for run in best.runs:
                self._ranks[run.start : run.start + run.count] = [-1] * run.count
        return self._recognition()

    def _best(self) -> _Found | None:
        best: _Found | None = None
        for text in self._candidates():
            for found in self._measure(text):
                if best is None or found.value > best.value:
                    best = found
            if best is not None and best.coverage > _SURE and best.words > _SURE * self._open:
                break
        return best

    def _candidates(self) -> list[int]:
        """Return the likeliest texts, by the weight of the chunks they share with the words that are still open."""
        owner = self._index.group_of
        weights: dict[int, int] = {}
        bounds = self._chunks.bounds
        self._open = 0
        for position, rank in enumerate(self._ranks):
            if rank >= 0:
                group = owner(rank)
                size = bounds[position + 1] - bounds[position]
                self._open += size
                weights[group] = weights.get(group, 0) + size
        if self._open < _FEWEST:
            return []
        scores: dict[int, float] = {}
        rare: dict[int, float] = {}
        for group, weight in weights.items():
            team = self._index.members(group)
            worth = weight * _RARITY[len(team)]
            for text in team:
                scores[text] = scores.get(text, 0.0) + worth
            if len(team) <= _FEW_HOLDERS:
                for text in team:
                    rare[text] = rare.get(text, 0.0) + worth
        length = self._index.length
        ranked = sorted(scores, key=lambda text: (-scores[text] * scores[text] / (length(text) + 1), text))
        rarest = sorted(rare, key=lambda text: (-rare[text], text))
        return list(dict.fromkeys(rarest[:_CANDIDATES] + ranked[:_CANDIDATES]))

    def _measure(self, text: int) -> list[_Found]:
        index = self._index
        sequence = index.sequence(text)
        length = index.length(text)
        found = []
        for runs in align(self._ranks, self._chunks.bounds, sequence, index.spots(text)):
            words = sum(run.words for run in runs)
            coverage = min(words / length, 1.0)
            if (words >= _FEWEST and coverage >= _MOSTLY) or words >= _PASSAGE:
                found.append(_Found(text, runs, [], words, coverage, words * coverage))
        return found

    def _recognition(self) -> Recognition:
        words = self._words
        explained = bytearray(len(words.words))
        regions = []
        self._found.sort(key=lambda found: found.runs[0].start)
        for number, found in enumerate(self._found, start=1):
            spans = self._spans(found.runs, found.text)
            mark = bytes([min(number, 255)])
            count = 0
            for start, end in spans:
                explained[start:end] = mark * (end - start)
                count += end - start
            start, end = spans[0][0], spans[-1][1]
            known = self._index.known(found.text)
            regions.append(
                Region(
                    id=known.id,
                    is_profile=known.is_profile,
                    keys=known.keys,
                    coverage=min(count / known.words, 1.0),
                    similarity=min(2 * count / (known.words + end - start), 1.0),
                    first_line=words.line_number(start),
                    last_line=words.line_number(end - 1),
                    words=count,
                    start=start,
                    end=end,
                )
            )
        return Recognition(tuple(regions), explained, words)

    def _spans(self, runs: list[Run], text: int) -> list[tuple[int, int]]:
        """Return the word spans of the runs, each widened by the part of a cut chunk that still stands beside it."""
        bounds = self._chunks.bounds
        sequence = self._index.sequence(text)
        spans = []
        taken = 0
        for position, run in enumerate(runs):
            start, end = bounds[run.start], bounds[run.start + run.count]
            above = bounds[run.start - 1] if run.start else 0
            below = bounds[min(run.start + run.count + 1, len(bounds) - 1)]
            if run.known and above >= taken and above < start:
                start -= self._tail(max(above, taken), start, sequence[run.known - 1])
            after = run.known + run.count
            following = bounds[runs[position + 1].start] if position + 1 < len(runs) else below
            if after < len(sequence) and end < min(below, following):
                end += self._head(end, min(below, following), sequence[after])
            spans.append((start, end))
            taken = end
        return spans

    def _tail(self, low: int, high: int, rank: int) -> int:
        """Return how many words before `high` are the known chunk (its first part may be glued to other words)."""
        return self._glued([self._words.words[start:high] for start in range(high - 1, low - 1, -1)], rank)

    def _head(self, low: int, high: int, rank: int) -> int:
        return self._glued([self._words.words[low:end] for end in range(low + 1, high + 1)], rank)

    def _glued(self, tries: Sequence[list[bytes]], rank: int) -> int:
        code = self._index.hash_at(rank)
        return next((len(words) for words in tries if crc32(b" ".join(words)) == code), 0)


_MOST_REGIONS = 32
_CANDIDATES = 4
_FEW_HOLDERS = 6
_FEWEST = 5  # words
_PASSAGE = 24  # words: a part of a licence that is worth naming
_MOSTLY = 0.7
_SURE = 0.999
_RARITY = [0.0, *(log(3000 / count) for count in range(1, 200))]

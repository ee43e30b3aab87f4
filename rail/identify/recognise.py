"""Name the known licences in a text, and tell which of its words they explain."""

from collections.abc import Sequence
from functools import cache
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
    words: int
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
        for _ in range(_MOST_ROUNDS):
            found = self._best()
            if not found:
                break
            self._found.extend(found)
            for copy in found:
                for run in copy.runs:
                    self._ranks[run.start : run.start + run.count] = [-1] * run.count
        return self._recognition()

    def _best(self) -> list[_Found]:
        """Return the copies of the known text that explains most of the words still open."""
        bounds = self._chunks.bounds
        places = [place for place, rank in enumerate(self._ranks) if rank >= 0]
        sizes: dict[int, int] = {}
        weights: dict[int, int] = {}
        ranks = list(map(self._ranks.__getitem__, places))
        for place, rank, group in zip(places, ranks, self._index.groups(ranks), strict=True):
            size = bounds[place + 1] - bounds[place]
            sizes[rank] = sizes.get(rank, 0) + size
            weights[group] = weights.get(group, 0) + size
        total = sum(weights.values())
        if total < _FEWEST:
            return []
        rare: dict[int, int] = {}
        teams = []
        for group, weight in weights.items():
            team = self._index.members(group)
            if len(team) <= _FEW_HOLDERS:
                for text in team:
                    rare[text] = rare.get(text, 0) + weight
            else:
                teams.append((weight, team))
        rarest = self._foremost(rare, _CANDIDATES)
        best = self._judge(rarest)
        if best and best[0].words >= _BULK * total and rare[best[0].text] * _TELLING >= best[0].words:
            return best
        scores = dict(rare)
        for weight, team in teams:
            for text in team:
                scores[text] = scores.get(text, 0) + weight
        return self._judge(self._overlapping(self._foremost(scores, _LOOKS), sizes), best)

    def _foremost(self, scores: dict[int, int], most: int) -> list[int]:
        """Return the texts with the best score for their length."""
        length = self._index.length
        ranked = sorted([(-score * score / (length(text) + 1), text) for text, score in scores.items()])
        return [text for _, text in ranked[:most]]

    def _overlapping(self, texts: Sequence[int], sizes: dict[int, int]) -> list[int]:
        """Return the texts that share most words with the open ones, counted in full."""
        index = self._index
        overlaps = []
        for text in texts[: max(_CANDIDATES, _LOOKS * _CANDIDATES * 4 // len(sizes))]:
            shared = sum(map(sizes.__getitem__, sizes.keys() & index.spots(text).first.keys()))
            overlaps.append((-shared * shared / (index.length(text) + 1), text))
        return [text for _, text in sorted(overlaps)[:_CANDIDATES]]

    def _judge(self, texts: Sequence[int], best: Sequence[_Found] = ()) -> list[_Found]:
        """Lay each text beside the words; return the best one's copies."""
        winner = list(best)
        for text in texts:
            copies = self._copies(text)
            if copies and (not winner or copies[0].value > winner[0].value):
                winner = copies
        return winner

    def _copies(self, text: int) -> list[_Found]:
        """Return the copies of a known text, the best first; further ones count only when they are nearly whole."""
        index = self._index
        length = index.length(text)
        found = []
        for runs in align(self._ranks, self._chunks.bounds, index.sequence(text), index.spots(text)):
            words = sum(run.words for run in runs)
            coverage = min(words / length, 1.0)
            if (words >= _FEWEST and coverage >= _MOSTLY) or (words >= _PASSAGE and not found):
                found.append(_Found(text, runs, words, words * coverage))
        return sorted(found, key=lambda each: -each.value)

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


_MOST_ROUNDS = 32
_CANDIDATES = 4
_LOOKS = 40  # texts compared by their chunks alone
_FEW_HOLDERS = 6
_BULK = 0.6  # of the open words
_TELLING = 10  # words explained for one that stands in few texts
_FEWEST = 5  # words
_PASSAGE = 24  # words: a part of a licence that is worth naming
_MOSTLY = 0.7

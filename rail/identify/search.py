"""Find the known text that explains most of the words still open."""

from array import array
from heapq import nsmallest
from itertools import compress, count
from operator import sub
from typing import NamedTuple

from rail.identify.alignment import LONG, Run, align, copies_of, find_whole
from rail.identify.fingerprints import Fingerprints

FEWEST = 5
"""Words of a known text that are worth naming it."""


class Found(NamedTuple):
    """A copy of a known text: its runs from top to bottom, the words they explain, what it is worth beside others."""

    text: int
    runs: list[Run]
    words: int
    worth: float


class _Census(NamedTuple):
    """The open chunks that stand in known texts: where, which, how long, and in which group of texts.

    `total` counts their words, repeated chunks included; a text of more than `longest` words cannot be among them.
    """

    places: list[int]
    ranks: "array[int]"
    sizes: dict[int, int]
    groups: list[int]  # beside `sizes`
    total: int
    longest: float

    @property
    def repeated(self) -> int:
        """Words of chunks that stood in the text before."""
        return self.total - sum(self.sizes.values())


class Search:
    """One text against the index. `next` answers with the best known text, whose words are then closed."""

    def __init__(self, index: Fingerprints, ranks: "array[int]", bounds: list[int]) -> None:
        """Search the chunks `ranks`, of which each holds the words `bounds[i]:bounds[i + 1]`; -1 is no known chunk."""
        self._index = index
        self._ranks = ranks
        self._bounds = bounds
        self._sizes = list(map(sub, bounds[1:], bounds))
        self._rounds = 0

    def next(self) -> list[Found]:
        """Return the copies of the known text that is worth most, the best first; none when nothing is left to name."""
        self._rounds += 1
        census = self._census()
        if self._rounds > _MOST_ROUNDS or census.total < FEWEST:
            return []
        winner = self._whole(census) or self._likeliest(census)
        if winner is None:
            return []
        copies = [winner]
        if census.total >= winner.words * (1 + _AGAIN):
            copies = self._copies(winner, census)
        for copy in copies:
            for run in copy.runs:
                self._ranks[run.start : run.start + run.size] = _CLOSED * run.size
        return copies

    def _census(self) -> _Census:
        is_open = list(map((-1).__lt__, self._ranks))
        places = list(compress(count(), is_open))
        ranks = array("i", compress(self._ranks, is_open))
        lengths = list(compress(self._sizes, is_open))
        sizes = dict(zip(ranks, lengths, strict=True))
        total = sum(lengths)
        longest = _longest(total) if self._has_run(places) else total
        return _Census(places, ranks, sizes, list(self._index.groups(sizes)), total, longest)

    def _has_run(self, places: list[int]) -> bool:
        """Tell whether so many open chunks follow one another that part of a text may be recognised by them."""
        bounds = self._bounds
        start = before = -1
        for place in places:
            if place != before + 1 or start < 0:
                start = bounds[place]
            if bounds[place + 1] - start >= LONG:
                return True
            before = place
        return False

    def _whole(self, census: _Census) -> Found | None:
        """Return a known text that stands here unchanged and leaves little else; the rarest chunks tell which it is."""
        index = self._index
        rarest = nsmallest(_TELLING, set(census.groups))
        texts = {text for group in rarest for text in index.members(group)}
        enough = _BULK * census.total
        for text in sorted(texts, key=index.length, reverse=True)[:_TRIES]:
            if enough <= index.length(text) <= census.total:
                runs = next(find_whole(census.ranks, census.places, self._bounds, index.sequence(text)), None)
                if runs:
                    return self._enough(text, runs)
        return None

    def _likeliest(self, census: _Census) -> Found | None:
        """Return the text that is worth most, first by the chunks that few texts hold, then by all."""
        index = self._index
        weights: dict[int, int] = {}
        for group, size in zip(census.groups, census.sizes.values(), strict=True):
            weights[group] = weights.get(group, 0) + size
        few, many = [], []
        rare = 0
        members = index.members
        longest = census.longest
        for group, weight in weights.items():
            team = members(group)
            if longest < _ANY_LENGTH:
                team = index.up_to(longest, team)
            if len(team) <= _FEW:
                few.append((weight, team))
                rare += weight
            else:
                many.append((weight, team))
        winner: Found | None = None
        by_few = self._scores(few)
        if rare >= _RARE * census.total:
            winner = self._best(self._foremost(by_few, _CANDIDATES), census)
        if winner is None or winner.words < _BULK * census.total:
            most = min(max(_CANDIDATES, _LOOKS // len(census.sizes)), _MOST_LOOKED_AT)
            texts = self._foremost(self._scores(many, by_few), most) + self._foremost(by_few, _CANDIDATES)
            winner = self._best(list(dict.fromkeys(texts)), census, winner)
        return winner

    def _scores(self, teams: list[tuple[int, tuple[int, ...]]], before: dict[int, int] | None = None) -> dict[int, int]:
        """Return the words that each text shares, on top of those counted before."""
        scores = dict(before or {})
        get = scores.get
        for weight, team in teams:
            for text in team:
                scores[text] = get(text, 0) + weight
        return scores

    def _foremost(self, scores: dict[int, int], most: int) -> list[int]:
        """Return the texts whose score is worth most."""
        length = self._index.length
        least = max(scores.values(), default=0) * _SLIGHT
        ranked = sorted([(-_worth(score, length(text)), text) for text, score in scores.items() if score >= least])
        return [text for _, text in ranked[:most]]

    def _best(self, texts: list[int], census: _Census, winner: Found | None = None) -> Found | None:
        """Return the text that is worth most, of those that share most chunks with the open ones, or the `winner`.

        The likeliest text comes first: beside it most others are too long or too short to be worth more.
        """
        index = self._index
        sizes = census.sizes
        held = set(sizes)
        repeated = census.repeated
        if winner is None and texts:
            winner = self._measure(texts[0], census)
        counted = []
        for text in texts:
            length = index.length(text)
            if winner is None or (text != winner.text and _worth(census.total, length) > winner.worth):
                shared = sum(map(sizes.__getitem__, held.intersection(index.sequence(text))))
                counted.append((-_worth(shared, length), shared, text))
        counted.sort()
        for _, shared, text in counted[:_CANDIDATES]:
            length = index.length(text)
            if _is_enough(shared + repeated, length) and (
                winner is None or _worth(shared + repeated, length) > winner.worth
            ):
                found = self._measure(text, census)
                if found is not None and (winner is None or found.worth > winner.worth):
                    winner = found
        return winner

    def _measure(self, text: int, census: _Census) -> Found | None:
        """Lay a known text beside the words; `None` when too little of it is there."""
        sequence = self._index.sequence(text)
        runs = next(find_whole(census.ranks, census.places, self._bounds, sequence), [])
        if not runs:
            everything = align(self._ranks, self._bounds, sequence, self._index.spots(text))
            runs = next(iter(copies_of(everything, self._bounds, 1)), [])
        return self._enough(text, runs)

    def _copies(self, winner: Found, census: _Census) -> list[Found]:
        """Return the winner and its further copies that are nearly as whole."""
        index = self._index
        sequence = index.sequence(winner.text)
        whole = find_whole(census.ranks, census.places, self._bounds, sequence)
        found = [copy for copy in (self._enough(winner.text, each) for each in whole) if copy is not None]
        if found:
            return found
        runs = align(self._ranks, self._bounds, sequence, index.spots(winner.text))
        found = [winner]
        if sum(run.words for run in runs) < winner.words * (1 + _AGAIN):
            return found
        for copy in copies_of(runs, self._bounds, _MOST_COPIES)[1:]:
            more = self._enough(winner.text, copy)
            if more is not None and more.words >= winner.words * _AGAIN:
                found.append(more)
        return found

    def _enough(self, text: int, runs: list[Run]) -> Found | None:
        words = sum(run.words for run in runs)
        length = self._index.length(text)
        return Found(text, runs, words, _worth(words, length)) if _is_enough(words, length) else None


def _is_enough(words: int, length: int) -> bool:
    """Tell whether so many words of a known text are worth naming it; if they are not, fewer are not either."""
    return words >= FEWEST and words >= (_MOSTLY * length if words < _PASSAGE else min(_PART * length, _LARGE))


def _longest(words: int) -> float:
    """Return how long a text may be of which so many words are worth naming it."""
    if words >= _LARGE:
        return _ANY_LENGTH
    return max(words / _PART, _PASSAGE / _MOSTLY) if words >= _PASSAGE else words / _MOSTLY


def _worth(words: int, length: int) -> float:
    """Return what a known text of `length` words is worth that explains `words`: much of it, and much of the text."""
    words = min(words, length)
    return words * words / length


_ANY_LENGTH = float("inf")
_CLOSED = array("i", [-1])
_MOST_ROUNDS = 24
_MOST_COPIES = 8
_CANDIDATES = 6
_LOOKS = 4000  # chunks looked up to find which texts share most
_MOST_LOOKED_AT = 40  # texts
_FEW = 6  # texts
_RARE = 0.3  # of the open words stand in few texts
_TELLING = 3  # chunks
_TRIES = 16  # texts
_BULK = 0.6  # of the open words are explained
_SLIGHT = 0.1  # of the best score
_PASSAGE = 24  # words: a part of a licence that is worth naming
_MOSTLY = 0.7  # of a short text
_PART = 0.2
_LARGE = 250  # words
_AGAIN = 0.97

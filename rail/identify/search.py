"""Find the known text that explains most of the words still open."""

from array import array
from itertools import compress, count
from operator import sub
from typing import NamedTuple

from rail.identify.alignment import LONG, Run, align, copies_of, find_whole
from rail.identify.candidates import CLOSEST, Candidates
from rail.identify.fingerprints import Fingerprints
from rail.identify.worth import FEWEST, is_enough, longest_of, worth


class Found(NamedTuple):
    """A copy of a known text: its runs from top to bottom, the words they explain, what it is worth beside others."""

    text: int
    runs: list[Run]
    words: int
    worth: float


class _Census(NamedTuple):
    """The open chunks that stand in known texts: where, which, and how long.

    `total` counts their words, repeated chunks included; a text of more than `longest` words cannot be among them.
    """

    places: list[int]
    ranks: "array[int]"
    sizes: dict[int, int]
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
        candidates = Candidates(self._index, census.sizes, census.longest)
        winner = self._whole(census, candidates) or self._likeliest(census, candidates)
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
        is_open = [rank >= 0 for rank in self._ranks]
        places = list(compress(count(), is_open))
        ranks = list(compress(self._ranks, is_open))
        lengths = list(compress(self._sizes, is_open))
        sizes = dict(zip(ranks, lengths, strict=True))
        total = sum(lengths)
        longest = longest_of(total) if self._has_run(places) else total
        return _Census(places, array("i", ranks), sizes, total, longest)

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

    def _whole(self, census: _Census, candidates: Candidates) -> Found | None:
        """Return a known text that stands here unchanged and leaves little else; the rarest chunks tell which it is."""
        index = self._index
        enough = _BULK * census.total
        for text in sorted(candidates.of_few_chunks(), key=index.length, reverse=True)[:_TRIES]:
            if enough <= index.length(text) <= census.total:
                runs = next(find_whole(census.ranks, census.places, self._bounds, index.sequence(text)), None)
                if runs:
                    return self._enough(text, runs)
        return None

    def _likeliest(self, census: _Census, candidates: Candidates) -> Found | None:
        """Return the text that is worth most: by the rarest chunks when that explains most words, else by all."""
        winner: Found | None = None
        if self._rounds == 1 and candidates.are_many:
            winner = self._best(candidates.of_rarest(), census)
            if winner is not None and winner.worth >= _CLEARLY * census.total:
                return self._best(candidates.surpassing(winner.text, winner.words, winner.worth), census, winner)
        return self._best(candidates.of_all(), census, winner)

    def _best(self, texts: list[int], census: _Census, winner: Found | None = None) -> Found | None:
        """Return the text that is worth most, of those that share most chunks with the open ones, or the `winner`.

        The likeliest text comes first: beside it most others are too long or too short to be worth more.
        """
        index = self._index
        sizes = census.sizes
        repeated = census.repeated
        if winner is None and texts:
            winner = self._measure(texts[0], census)
        counted = []
        for text in texts:
            length = index.length(text)
            if winner is None or (text != winner.text and worth(census.total, length) > winner.worth):
                shared = sum(map(sizes.__getitem__, sizes.keys() & index.sequence(text)))
                counted.append((-worth(shared, length), shared, text))
        counted.sort()
        for _, shared, text in counted[:CLOSEST]:
            length = index.length(text)
            if is_enough(shared + repeated, length) and (
                winner is None or worth(shared + repeated, length) > winner.worth
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
        return Found(text, runs, words, worth(words, length)) if is_enough(words, length) else None


_CLOSED = array("i", [-1])
_MOST_ROUNDS = 24
_MOST_COPIES = 8
_TRIES = 16  # texts
_BULK = 0.6  # of the open words are explained
_CLEARLY = 0.8  # of what all open words would be worth
_AGAIN = 0.97

"""Find the known text that explains most of the words still open."""

from array import array
from typing import NamedTuple

from rail.identify.alignment import Run, align, copies_of, find_whole
from rail.identify.fingerprints import MOST_HOLDERS, Fingerprints


class Found(NamedTuple):
    """A copy of a known text: its runs from top to bottom, the words they explain, and what it is worth beside others."""

    text: int
    runs: list[Run]
    words: int
    worth: float


class Search:
    """One text against the index. `next` answers with the best known text, whose words are then closed."""

    def __init__(self, index: Fingerprints, ranks: "array[int]", bounds: list[int]) -> None:
        """Search the chunks `ranks`, of which each holds the words `bounds[i]:bounds[i + 1]`; -1 is no known chunk."""
        self._index = index
        self._ranks = ranks
        self._bounds = bounds
        self._rounds = 0

    def next(self) -> list[Found]:
        """Return the copies of the known text that is worth most, the best first; none when nothing is left to name."""
        self._rounds += 1
        if self._rounds > _MOST_ROUNDS:
            return []
        winner: Found | None = None
        for most, text in self._candidates():
            if winner is not None and most <= winner.worth:
                continue
            found = self._measure(text)
            if found is not None and (winner is None or found.worth > winner.worth):
                winner = found
        if winner is None:
            return []
        copies = self._copies(winner)
        for copy in copies:
            for run in copy.runs:
                self._ranks[run.start : run.start + run.count] = _CLOSED * run.count
        return copies

    def _candidates(self) -> list[tuple[float, int]]:
        """Return the likeliest texts, each with the most that it can be worth, from the best down."""
        index = self._index
        bounds = self._bounds
        places = [place for place, rank in enumerate(self._ranks) if rank >= 0]
        ranks = list(map(self._ranks.__getitem__, places))
        lengths = [bounds[place + 1] - bounds[place] for place in places]
        sizes = dict(zip(ranks, lengths, strict=True))
        weights: dict[int, int] = {}
        for size, group in zip(sizes.values(), index.groups(sizes), strict=True):
            weights[group] = weights.get(group, 0) + size
        total = sum(lengths)
        if total < _FEWEST:
            return []
        scores: dict[int, int] = {}
        rare: dict[int, int] = {}
        crowded = 0  # words of chunks that stand in more texts than the index says
        for group, weight in weights.items():
            team = index.members(group)
            if len(team) >= MOST_HOLDERS:
                crowded += weight
            elif len(team) <= _FEW:
                for text in team:
                    rare[text] = rare.get(text, 0) + weight
            for text in team:
                scores[text] = scores.get(text, 0) + weight
        length = index.length
        foremost = max(scores, key=scores.__getitem__)
        floor = _worth(scores[foremost], length(foremost)) / 2 - crowded
        likely = [(-_worth(score, length(text)), text) for text, score in scores.items() if score >= floor]
        likely.sort()
        rarest = [text for _, text in sorted([(-_worth(score, length(text)), text) for text, score in rare.items()])]
        if crowded * _CROWDED > scores[foremost]:
            held = set(sizes)
            counted = []
            pool = [text for _, text in likely[: max(_CANDIDATES, _LOOKS // len(sizes))]]
            for text in dict.fromkeys(pool + rarest[:_CANDIDATES]):
                shared = sum(map(sizes.__getitem__, held.intersection(index.sequence(text))))
                counted.append((-_worth(shared, length(text)), text))
                scores[text] = shared - crowded
            likely = sorted(counted)
            rarest = []
        chosen = dict.fromkeys([text for _, text in likely[:_CANDIDATES]] + rarest[:_CANDIDATES])
        hidden = crowded + total - sum(sizes.values())  # the score says nothing of these
        return [(_worth(scores[text] + hidden, length(text)), text) for text in chosen]

    def _measure(self, text: int) -> Found | None:
        """Lay a known text beside the words; `None` when too little of it is there."""
        sequence = self._index.sequence(text)
        runs = find_whole(self._ranks, self._bounds, sequence)
        if not runs:
            everything = align(self._ranks, self._bounds, sequence, self._index.spots(text))
            runs = next(iter(copies_of(everything, self._bounds, 1)), [])
        return self._enough(text, runs)

    def _copies(self, winner: Found) -> list[Found]:
        """Return the winner and its further copies that are nearly as whole."""
        index = self._index
        runs = align(self._ranks, self._bounds, index.sequence(winner.text), index.spots(winner.text))
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
        if words < _FEWEST or (words < _PASSAGE and words < _MOSTLY * length):
            return None
        return Found(text, runs, words, _worth(words, length))


def _worth(words: int, length: int) -> float:
    """Return what a known text of `length` words is worth that explains `words`: much of it, and much of the text."""
    words = min(words, length)
    return words * words / length


_CLOSED = array("i", [-1])
_MOST_ROUNDS = 32
_MOST_COPIES = 20
_CANDIDATES = 6
_FEW = 6
_CROWDED = 4
_LOOKS = 6000  # chunks looked up to find which texts share most
_FEWEST = 5  # words
_PASSAGE = 24  # words: a part of a licence that is worth naming
_MOSTLY = 0.7
_AGAIN = 0.97

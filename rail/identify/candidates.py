"""Known texts that hold open chunks, the likeliest first: told from few chunks, or from all of them."""

from collections.abc import Iterable, Mapping
from itertools import compress
from typing import TypeAlias

from rail.identify.fingerprints import Fingerprints
from rail.identify.worth import ANY_LENGTH, worth

CLOSEST = 6
"""Texts that are laid beside the words."""

_Team: TypeAlias = tuple[int, tuple[int, ...]]
"""The words of a group of chunks, and the texts that hold it."""


class Candidates:
    """The texts that hold some of the open chunks; `sizes` are the words of these, by rank.

    Texts of more than `longest` words are none. Chunks that the same texts hold count as one group.
    """

    def __init__(self, index: Fingerprints, sizes: Mapping[int, int], longest: float) -> None:
        self._index = index
        self._sizes = sizes
        self._longest = longest
        self._groups = list(index.groups(sizes))
        self._rarest = sorted(set(self._groups))  # a group with a lower number has no more texts
        self.are_many = len(self._rarest) > _SAMPLE

    def of_few_chunks(self) -> set[int]:
        """Return all texts that hold one of the very rarest chunks."""
        return {text for group in self._rarest[:_TELLING] for text in self._index.members(group)}

    def of_rarest(self) -> list[int]:
        """Return the likeliest texts by the rarest chunks: one that stands here nearly whole is among them."""
        sample = frozenset(self._rarest[:_SAMPLE])
        sizes = compress(zip(self._groups, self._sizes.values(), strict=True), map(sample.__contains__, self._groups))
        return self._likeliest(_weigh(sizes), _SAMPLED)

    def of_all(self) -> list[int]:
        """Return the likeliest texts by all chunks."""
        weights = _weigh(zip(self._groups, self._sizes.values(), strict=True))
        return self._likeliest(weights, min(max(CLOSEST, _LOOKS // len(self._sizes)), _MOST))

    def surpassing(self, text: int, words: int, least: float) -> list[int]:
        """Return the texts that may be worth more than `least`: they hold chunks that `text`, worth its `words`, lacks.

        The best is first, if each explains all that `text` does.
        """
        length = self._index.length
        missing = list(set(self._sizes).difference(self._index.sequence(text)))
        weights = _weigh(zip(self._index.groups(missing), map(self._sizes.__getitem__, missing), strict=True))
        scores = _scores([(weight, self._team(group)) for group, weight in weights.items()])
        hopes = sorted([(-worth(words + score, length(other)), other) for other, score in scores.items()])
        return [other for hope, other in hopes if -hope > least][:_MOST]

    def _team(self, group: int) -> tuple[int, ...]:
        team = self._index.members(group)
        return team if self._longest == ANY_LENGTH else self._index.up_to(self._longest, team)

    def _likeliest(self, weights: Mapping[int, int], most: int) -> list[int]:
        """Return the texts that hold most words of the groups, then those that hold most of what few texts hold."""
        few: list[_Team] = []
        many: list[_Team] = []
        for group, weight in weights.items():
            team = self._team(group)
            (few if len(team) <= _FEW else many).append((weight, team))
        by_few = _scores(few)
        foremost = self._foremost(_scores(many, by_few), most) + self._foremost(by_few, CLOSEST)
        return list(dict.fromkeys(foremost))

    def _foremost(self, scores: dict[int, int], most: int) -> list[int]:
        """Return the texts whose score is worth most."""
        length = self._index.length
        least = max(scores.values(), default=0) * _SLIGHT
        ranked = sorted([(-worth(score, length(text)), text) for text, score in scores.items() if score >= least])
        return [text for _, text in ranked[:most]]


def _weigh(sizes: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the words of each group."""
    weights: dict[int, int] = {}
    for group, size in sizes:
        weights[group] = weights.get(group, 0) + size
    return weights


def _scores(teams: Iterable[_Team], before: Mapping[int, int] | None = None) -> dict[int, int]:
    """Return the words that each text shares, on top of those counted before."""
    scores = dict(before or {})
    get = scores.get
    for weight, team in teams:
        for text in team:
            scores[text] = get(text, 0) + weight
    return scores


_TELLING = 3  # groups
_SAMPLE = 24  # groups
_SAMPLED = 12  # texts
_FEW = 6  # texts
_LOOKS = 4000  # chunks looked up to find which texts share most
_MOST = 40  # texts
_SLIGHT = 0.1  # of the best score

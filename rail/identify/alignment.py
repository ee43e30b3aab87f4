"""Lay the chunks of a text beside the chunks of one known text: which of them stand in the same order."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LONG = 8
"""Words of a run that explains something by itself."""


class Run(NamedTuple):
    """`size` chunks from `start` on equal the known text's chunks from `known` on; together they are `words` long."""

    start: int
    known: int
    size: int
    words: int


class Spots(NamedTuple):
    """Where each chunk stands in a known text: its first place, and all places of the chunks that stand there twice."""

    first: dict[int, int]
    repeated: dict[int, list[int]]


def spots_of(sequence: "array[int]") -> Spots:
    """Return where each chunk stands."""
    size = len(sequence)
    first = dict(zip(reversed(sequence), range(size - 1, -1, -1), strict=True))
    repeated: dict[int, list[int]] = {}
    if len(first) < size:
        for place, rank in enumerate(sequence):
            if first[rank] != place:
                repeated.setdefault(rank, [first[rank]]).append(place)
    return Spots(first, repeated)


def find_whole(
    ranks: "array[int]", places: Sequence[int], bounds: Sequence[int], sequence: "array[int]"
) -> Iterator[list[Run]]:
    """Yield each copy of the known text all of whose chunks follow one another among the known ones.

    `places[i]` is where `ranks[i]` stands in the text; unknown chunks may stand between.
    """
    width = ranks.itemsize
    text, known = ranks.tobytes(), sequence.tobytes()
    at = text.find(known) if known else -1
    while at >= 0:
        if at % width:
            at = text.find(known, at + 1)
            continue
        found = places[at // width : at // width + len(sequence)]
        cuts = [index for index in range(1, len(found)) if found[index] != found[index - 1] + 1]
        yield [
            Run(found[first], first, end - first, bounds[found[end - 1] + 1] - bounds[found[first]])
            for first, end in zip([0, *cuts], [*cuts, len(found)], strict=True)
        ]
        at = text.find(known, at + len(known))


def align(ranks: Sequence[int], bounds: Sequence[int], sequence: "array[int]", spots: Spots) -> list[Run]:
    """Return all runs of a known text within a text, from top to bottom.

    `ranks[i]` is -1 for chunks to pass over. Short runs count only beside a long one on the same diagonal: three small
    words that happen to stand in both texts explain nothing.
    """
    return _supported(_runs(ranks, bounds, sequence, spots))


def copies_of(runs: list[Run], bounds: Sequence[int], most: int) -> list[list[Run]]:
    """Part the runs into copies of the known text, each going down it without stepping back, the weightiest first."""
    copies: list[list[Run]] = []
    while runs and len(copies) < most:
        copy = _weightiest(runs, bounds)
        copies.append(_compact(_trimmed(copy, bounds), bounds))
        taken = set(copy)
        runs = [run for run in runs if run not in taken]
    return copies


def _runs(ranks: Sequence[int], bounds: Sequence[int], sequence: "array[int]", spots: Spots) -> list[Run]:
    first, repeated = spots
    size = len(sequence)
    end = len(ranks)
    runs = []
    known = 0
    free = 0  # chunks before this one belong to the last run
    for index in [index for index, rank in enumerate(ranks) if rank in first]:
        if index < free:
            continue
        places = repeated.get(ranks[index])
        known = start = first[ranks[index]] if places is None else _place(ranks, index, sequence, places, known)
        free = index
        while free < end and known < size and sequence[known] == ranks[free]:
            free += 1
            known += 1
        runs.append(Run(index, start, free - index, bounds[free] - bounds[index]))
    return runs


def _place(ranks: Sequence[int], index: int, sequence: "array[int]", places: Sequence[int], known: int) -> int:
    """Choose among several places: one that goes on with the next chunk, below the last run if it can be."""
    following = ranks[index + 1] if index + 1 < len(ranks) else -1
    size = len(sequence)
    likely = [place for place in places if place + 1 < size and sequence[place + 1] == following] or places
    return next((place for place in likely if place >= known), likely[0])


def _supported(runs: list[Run]) -> list[Run]:
    """Keep the long runs, and the short ones that continue a kept one within a few chunks."""
    kept = [run.words >= LONG for run in runs]
    if True not in kept:
        return []
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            if not kept[index]:
                beside = index + step
                for neighbour in (beside, beside + step):
                    if (
                        0 <= neighbour < len(runs)
                        and kept[neighbour]
                        and _on_one_diagonal(runs[index], runs[neighbour])
                    ):
                        kept[index] = True
                        break
    return [run for run, keep in zip(runs, kept, strict=True) if keep]


def _on_one_diagonal(one: Run, other: Run) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    down = second.start - first.start - first.size
    across = second.known - first.known - first.size
    return 0 <= down <= _NEAR and 0 <= across <= _NEAR


def _weightiest(runs: list[Run], bounds: Sequence[int]) -> list[Run]:
    """Return the chain of runs, in the order of both texts, that explains most words over the smallest gaps.

    Where two runs claim the same chunks of the known text, the upper one gives way.
    """
    if len(runs) == 1:
        return runs
    starts = [bounds[run.start] for run in runs]
    ends = [bounds[run.start + run.size] for run in runs]
    lasts = [run.known + run.size for run in runs]
    weights: list[float] = []
    before = []
    for index, (run, start) in enumerate(zip(runs, starts, strict=True)):
        weight = 0.0
        above = -1
        for earlier in range(max(index - _BACK, 0), index):
            value = weights[earlier]
            shared = lasts[earlier] - run.known
            if shared > 0:
                if shared >= run.size or shared >= runs[earlier].size:
                    continue
                value -= bounds[run.start + shared] - start
            if value > weight:
                gap = start - ends[earlier]
                value -= (gap if gap < _FAR else _FAR) * _GAP_COST  # noqa: FURB136 -- quicker than min()
                if value > weight:
                    weight = value
                    above = earlier
        weights.append(weight + run.words)
        before.append(above)
    index = max(range(len(runs)), key=weights.__getitem__)
    chain = []
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    return chain[::-1]


def _trimmed(chain: list[Run], bounds: Sequence[int]) -> list[Run]:
    """Return the runs without the chunks that the next run claims too."""
    trimmed = []
    for run, below in zip(chain, [*chain[1:], None], strict=True):
        count = run.size if below is None else min(run.size, below.known - run.known)
        trimmed.append(Run(run.start, run.known, count, bounds[run.start + count] - bounds[run.start]))
    return trimmed


def _compact(runs: list[Run], bounds: Sequence[int]) -> list[Run]:
    """Drop small pieces that stand far away from the body of the copy."""
    clusters: list[list[Run]] = [[runs[0]]]
    for above, run in pairwise(runs):
        if bounds[run.start] - bounds[above.start + above.size] > _FAR:
            clusters.append([])
        clusters[-1].append(run)
    if len(clusters) == 1:
        return runs
    sizes = [sum(run.words for run in cluster) for cluster in clusters]
    least = min(_SOLID, max(sizes))
    return [run for cluster, words in zip(clusters, sizes, strict=True) if words >= least for run in cluster]


_NEAR = 6  # chunks
_FAR = 80  # words
_SOLID = 40  # words
_BACK = 40  # runs
_GAP_COST = 0.02

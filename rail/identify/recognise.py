"""Name the known licences in a text, and tell which of its words they explain."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

from rail.identify.chunks import cut
from rail.identify.document import Document
from rail.identify.fingerprints import Fingerprints, open_fingerprints
from rail.identify.search import Found, Search
from rail.identify.wholes import Copy, find_wholes
from rail.identify.words import STOP, Words, read_words
from rail.identify.worth import FEWEST


class Region(NamedTuple):
    """A known licence in a text.

    `coverage` is the share of the licence's words that are there, `similarity` compares both ways (1: nothing missing,
    nothing between). Lines are 1-based, in the original. `words` is the number of words explained. An `is_notice`
    region only says that something is under the licence; its coverage is that of the notice.
    """

    id: str
    is_profile: bool
    keys: tuple[str, ...]
    coverage: float
    similarity: float
    first_line: int
    last_line: int
    words: int
    is_notice: bool = False


class Recognition(NamedTuple):
    """What is known of a text: regions in the order of the text.

    `words` are those of the lines with the indexes `places`; all others are explained. `explained[i]` is 0 when no
    known licence explains word `i`, else 1 + the index of its region (255 at most). `texts` are the known texts of the
    regions, `wholes` those that stand there letter for letter.
    """

    regions: tuple[Region, ...]
    places: Sequence[int]
    words: Words
    explained: bytearray
    texts: tuple[int, ...]
    wholes: tuple[Copy, ...]

    def open(self) -> dict[int, int]:
        """Return how many words and stops no known licence explains, for the lines on which there are any."""
        counts: dict[int, int] = {}
        explained = self.explained
        word = explained.find(0)
        if word < 0:
            return counts
        starts = self.words.starts
        last = len(self.places) - 1
        while word >= 0 and (at := bisect_right(starts, word) - 1) <= last:
            end = starts[at + 1]
            counts[self.places[at]] = explained.count(0, starts[at], end)
            word = explained.find(0, end)
        return counts

    def residue(self) -> list[int]:
        """Return the indexes of the lines with words that no known licence explains."""
        tokens, starts = self.words.words, self.words.starts
        mask = zip(self.explained, tokens, strict=True)
        unexplained = bytearray(not region and token != STOP for region, token in mask)
        return [at for at, span in zip(self.places, pairwise(starts), strict=False) if 1 in unexplained[slice(*span)]]

    def reopen(self, line: int) -> None:
        """Take the words of a line, which has to be among `places`, as unexplained."""
        start, end = self.words.starts[(at := bisect_left(self.places, line)) : at + 2]
        self.explained[start:end] = bytes(end - start)


def recognise(document: Document, index: Fingerprints | None = None) -> Recognition:
    """Name the licences in a document: the best known text first found, its words taken away, and so on with the rest.

    Takes time linear in the size of the document. Texts that stand there letter for letter need no search.
    """
    index = index or default_index()
    found = find_wholes(document.lines, index)
    wholes = sorted(found.copies, key=attrgetter("first"))
    places: Sequence[int] = range(len(document.lines))
    if not wholes:
        return _search(document, places, read_words(document), wholes, index)
    known = {line for copy in wholes for line in copy.lines()}
    rest = [at for at in places if at not in known]
    beside = tuple([document.lines[at] for at in rest])
    words = read_words(Document(beside)) if any(map(attrgetter("text"), beside)) else Words(b"", ())
    shared = _words_of_known_texts(words.words, index)
    if shared < FEWEST:
        regions = tuple([_whole(copy, document, index) for copy in wholes])
        texts = tuple([copy.text for copy in wholes])
        return Recognition(regions, rest, words, bytearray(len(words.words)), texts, tuple(wholes))
    if found.parted and shared >= _CLAUSE:
        return _search(document, places, read_words(document), (), index)
    if len(wholes) < _COLLECTION and len(words.words) > _TITLES:
        return _search(document, places, read_words(document), wholes, index)
    return _search(document, rest, words, wholes, index)


def _words_of_known_texts(words: list[bytes], index: Fingerprints) -> int:
    """Return how many of the words stand in chunks of known texts."""
    if len(words) < FEWEST:
        return 0
    chunks = cut(words)
    ranks = index.ranks(chunks.texts)
    return sum([end - start for rank, (start, end) in zip(ranks, pairwise(chunks.bounds), strict=True) if rank >= 0])


def _whole(copy: Copy, document: Document, index: Fingerprints) -> Region:
    known = index.known(copy.text)
    return Region(
        id=known.id,
        is_profile=known.is_profile,
        keys=known.keys,
        coverage=1.0,
        similarity=1.0,
        first_line=document.lines[copy.first].number,
        last_line=document.lines[copy.last].number,
        words=known.words,
        is_notice=known.is_notice,
    )


def _search(
    document: Document, places: Sequence[int], words: Words, wholes: Sequence[Copy], index: Fingerprints
) -> Recognition:
    """Search the words of the lines at `places`; wholes on other lines stand, those among them have to be found."""
    chunks = cut(words.words)
    ranks = array("i", index.ranks(chunks.texts))
    found: list[Found] = []
    search = Search(index, ranks, chunks.bounds)
    while len(found) < _MOST_REGIONS and (copies := search.next()):
        found += copies
    found.sort(key=lambda each: each.runs[0].start)
    explained = bytearray(len(words.words))
    regions = []
    for number, each in enumerate(found, start=1):
        spans = _spans(each, index, words.words, chunks.bounds)
        mark = bytes([min(number, 255)])
        for start, end in spans:
            explained[start:end] = mark * (end - start)
        count = sum(end - start for start, end in spans)
        regions.append((_region(spans, count, index, each.text, words), each.text))
    if len(places) < len(document.lines):
        regions += [(_whole(copy, document, index), copy.text) for copy in wholes]
        regions.sort(key=lambda each: each[0].first_line)
    return Recognition(
        tuple([region for region, _ in regions]),
        places,
        words,
        explained,
        tuple([text for _, text in regions]),
        tuple(wholes),
    )


@cache
def default_index() -> Fingerprints:
    """Return the index that rail carries, opened once."""
    return open_fingerprints()


def _region(spans: Sequence[tuple[int, int]], count: int, index: Fingerprints, text: int, words: Words) -> Region:
    known = index.known(text)
    start, end = spans[0][0], spans[-1][1]
    last = next((word for word in range(end - 1, start, -1) if words.words[word] != STOP), start)
    return Region(
        id=known.id,
        is_profile=known.is_profile,
        keys=known.keys,
        coverage=min(count / known.words, 1.0),
        similarity=min(2 * count / (known.words + end - start), 1.0),
        first_line=words.line_number(start),
        last_line=words.line_number(last),
        words=count,
        is_notice=known.is_notice,
    )


def _spans(found: Found, index: Fingerprints, words: Sequence[bytes], bounds: Sequence[int]) -> list[tuple[int, int]]:
    """Return the word spans of the runs, each widened by the part of a cut chunk that still stands beside it."""
    sequence = index.sequence(found.text)
    spans: list[tuple[int, int]] = []
    taken = 0
    for run, below in zip(found.runs, [*found.runs[1:], None], strict=True):
        start, end = bounds[run.start], bounds[run.start + run.size]
        floor = max(bounds[run.start - 1] if run.start else 0, taken)
        ceiling = bounds[min(run.start + run.size + 1, len(bounds) - 1)]
        if below is not None:
            ceiling = min(ceiling, bounds[below.start])
        after = run.known + run.size
        if run.known and floor < start:
            start -= _glued([words[at:start] for at in range(start - 1, floor - 1, -1)], index, sequence[run.known - 1])
        if after < len(sequence) and end < ceiling:
            end += _glued([words[end:at] for at in range(end + 1, ceiling + 1)], index, sequence[after])
        spans.append((start, end))
        taken = end
    return spans


def _glued(tries: Sequence[Sequence[bytes]], index: Fingerprints, rank: int) -> int:
    """Return how many words beside a run are the known text's next chunk, glued to words that are not."""
    code = index.hash_at(rank)
    return next((len(words) for words in tries if crc32(b" ".join(words).rstrip(b" .")) == code), 0)


_COLLECTION = 3
"""Whole texts from which on a text is a collection: then each is its own, and none part of another one."""
_TITLES = 30
"""Words beside a whole text up to which they are titles and credits: it is no part of another text because of them."""
_CLAUSE = 12
"""Words between the lines of a whole text that may make it another text: the one with that clause."""
_MOST_REGIONS = 200

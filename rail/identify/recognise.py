"""Name the known licences in a text, and tell which of its words they explain."""

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from rail.identify.chunks import cut
from rail.identify.document import Document
from rail.identify.fingerprints import Fingerprints, open_fingerprints
from rail.identify.search import FEWEST, Found, Search
from rail.identify.wholes import Copy, Sentences, find_wholes, sentences_of
from rail.identify.words import NOTICE, STOP, Words, read_words


class Region(NamedTuple):
    """A known licence in a text.

    `coverage` is the share of the licence's words that are there, `similarity` compares both ways (1: nothing missing,
    nothing between). Lines are 1-based, in the original. `words` is the number of words explained, between the word
    indexes `start` and `end`. An `is_notice` region only says that something is under the licence; its coverage is that
    of the notice.
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
    is_notice: bool = False


class Recognition(NamedTuple):
    """What is known of a text: regions in the order of the text.

    `explained[i]` is 0 when no known licence explains word `i`, else 1 + the index of its region (255 at most).
    `texts` are the known texts of the regions, `wholes` those that stand there word for word, by number of `sentences`.
    """

    regions: tuple[Region, ...]
    explained: bytearray
    words: Words
    texts: tuple[int, ...]
    sentences: Sentences
    wholes: tuple[Copy, ...]

    def residue(self) -> list[int]:
        """Return for each line of the document how many of its words no known licence explains."""
        starts = self.words.starts
        tokens = self.words.words
        explained = self.explained
        return [
            sum(1 for word in range(start, end) if not explained[word] and tokens[word] != STOP)
            if 0 in explained[start:end]
            else 0
            for start, end in pairwise(starts)
        ]


def recognise(document: Document, index: Fingerprints | None = None) -> Recognition:
    """Name the licences in a document: the best known text first found, its words taken away, and so on with the rest.

    Takes time linear in the size of the document. Texts that stand there word for word need no search.
    """
    index = index or default_index()
    words = read_words(document)
    sentences = sentences_of(words.words)
    wholes = tuple(find_wholes(sentences, index))
    if not wholes or _speaks_of_more(words.words, sentences, wholes, index):
        return _search(words, sentences, wholes, index)
    explained = bytearray(len(words.words))
    copies = sorted(wholes, key=lambda copy: copy.first)
    regions = []
    for number, copy in enumerate(copies, start=1):
        start, end = sentences.starts[copy.first], sentences.ends[copy.end - 1]
        end = next((at for at in range(end, len(words.words)) if words.words[at] != STOP), len(words.words))
        explained[start:end] = bytes([min(number, 255)]) * (end - start)
        if words.has_notices:
            for at in range(start, end):
                if words.words[at][:1] == NOTICE:
                    explained[at] = 0
        region = _region([(start, end)], explained.count(min(number, 255), start, end), index, copy.text, words)
        regions.append(region._replace(coverage=1.0))
    return Recognition(tuple(regions), explained, words, tuple(copy.text for copy in copies), sentences, wholes)


def _speaks_of_more(words: list[bytes], sentences: Sentences, wholes: Sequence[Copy], index: Fingerprints) -> bool:
    """Tell whether other known texts may stand beside those that were found as wholes."""
    known = bytearray(len(sentences.texts))
    for copy in wholes:
        known[copy.first : copy.end] = b"\1" * (copy.end - copy.first)
    left = [at for at, found in enumerate(known) if not found]
    if sum([sentences.ends[at] - sentences.starts[at] for at in left]) < FEWEST:
        return False
    chunks = cut([word for at in left for word in (*words[sentences.starts[at] : sentences.ends[at]], STOP)])
    ranks = index.ranks(chunks.texts)
    return (
        sum([end - start for rank, (start, end) in zip(ranks, pairwise(chunks.bounds), strict=True) if rank >= 0])
        >= FEWEST
    )


def _search(words: Words, sentences: Sentences, wholes: tuple[Copy, ...], index: Fingerprints) -> Recognition:
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
        regions.append(_region(spans, count, index, each.text, words))
    return Recognition(tuple(regions), explained, words, tuple(each.text for each in found), sentences, wholes)


@cache
def default_index() -> Fingerprints:
    """Return the index that rail carries, opened once."""
    return open_fingerprints()


def _region(spans: Sequence[tuple[int, int]], count: int, index: Fingerprints, text: int, words: Words) -> Region:
    known = index.known(text)
    start, end = spans[0][0], spans[-1][1]
    last = next((word for word in range(end - 1, start, -1) if words.words[word] != STOP), start)
    first_line, last_line = words.line_numbers(start, last)
    return Region(
        id=known.id,
        is_profile=known.is_profile,
        keys=known.keys,
        coverage=min(count / known.words, 1.0),
        similarity=min(2 * count / (known.words + end - start), 1.0),
        first_line=first_line,
        last_line=last_line,
        words=count,
        start=start,
        end=end,
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


_MOST_REGIONS = 200

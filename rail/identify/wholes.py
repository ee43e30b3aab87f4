"""Known texts that stand in a text word for word, found by the hashes of their sentences.

Most licence files hold known texts unchanged; for those nothing has to be aligned. Copyright notices do not count.
"""

from hashlib import blake2b
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from rail.identify.fingerprints import Fingerprints
from rail.identify.words import NOTICE, STOP


class Sentences(NamedTuple):
    """The sentences of a text: sentence `i` is the words `starts[i]:ends[i]`, joined by spaces in `texts[i]`."""

    starts: list[int]
    ends: list[int]
    texts: list[bytes]


class Mark(NamedTuple):
    """What a whole text is known by: CRC-32 of its first and last sentence, their number, a hash of all its words."""

    first: int
    last: int
    size: int
    digest: int


class Copy(NamedTuple):
    """A known text whose sentences are those from number `first` to before `end`."""

    text: int
    first: int
    end: int


def sentences_of(words: list[bytes]) -> Sentences:
    """Part words at the stops; takes time linear in their number."""
    join = b" ".join
    stops = [*compress(count(), map(STOP.__eq__, words)), len(words)]
    spans = [
        (start, end)
        for start, end in zip([0, *[stop + 1 for stop in stops]], stops, strict=False)
        if start < end and words[start][:1] != NOTICE
    ]
    return Sentences([start for start, _ in spans], [end for _, end in spans], [join(words[a:b]) for a, b in spans])


def mark_of(sentences: Sentences) -> Mark | None:
    """Return what a text is known by; `None` for one without words."""
    texts = sentences.texts
    return Mark(crc32(texts[0]), crc32(texts[-1]), len(texts), _digest(texts)) if texts else None


def find_wholes(sentences: Sentences, index: Fingerprints) -> list[Copy]:
    """Return the known texts that stand in a text as they are, no two over one another, the longest first."""
    texts = sentences.texts
    codes = list(map(crc32, texts))
    firsts = index.first_sentences
    if firsts.isdisjoint(codes):
        return []
    found = []
    tries = 0
    count_of_all = len(codes)
    for start, code in enumerate(codes):
        if code not in firsts:
            continue
        digests: dict[int, int] = {}
        for last, size, digest, text in index.wholes(code):
            end = start + size
            if end > count_of_all or codes[end - 1] != last:
                continue
            if size not in digests:
                tries += size
                digests[size] = _digest(texts[start:end])
            if digests[size] == digest:
                found.append(Copy(text, start, end))
        if tries > _MOST_TRIES + 4 * len(codes):
            return []
    return _apart(found, index)


def _apart(found: list[Copy], index: Fingerprints) -> list[Copy]:
    """Return the longest copies that do not overlap."""
    if len(found) == 1:
        return found
    kept: list[Copy] = []
    for _, copy in sorted([(-index.length(copy.text), copy) for copy in found], key=itemgetter(0)):
        if all(copy.end <= other.first or other.end <= copy.first for other in kept):
            kept.append(copy)
    return kept


def _digest(texts: list[bytes]) -> int:
    return int.from_bytes(blake2b(b"\n".join(texts), digest_size=8).digest(), "little")


_MOST_TRIES = 4000
"""Sentences that are hashed for texts that begin alike, beside four times those of the text."""

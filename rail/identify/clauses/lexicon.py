"""Phrases of licence language, and finding them in a list of words in one pass.

The phrase notation, the same in every table of this package:

- words in lower case, separated by blanks: `medical advice`;
- `*` ends a stem: `discriminat*` is discriminate, discrimination, discriminatory;
- `/` joins alternatives: `law/laws/regulation*`;
- `..` lets up to 5 words stand between, `...` up to 14: `predict* .. crime*`.

A lexicon costs one or two dictionary look-ups per word of text, whatever the number of phrases, and no regular
expression is compiled. A gap is bounded, so the cost per word is bounded too.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

_GAPS = {"..": 5, "...": 14}
_FARTHEST = max(_GAPS.values())
_REMEMBERED = 50_000
"""Words, and pairs of words, whose phrases are kept at hand; a hostile text cannot make it more."""
_KEY = 3
"""Stems are filed under their first letters; a stem has at least that many."""


class Found(NamedTuple):
    """A phrase met in a text: what it means, and its first and last word (`stop` is one past the last)."""

    meaning: Any
    start: int
    stop: int


class _Step(NamedTuple):
    """A word of a phrase: after a gap of at most so many, one of these words or stems; `keys` are their beginnings."""

    gap: int
    words: frozenset[str]
    stems: tuple[str, ...]
    keys: frozenset[str]


_Rests = list[tuple[tuple[_Step, ...], Any]]


class _Begun(NamedTuple):
    """The phrases that a word begins: those it is all of, those that go on at once, those that go on after a gap.

    `keys` are the beginnings of the words after a gap, `filed` the numbers of the `adjacent` ones by their next word or
    the beginning of its stem.
    """

    alone: list[Any]
    adjacent: _Rests
    distant: _Rests
    keys: frozenset[str]
    filed: dict[str, list[int]]


class _Table(dict[str, "_Begun | tuple[()]"]):
    """What each word of the texts read so far begins: nothing, as a rule. Only the phrases that begin are parsed."""

    def __init__(self, words: dict[str, list[tuple[str, Any]]], stems: dict[str, list[tuple[str, str, Any]]]) -> None:
        self._words = words
        self._stems = stems

    def __missing__(self, word: str) -> "_Begun | tuple[()]":
        """Look a new word up, and remember it."""
        begun: _Begun | tuple[()] = ()
        phrases = self._words.get(word, []) + [
            (rest, meaning) for stem, rest, meaning in self._stems.get(word[:_KEY], ()) if word.startswith(stem)
        ]
        if phrases:
            every = [(_steps(rest), meaning) for rest, meaning in phrases]
            distant = [(rest, meaning) for rest, meaning in every if rest and rest[0].gap]
            adjacent = [(rest, meaning) for rest, meaning in every if rest and not rest[0].gap]
            begun = _Begun(
                [meaning for rest, meaning in every if not rest],
                adjacent,
                distant,
                frozenset().union(*(rest[0].keys for rest, _ in distant)),
                _filed(adjacent),
            )
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = begun
        return begun


def _filed(rests: _Rests) -> dict[str, list[int]]:
    """Return the numbers of phrases by the words and beginnings of stems that they go on with."""
    filed: dict[str, list[int]] = {}
    for number, (rest, _) in enumerate(rests):
        for key in {*rest[0].words, *[stem[:_KEY] for stem in rest[0].stems]}:
            filed.setdefault(key, []).append(number)
    return filed


@cache
def _steps(phrase: str) -> tuple[_Step, ...]:
    """Parse what follows the first word of a phrase."""
    steps: list[_Step] = []
    gap = 0
    for part in phrase.split():
        if part in _GAPS:
            gap = _GAPS[part]
            continue
        choices = part.split("/")
        stems = tuple([choice[:-1] for choice in choices if choice.endswith("*")])
        words = frozenset([choice for choice in choices if not choice.endswith("*")])
        steps.append(_Step(gap, words, stems, frozenset([choice[:_KEY] for choice in (*words, *stems)])))
        gap = 0
    return tuple(steps)


class Lexicon(Generic[T]):
    """A table of phrases with their meanings, ready to be looked for.

    >>> Lexicon([("medical advice", "health")]).find(["no", "medical", "advice"])
    [Found(meaning='health', start=1, stop=3)]
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._words: dict[str, list[tuple[str, T]]] = {}
        self._stems: dict[str, list[tuple[str, str, T]]] = {}
        self._begun = _Table(self._words, self._stems)
        self._pairs: dict[tuple[str, str], _Rests] = {}
        for phrase, meaning in rows:
            self._add(phrase, meaning)

    def find(self, words: list[str]) -> list[Found]:
        """Return all phrases in `words`, in the order of their first words; phrases may overlap."""
        found: list[Found] = []
        last = len(words) - 1
        heads: list[str] = []
        every: list[Any] = list(map(self._begun.__getitem__, words))
        for start, (alone, adjacent, distant, keys, filed) in compress(enumerate(every), every):
            if alone:
                found += [Found(meaning, start, start + 1) for meaning in alone]
            if adjacent and start < last:
                pair = (words[start], words[start + 1])
                going = self._pairs.get(pair)
                if going is None:
                    going = self._go_on(pair, adjacent, filed)
                for rest, meaning in going:
                    stop = _follow(rest, 0, words, start + 2) if rest else start + 2
                    if stop:
                        found.append(Found(meaning, start, stop))
            if distant:
                heads = heads or [word[:_KEY] for word in words]
                ahead = heads[start + 1 : start + 2 + _FARTHEST]
                if not keys.isdisjoint(ahead):
                    found += _reach_on(distant, ahead, words, start)
        return found

    def _go_on(self, pair: tuple[str, str], adjacent: _Rests, filed: Mapping[str, Sequence[int]]) -> _Rests:
        """Return which phrases go on with the second word of `pair`, and remember it."""
        word = pair[1]
        exact, stem = filed.get(word, ()), filed.get(word[:_KEY], ())
        found = [adjacent[number] for number in sorted({*exact, *stem})] if exact or stem else []
        going = [(rest[1:], sense) for rest, sense in found if word in rest[0].words or word.startswith(rest[0].stems)]
        if len(self._pairs) >= _REMEMBERED:
            self._pairs.clear()
        self._pairs[pair] = going
        return going

    def _add(self, phrase: str, meaning: T) -> None:
        first, *rest = phrase.split(maxsplit=1)
        for choice in first.split("/"):
            if not choice.endswith("*"):
                self._words.setdefault(choice, []).append(("".join(rest), meaning))
            elif len(choice) > _KEY:
                self._stems.setdefault(choice[:_KEY], []).append((choice[:-1], "".join(rest), meaning))
            else:
                raise ValueError(f"stem too short: {choice} in {phrase!r}")


class Joined(Lexicon[T]):
    """Two tables of phrases as one; neither is read again."""

    def __init__(self, one: Lexicon[T], other: Lexicon[T]) -> None:
        self._both = one, other

    def find(self, words: list[str]) -> list[Found]:
        """Return all phrases in `words`, in the order of their first words; phrases may overlap."""
        ones, others = [each.find(words) for each in self._both]
        return sorted(ones + others, key=attrgetter("start")) if ones and others else ones or others


def _reach_on(distant: _Rests, ahead: list[str], words: list[str], start: int) -> list[Found]:
    """Return the phrases with a gap after their first word, which is `words[start]`; words begin with `ahead` next."""
    found = []
    for rest, meaning in distant:
        if not rest[0].keys.isdisjoint(ahead):
            stop = _follow(rest, 0, words, start + 1)
            if stop:
                found.append(Found(meaning, start, stop))
    return found


def _follow(steps: tuple[_Step, ...], at: int, words: list[str], start: int) -> int:
    """Return one past the last word of the shortest way through `steps[at:]` from `start`, or 0."""
    gap, exact, stems, _ = steps[at]
    last = at + 1 == len(steps)
    here = start
    for word in words[start : start + gap + 1]:
        here += 1
        if word in exact or (stems and word.startswith(stems)):
            stop = here if last else _follow(steps, at + 1, words, here)
            if stop:
                return stop
    return 0

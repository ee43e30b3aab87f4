"""Phrases of licence language, and finding them in a list of words in one pass.

The phrase notation, the same in every table of this package:

- words in lower case, separated by blanks: `medical advice`;
- `*` ends a stem: `discriminat*` is discriminate, discrimination, discriminatory;
- `/` joins alternatives: `law/laws/regulation*`;
- `..` lets up to 5 words stand between, `...` up to 14: `predict* .. crime*`.

A lexicon costs one or two dictionary look-ups per word of text, whatever the number of phrases, and no regular
expression is compiled. A gap is bounded, so the cost per word is bounded too.
"""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_GAPS = {"..": 5, "...": 14}
_REMEMBERED = 50_000
"""Words whose phrases are kept at hand; a hostile text cannot make it more."""
_KEY = 3
"""Stems are filed under their first letters; a stem has at least that many."""


class Found(NamedTuple, Generic[T]):
    """A phrase met in a text: what it means, and its first and last word (`stop` is one past the last)."""

    meaning: T
    start: int
    stop: int


class _Step(NamedTuple):
    gap: int
    words: frozenset[str]
    stems: tuple[str, ...]


class Lexicon(Generic[T]):
    """A table of phrases with their meanings, ready to be looked for.

    >>> Lexicon([("medical advice", "health")]).find(["no", "medical", "advice"])
    [Found(meaning='health', start=1, stop=3)]
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._words: dict[str, list[tuple[tuple[_Step, ...], T]]] = {}
        self._stems: dict[str, list[tuple[str, tuple[_Step, ...], T]]] = {}
        self._begun_by: dict[str, tuple[tuple[tuple[_Step, ...], T], ...]] = {}
        for phrase, meaning in rows:
            self._add(phrase, meaning)

    def find(self, words: list[str]) -> list[Found[T]]:
        """Return all phrases in `words`, in the order of their first words; phrases may overlap."""
        found: list[Found[T]] = []
        begun_by = self._begun_by
        for start, word in enumerate(words):
            begun = begun_by.get(word)
            if begun is None:
                begun = self._begin(word)
            for rest, meaning in begun:
                stop = _follow(rest, 0, words, start + 1) if rest else start + 1
                if stop:
                    found.append(Found(meaning, start, stop))
        return found

    def _begin(self, word: str) -> tuple[tuple[tuple[_Step, ...], T], ...]:
        """Return what phrases `word` may begin, and remember it."""
        begun = tuple(self._words.get(word, ())) + tuple(
            (rest, meaning) for stem, rest, meaning in self._stems.get(word[:_KEY], ()) if word.startswith(stem)
        )
        if len(self._begun_by) >= _REMEMBERED:
            self._begun_by.clear()
        self._begun_by[word] = begun
        return begun

    def _add(self, phrase: str, meaning: T) -> None:
        steps: list[_Step] = []
        gap = 0
        for part in phrase.split():
            if part in _GAPS:
                gap = _GAPS[part]
                continue
            choices = part.split("/")
            stems = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
            steps.append(_Step(gap, frozenset(choice for choice in choices if not choice.endswith("*")), stems))
            gap = 0
        first, rest = steps[0], tuple(steps[1:])
        for word in first.words:
            self._words.setdefault(word, []).append((rest, meaning))
        for stem in first.stems:
            if len(stem) < _KEY:
                raise ValueError(f"stem too short: {stem}* in {phrase!r}")
            self._stems.setdefault(stem[:_KEY], []).append((stem, rest, meaning))


def _follow(steps: tuple[_Step, ...], at: int, words: list[str], start: int) -> int:
    """Return one past the last word of the shortest way through `steps[at:]` from `start`, or 0."""
    gap, exact, stems = steps[at]
    last = at + 1 == len(steps)
    here = start
    for word in words[start : start + gap + 1]:
        here += 1
        if word in exact or (stems and word.startswith(stems)):
            stop = here if last else _follow(steps, at + 1, words, here)
            if stop:
                return stop
    return 0

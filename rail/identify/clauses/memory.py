"""What sentences said, kept for the next text: licences are made of each other's sentences."""

from functools import cache

from rail.identify.clauses.doubt import may_be_doubtful
from rail.identify.clauses.interpret import interpret
from rail.identify.clauses.interpretation import Context, Interpretation
from rail.identify.clauses.lexicon import Found
from rail.identify.clauses.overlap import listed_apart
from rail.identify.clauses.phrases import Vocabulary, vocabulary
from rail.identify.clauses.policies import binds
from rail.identify.clauses.sayings import Saying, Sayings, open_sayings
from rail.identify.clauses.sentences import words_of
from rail.identify.clauses.vagueness import forbids_a_use, is_ordinary

MOST = 16_000
"""Sentences that are kept."""
MOST_CHARACTERS = 4_000_000
"""Characters of them: some 10 MB, whatever a hostile text does."""


class Memory:
    """What each sentence says in each context that it was met in; nothing for those that hold no topic and no bar."""

    def __init__(self, known: Sayings | None = None) -> None:
        """Begin with what the sentences of `known` texts say."""
        self._known = known
        self._said: dict[str, Saying] = {}
        self._characters = 0

    def __len__(self) -> int:
        return len(self._said)

    def recall(
        self, text: str, inherited: Context, known: Vocabulary, *, opens: bool
    ) -> tuple[Interpretation | None, bool]:
        """Return what a sentence says and whether it binds to a policy.

        One of no interest says nothing (`None`), unless it `opens` a list.
        """
        saying = self._said.get(text)
        if saying is None:
            saying = None if self._known is None else self._known.get(text)
            if saying is None:
                return self._read(text, inherited, known, opens=opens)
            self._keep(text, saying)
        if not (saying.heeded or opens):
            return None, saying.binds
        for context, said in saying.contexts:
            if context == inherited:
                return said, saying.binds
        words = words_of(text)
        named = _named(text, words, known) if saying.heeded else []
        return _hear(saying, words, named, known, inherited), saying.binds

    def drain(self) -> dict[str, Saying]:
        """Return what is kept, and forget it."""
        said, self._said, self._characters = self._said, {}, 0
        return said

    def _read(
        self, text: str, inherited: Context, known: Vocabulary, *, opens: bool
    ) -> tuple[Interpretation | None, bool]:
        words = words_of(text)
        named = _named(text, words, known)
        saying = Saying(bool(named) or forbids_a_use(words) or may_be_doubtful(words), binds(text), [])
        self._keep(text, saying)
        said = _hear(saying, words, named, known, inherited) if saying.heeded or opens else None
        return said, saying.binds

    def _keep(self, text: str, saying: Saying) -> None:
        self._characters += len(text)
        if len(self._said) >= MOST or self._characters > MOST_CHARACTERS:
            self._said.clear()
            self._characters = len(text)
        self._said[text] = saying


def _named(text: str, words: list[str], known: Vocabulary) -> list[Found]:
    """Return the topics that the words of a sentence name."""
    named = known.subjects.find(words)
    return listed_apart(text, named) if len(named) > 1 and "," in text else named


def _hear(
    saying: Saying, words: list[str], named: list[Found], known: Vocabulary, inherited: Context
) -> Interpretation:
    """Return what words say, and note it."""
    said = interpret(words, named, known.grammar, inherited)
    if said.vague:
        said = said._replace(vague=forbids_a_use(words) and (said.named or not is_ordinary(words)))
    saying.contexts.append((inherited, said))
    return said


def memory_of(known: Vocabulary) -> Memory:
    """Return the memory for a vocabulary; only that of English outlives a text."""
    return _english() if known is vocabulary(()) else Memory()


@cache
def _english() -> Memory:
    return Memory(open_sayings())

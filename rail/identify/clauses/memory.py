"""What sentences said, kept for the next text: licences are made of each other's sentences."""

from functools import cache

from rail.identify.clauses.doubt import may_be_doubtful
from rail.identify.clauses.interpret import Context, Interpretation, interpret
from rail.identify.clauses.phrases import Vocabulary, vocabulary
from rail.identify.clauses.sayings import Said, Sayings, open_sayings
from rail.identify.clauses.sentences import words_of
from rail.identify.clauses.vagueness import forbids_a_use, is_ordinary

MOST = 16_000
"""Sentences that are kept, of `LONGEST` characters at most: some 10 MB, whatever a hostile text does."""
LONGEST = 1000


class Memory:
    """What each sentence says in each context that it was met in; nothing for those that hold no topic and no bar."""

    def __init__(self, known: Sayings | None = None) -> None:
        """Begin with what the sentences of `known` texts say."""
        self._known = known
        self._said: dict[str, Said] = {}

    def __len__(self) -> int:
        return len(self._said)

    def recall(self, text: str, inherited: Context, known: Vocabulary, *, opens: bool) -> Interpretation | None:
        """Return what a sentence says, or `None` when it is of no interest; one that `opens` a list always is."""
        before = self._said.get(text)
        if before is None:
            found = self._known.get(text) if self._known else None
            before = found or []
            if len(text) <= LONGEST:
                if len(self._said) >= MOST:
                    self._said.clear()
                self._said[text] = before
            if found is None:
                return self._read(text, inherited, known, before, opens=opens)
        for context, said in before:
            if context == inherited:
                return said
        return self._read(text, inherited, known, before, opens=opens) if before or opens else None

    def drain(self) -> dict[str, Said]:
        """Return what is kept, and forget it."""
        said, self._said = self._said, {}
        return said

    def _read(
        self, text: str, inherited: Context, known: Vocabulary, before: Said, *, opens: bool
    ) -> Interpretation | None:
        words = words_of(text)
        named = known.subjects.find(words)
        heeded = bool(named) or forbids_a_use(words) or may_be_doubtful(words)
        if not (heeded or opens):
            return None
        said = interpret(words, named, known.grammar, inherited)
        if said.vague:
            said = said._replace(vague=forbids_a_use(words) and (said.named or not is_ordinary(words)))
        if heeded:
            before.append((inherited, said))
        return said


def memory_of(known: Vocabulary) -> Memory:
    """Return the memory for a vocabulary; only that of English outlives a text."""
    return _english() if known is vocabulary(()) else Memory()


@cache
def _english() -> Memory:
    return Memory(open_sayings())

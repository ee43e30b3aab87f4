"""Sentences that were read before are not read again, and say the same."""

import pytest

from rail.identify.clauses import memory, read_clauses
from rail.identify.clauses.interpretation import Context
from rail.identify.clauses.memory import Memory
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.polarity import Polarity
from rail.identify.document import read_document

ITEM = "surveillance of workers"
FORBIDDEN = Context(Polarity.FORBIDDEN, about_use=True)


def recall(kept: Memory, inherited: Context, text: str = ITEM) -> list[str]:
    said, _ = kept.recall(text, inherited, vocabulary(()), opens=False)
    return [barred.use for barred in said.barred] if said else []


def test_a_sentence_is_remembered_for_each_context_apart() -> None:
    kept = Memory()
    for _ in range(2):
        assert recall(kept, Context()) == []
        assert recall(kept, FORBIDDEN) != []


def test_what_opens_a_list_is_heeded_though_it_was_passed_over_before() -> None:
    kept = Memory()
    assert kept.recall("as follows", Context(), vocabulary(()), opens=False) == (None, False)
    assert kept.recall("as follows", FORBIDDEN, vocabulary(()), opens=True)[0] is not None


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 10)
    kept = Memory()
    for number in range(50):
        recall(kept, FORBIDDEN, f"{ITEM} {number}")
        recall(kept, FORBIDDEN, ITEM * 100)
    assert len(kept) <= 10


def test_memory_is_bounded_in_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_CHARACTERS", 100 * len(ITEM))
    kept = Memory()
    for number in range(50):
        recall(kept, FORBIDDEN, f"{ITEM} {number} " * 10)
    assert len(kept) <= 10


def test_a_text_reads_the_same_the_second_time() -> None:
    document = read_document(
        "You may not use it for:\n- surveillance\n- war\n\nYou may use it for surveillance of birds."
    )
    assert read_clauses(document) == read_clauses(document)

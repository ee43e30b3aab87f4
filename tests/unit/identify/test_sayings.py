"""Sentences of known texts are told, and say what they would if they were read."""

import pytest

from rail.identify import rules as rules_module
from rail.identify.build import KnownText
from rail.identify.clauses import memory, read_clauses, sayings
from rail.identify.clauses.interpretation import Context
from rail.identify.clauses.memory import Memory
from rail.identify.clauses.phrases import vocabulary
from rail.identify.clauses.polarity import Polarity
from rail.identify.clauses.sayings import Saying, Sayings
from rail.identify.document import read_document
from rail.identify.tellings import compile_sayings

PIER = """Members bring with them the following:

- a coat
- a whistle

Whoever holds the lamp may carry it home.

You may not use the lamp:

(a) for military surveillance of the pier;
(b) to defame the ferryman.

Members pay for broken glass. The lamp may be used for surveillance of gulls.
"""
EDITED = PIER.replace("carry it home", "carry it abroad").replace("to defame the ferryman", "to harm minors")
FORBIDDEN = Context(Polarity.FORBIDDEN, about_use=True)
PACKED = compile_sayings([KnownText("pier", is_profile=True, keys=(), text=PIER)])


def test_a_sentence_says_what_it_would_if_it_were_read() -> None:
    known, fresh = Memory(Sayings(PACKED)), Memory()
    for sentence in (
        "for military surveillance of the pier;",
        "Members pay for broken glass.",
        "to defame the ferryman.",
    ):
        for context in (Context(), FORBIDDEN):
            for opens in (False, True):
                asked = (sentence, context, vocabulary(()))
                assert known.recall(*asked, opens=opens) == fresh.recall(*asked, opens=opens)


def test_a_sentence_of_no_interest_is_known_as_such_and_a_strange_one_not_at_all() -> None:
    known = Sayings(PACKED)
    assert known.get("Members pay for broken glass.") == Saying(heeded=False, binds=False, contexts=[])
    saying = known.get("to defame the ferryman.")
    assert saying is not None
    assert [each.barred[0].use for _, each in saying.contexts] == ["disinformation.defamation"]
    assert known.get("to defame the captain.") is None
    assert len(known) > 4


def test_an_edited_text_reads_as_it_does_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_document(EDITED)
    told = Memory(Sayings(PACKED))
    monkeypatch.setattr(memory, "_english", lambda: told)
    with_them = read_clauses(document)
    monkeypatch.setattr(memory, "_english", Memory)
    assert with_them == read_clauses(document)
    assert {clause.use for clause in with_them.restrictions} >= {"surveillance.military", "minors"}


def test_what_is_told_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Memory(Sayings(PACKED))
    monkeypatch.setattr(memory, "interpret", lambda *_: pytest.fail("read again"))
    said, _ = known.recall("to defame the ferryman.", FORBIDDEN, vocabulary(()), opens=False)
    assert said is not None
    assert said.barred[0].use == "disinformation.defamation"


def test_what_only_opened_a_list_is_told_there_and_of_no_interest_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Memory(Sayings(PACKED))
    monkeypatch.setattr(memory, "interpret", lambda *_: pytest.fail("read again"))
    asked = ("Members bring with them the following:", Context(), vocabulary(()))
    assert known.recall(*asked, opens=True)[0] is not None
    assert known.recall(*asked, opens=False) == (None, False)


def test_no_word_of_a_text_is_among_the_sayings() -> None:
    for word in ("lamp", "ferryman", "pier", "glass", "gulls", "military"):
        assert word.encode() not in PACKED.replace(b"surveillance.military", b"")


def test_the_same_texts_give_the_same_sayings() -> None:
    assert compile_sayings([KnownText("pier", is_profile=True, keys=(), text=PIER)]) == PACKED


def test_sayings_made_by_other_rules_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(Sayings(PACKED)) > 0
    monkeypatch.setattr(sayings, "rules", lambda: b"sixteen bytes...")
    assert len(Sayings(PACKED)) == 0
    assert len(rules_module.rules()) == len(b"sixteen bytes...")


@pytest.mark.parametrize("size", [*range(0, 60, 7), len(PACKED) - 1])
def test_sayings_that_are_cut_short_are_passed_over(size: int) -> None:
    cut_short = Sayings(PACKED[:size])
    assert len(cut_short) == 0
    assert cut_short.get("to defame the ferryman.") is None


def test_a_saying_that_is_damaged_is_read_anew() -> None:
    damaged = Sayings(PACKED[:-200] + b"\xc1" * 200)
    assert damaged.get("to defame the ferryman.") is None

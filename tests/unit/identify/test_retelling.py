"""Texts that are known as wholes are told from numbers, and come out as if they had been read."""

import os
import textwrap
from pathlib import Path

import pytest

from rail.catalogue.load import load
from rail.identify import readings as readings_module
from rail.identify.build import KnownText, compile_index
from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.document import Document, read_document
from rail.identify.fingerprints import Fingerprints
from rail.identify.readings import Readings
from rail.identify.recognise import Recognition, recognise
from rail.identify.retelling import default_readings, retell
from rail.identify.tellings import compile_readings
from rail.identify.textsources import scancode_texts
from tests.unit.identify.prints import BOAT, KITE, TEXTS

HARBOUR = """Harbour Camera Licence 1.0

Copyright (c) 2021 The Harbour Office

1. Whoever holds the camera model may run it and pass it on together with this page.

Use restrictions

2. You agree not to use the camera model:

(a) for military surveillance of other harbours;
(b) to harm minors or to look for a way to harm them, whatever the weather, the tide
    or the hour of the day may be;
(c) to generate defamatory content about the people on the pier.

Liability

The office answers for no wet lens. The Acceptable Use Policy at https://harbour.example/policy is incorporated by
reference into this licence, and you must comply with it.
"""

HARBOUR_TEXT = KnownText("harbour", is_profile=True, keys=("harbour",), text=HARBOUR)
INDEX = Fingerprints(compile_index([*TEXTS, HARBOUR_TEXT]))
PACKED = compile_readings([HARBOUR_TEXT], INDEX)
TEXTS_FOLDER = os.environ.get("RAIL_LICENSE_TEXTS")


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def boxed(text: str) -> str:
    return "/*\n" + "".join(f" * {line}".rstrip() + "\n" for line in text.splitlines()) + " */\nint x;\n"


DRESSES = {
    "as it is": lambda text: text,
    "comment": boxed,
    "indented": lambda text: textwrap.indent(text, "    "),
    "narrow": lambda text: "\n".join(
        textwrap.fill(line, 50, break_on_hyphens=False) if line.strip() else "" for line in text.splitlines()
    ),
    "other owner": lambda text: text.replace("2021 The Harbour Office", "1999-2024 A. N. Other and friends"),
    "below a title": lambda text: f"Camera of the harbour\n\n{text}",
    "beside another": lambda text: f"{BOAT}\n\n{text}\n\n{KITE}",
}


def recognised(text: str) -> tuple[Document, Recognition]:
    document = read_document(text)
    return document, recognise(document, INDEX)


def told(text: str) -> ClauseReading | None:
    document, recognition = recognised(text)
    others = {number for number, region in enumerate(recognition.regions) if region.id != "harbour"}
    found = retell(document, recognition, others, Readings(PACKED))
    return found[0] if found else None


def test_a_text_is_told_as_it_is_read() -> None:
    reading = told(HARBOUR)
    assert reading == read_clauses(read_document(HARBOUR))._replace(doubts=())
    uses = {clause.use for clause in reading.restrictions}
    assert uses >= {"surveillance.military", "minors", "disinformation.defamation"}
    assert [policy.url for policy in reading.policies] == ["https://harbour.example/policy"]


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
def test_in_every_dress_uses_modes_quotes_and_lines_are_those_of_a_full_reading(dress) -> None:
    text = dress(HARBOUR)
    reading = told(text)
    assert reading is not None
    full = read_clauses(read_document(text))
    assert {(each.use, each.mode, each.line, each.text) for each in reading.restrictions} == {
        (each.use, each.mode, each.line, each.text) for each in full.restrictions
    }
    assert [each.section for each in reading.restrictions] == [each.section for each in full.restrictions]
    assert reading.policies == full.policies


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for military surveillance", "for friendly observation"),
        ("You agree not to use", "You may use"),
        ("the people on the pier.", "the people on the pier; to breed turnips for gambling."),
        ("Use restrictions", "Uses that are welcome"),
    ],
)
def test_an_edited_text_is_not_told_but_read(before: str, after: str) -> None:
    assert told(HARBOUR.replace(before, after)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the people on the pier.", "the people on the pier;\n(d) to breed turnips for gambling."),
        ("(c) to generate", "(d) to breed turnips for gambling;\n(c) to generate"),
        ("(c) to generate", "any fish;\n(c) to generate"),
    ],
)
def test_lines_put_into_a_list_may_inherit_its_prohibition(before: str, after: str) -> None:
    document = read_document(HARBOUR.replace(before, after))
    found = retell(document, recognise(document, INDEX), (), Readings(PACKED))
    assert found is not None
    assert found[1]


@pytest.mark.parametrize(
    "added",
    [
        "(d) 您不得将本模型用于军事目的。",
        f"(d) to sell weapons {'to the captain of a ferry or of a tug ' * 12}and to whoever pays.",
        "(d) to break the re-\nstraints on gambling, or any non-\nMilitary rule of v1.5.2 at https://harbour.example/a_b.c?d=1.",
    ],
)
def test_ideographs_long_sentences_and_parted_words_are_told_as_they_are_read(added: str) -> None:
    text = HARBOUR.replace("on the pier.", f"on the pier;\n{added}")
    index = Fingerprints(compile_index([HARBOUR_TEXT._replace(text=text)]))
    packed = compile_readings([HARBOUR_TEXT._replace(text=text)], index)
    document = read_document(text)
    found = retell(document, recognise(document, index), (), Readings(packed))
    assert found is not None
    assert found[0] == read_clauses(document)._replace(doubts=())


def test_no_word_of_a_text_is_among_the_readings() -> None:
    for word in ("harbour", "camera", "defamatory", "people", "surveillance,", "tide"):
        assert word.encode() not in PACKED.replace(b"https://harbour.example/policy", b"")


def test_the_same_texts_give_the_same_readings() -> None:
    assert compile_readings([HARBOUR_TEXT], INDEX) == PACKED


def test_readings_made_by_other_rules_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(Readings(PACKED)) == 2, "with the copyright line and without it"
    monkeypatch.setattr(readings_module, "rules", lambda: b"other")
    assert len(Readings(PACKED)) == 0


@pytest.mark.parametrize("size", [0, 5, 16, 20, 60, 100])
def test_readings_that_are_cut_short_are_passed_over(size: int) -> None:
    cut_short = Readings(PACKED[:size])
    assert len(cut_short) == 0
    assert cut_short.get(3) is None


def test_a_record_that_is_cut_short_is_passed_over() -> None:
    document, recognition = recognised(HARBOUR)
    assert retell(document, recognition, (), Readings(PACKED[: len(PACKED) // 3])) is None


def test_words_below_a_list_of_prohibitions_may_inherit_one() -> None:
    text = HARBOUR.partition("\n\nLiability")[0]
    index = Fingerprints(compile_index([HARBOUR_TEXT._replace(text=text)]))
    document = read_document(text)
    packed = compile_readings([HARBOUR_TEXT._replace(text=text)], index)
    found = retell(document, recognise(document, index), (), Readings(packed))
    assert found is not None
    assert found[1]
    document, recognition = recognised(HARBOUR)
    whole = retell(document, recognition, (), Readings(PACKED))
    assert whole is not None
    assert not whole[1]


@pytest.mark.skipif(TEXTS_FOLDER is None, reason="RAIL_LICENSE_TEXTS names no folder of licence texts")
def test_real_texts_are_told_as_they_are_read() -> None:
    inputs = scancode_texts(Path(str(TEXTS_FOLDER)), load())
    texts = [each.known for each in inputs if not each.known.is_notice][::25]
    index = Fingerprints(compile_index(texts))
    readings = Readings(compile_readings(texts, index))
    assert len(readings) > 0.9 * len(index)
    for text in texts:
        document = read_document(text.text)
        found = retell(document, recognise(document, index), (), readings)
        if found is not None:
            assert found[0] == read_clauses(document)._replace(doubts=())


@pytest.mark.skipif(TEXTS_FOLDER is None, reason="the readings can only be made where the licence texts are")
def test_the_readings_that_rail_carries_were_made_by_the_rules_of_today() -> None:
    assert len(default_readings()) > 1000, "run rail catalogue fingerprint (licenses/README.md)"

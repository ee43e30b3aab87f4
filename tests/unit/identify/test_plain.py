"""Lines that are passed over as plain say nothing, however they are put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.clauses.plain import FEW, are_plain
from rail.identify.document import Document, Line

PLAIN = [
    "Kite and Boat",
    "Home | Docs",
    "int main(void)",
    "",
    "1. Of ponds",
    "- oars",
    "All rights reserved.",
    "Users:",
]
TELLING = [
    "You may not use it",
    "Prohibited uses",
    "to spy on people",
    "for weapons",
    "not for use in",
    "Die Nutzung ist nicht erlaubt",
    "für Waffen und für den Krieg",
    "禁止用于军事目的",
    "The Acceptable Use Policy is part of this",
    "except soldiers; permission is withheld from anyone else",
    "in accordance with applicable law",
    "peaceful people only",
]


def document(texts: list[str]) -> Document:
    return Document(tuple(Line(number, text) for number, text in enumerate(texts, start=1)))


@given(st.lists(st.sampled_from(PLAIN + TELLING), max_size=6))
def test_plain_lines_say_nothing(texts: list[str]) -> None:
    read = document(texts)
    if are_plain(read.lines):
        assert read_clauses(read) == ClauseReading()


@pytest.mark.parametrize("text", PLAIN)
def test_titles_code_and_credits_are_plain(text: str) -> None:
    assert are_plain(document([text, "by A. N. Other"]).lines)


@pytest.mark.parametrize("text", ["You may not use it", "to spy on people", "禁止用于军事目的", "peaceful people only"])
def test_words_that_a_reading_turns_on_are_not(text: str) -> None:
    assert not are_plain(document(["A title", text]).lines)


def test_many_words_are_not_told_to_be_plain() -> None:
    assert not are_plain(document(["oar"] * (FEW + 1)).lines)

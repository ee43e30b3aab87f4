"""Known texts that stand somewhere word for word are found without a search."""

import pytest

from rail.identify.document import read_document
from rail.identify.recognise import recognise
from rail.identify.wholes import find_wholes, mark_of, sentences_of
from rail.identify.words import read_words
from tests.unit.identify.prints import BOAT, KITE, KITE_2, small_index

INDEX = small_index()


def wholes(text: str) -> list[int]:
    found = find_wholes(sentences_of(read_words(read_document(text)).words), INDEX)
    return [copy.text for copy in sorted(found, key=lambda copy: copy.first)]


def test_texts_one_after_the_other_are_all_found() -> None:
    assert wholes(f"{BOAT}\n{KITE}\n{KITE_2}") == [2, 0, 1]


def test_a_title_above_and_words_below_do_not_hide_a_text() -> None:
    assert wholes(f"A page about boats\n\n{BOAT}\n\nint main(void)") == [2]


def test_a_changed_owner_does_not_hide_a_text() -> None:
    assert wholes(KITE.replace("2020 The Kite Club", "1999 Somebody Else")) == [0]


@pytest.mark.parametrize(
    "edited",
    [
        BOAT.replace("Children row", "Children never row"),
        BOAT.replace("lamps are lit;", "lamps are lit. No spies on board;"),
        BOAT.replace("The society keeps the right", ""),
        BOAT[: len(BOAT) // 2],
    ],
)
def test_an_edited_text_is_no_whole(edited: str) -> None:
    assert wholes(edited) == []


def test_the_longest_of_texts_that_begin_alike_is_found() -> None:
    assert wholes(KITE_2) == [1]


def test_a_text_without_words_has_no_mark() -> None:
    assert mark_of(sentences_of(read_words(read_document(" . \n\n -- ")).words)) is None


def test_a_whole_and_what_a_search_finds_agree() -> None:
    text = f"{BOAT}\n\n{KITE}"
    quick = recognise(read_document(text), INDEX)
    searched = recognise(read_document(text.replace("Boats return", "Boats return home")), INDEX)
    assert [region.id for region in quick.regions] == [region.id for region in searched.regions] == ["boat", "kite-1"]
    assert [region.coverage for region in quick.regions] == [1.0, 1.0]
    for one, other in zip(quick.regions, searched.regions, strict=True):
        assert (one.first_line, one.last_line) == (other.first_line, other.last_line)


def test_many_beginnings_of_a_text_take_little_time() -> None:
    beginning = KITE.partition("Whoever")[0]
    assert wholes(beginning * 3000) == []

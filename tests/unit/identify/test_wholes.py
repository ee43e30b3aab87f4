"""Known texts that stand somewhere letter for letter are found without a search."""

import pytest

from rail.identify.document import read_document
from rail.identify.recognise import recognise
from rail.identify.wholes import find_wholes, marks_of
from tests.unit.identify.prints import BOAT, KITE, KITE_2, small_index

INDEX = small_index()


def wholes(text: str) -> list[int]:
    found = find_wholes(read_document(text).lines, INDEX)
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


@pytest.mark.parametrize("text", ["", " . \n\n -- ", "Go away."])
def test_a_text_of_hardly_any_letters_has_no_mark(text: str) -> None:
    assert marks_of(read_document(text).lines) == []


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: " ".join(text.split()),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(". ", ".\n\n").replace("steersman", "steers-\nman"),
        lambda text: text.replace(",", ";").replace("'", "`").replace("1.", "(1)"),
        lambda text: "".join(f"> * {line}\n" for line in text.splitlines()),
    ],
)
def test_marks_blanks_and_line_ends_do_not_matter(dress) -> None:
    assert wholes(dress(BOAT)) == [2]
    assert wholes(f"Of ponds\n\n{dress(BOAT)}\n\nAnd so on") == [2]


@pytest.mark.parametrize("text", [f"Also: {BOAT}", f"{BOAT.strip()} And so on."])
def test_a_copy_begins_and_ends_with_a_line(text: str) -> None:
    assert wholes(text) == []


def test_a_text_is_found_with_its_own_copyright_line_and_without_it() -> None:
    (with_it,) = find_wholes(read_document(KITE).lines, INDEX)
    (without,) = find_wholes(read_document(KITE.replace("The Kite Club", "A. N. Other")).lines, INDEX)
    assert with_it.text == without.text == 0
    assert set(with_it.lines()) - set(without.lines()) == {2}


def test_letters_beyond_ascii_are_letters() -> None:
    assert wholes(BOAT.replace("steersman", "steersmän")) == []
    assert wholes(BOAT.replace("Members", "§ Members …")) == [2]


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

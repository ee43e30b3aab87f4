"""Known texts that stand somewhere letter for letter are found without a search."""

import time

import pytest

from rail.identify.build import KnownText, compile_index
from rail.identify.document import read_document
from rail.identify.fingerprints import Fingerprints
from rail.identify.recognise import recognise
from rail.identify.wholes import Wholes, find_wholes, marks_of
from tests.unit.identify.prints import BOAT, KITE, KITE_2, TEXTS, small_index

INDEX = small_index()


def found(text: str) -> Wholes:
    return find_wholes(read_document(text).lines, INDEX)


def wholes(text: str) -> list[int]:
    return [copy.text for copy in sorted(found(text).copies, key=lambda copy: copy.first)]


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
    (with_it,) = found(KITE).copies
    (without,) = found(KITE.replace("The Kite Club", "A. N. Other")).copies
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


PAGE_HEAD = "The Pond Gazette"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (BOAT.replace("\nclose the", f"\n\n{PAGE_HEAD}\n\nclose the"), 2),
        (KITE.replace("\n1. ", f"\n{PAGE_HEAD}\nof last year\n1. ", 1), 0),
    ],
)
def test_a_text_is_found_around_lines_that_were_put_into_it(text: str, number: int) -> None:
    (copy,), parted = found(text)
    assert parted
    lines = read_document(text).lines
    assert copy.text == number
    assert PAGE_HEAD not in [lines[at].text for at in copy.lines()]
    (region,) = recognise(read_document(text), INDEX).regions
    assert region.coverage == 1


@pytest.mark.parametrize(
    "text",
    [
        BOAT.replace("lamps are lit;", "lamps are lit and the moon is up;"),
        f"{BOAT}\n{PAGE_HEAD}",
        BOAT.replace("\nclose the", f"\n{PAGE_HEAD * 60}\nclose the"),
        f"{PAGE_HEAD}\n" * 400,
    ],
)
def test_words_put_into_a_line_and_pages_of_words_part_no_text(text: str) -> None:
    assert not found(text).parted


def test_a_text_that_is_another_without_a_paragraph_is_not_taken_for_it() -> None:
    clause = (
        "(and paints the oars in green or in yellow before the summer, and mends\n"
        "the leaks in the hull of the boat with tar and with old linen of the best kind)"
    )
    longer = BOAT.replace("\npays for", f"\n{clause}\npays for")
    index = Fingerprints(compile_index([*TEXTS, KnownText("boat-2", is_profile=False, keys=("boat-2",), text=longer)]))
    text = longer.replace("and paints", "and never paints")
    assert find_wholes(read_document(text).lines, index).parted
    (region,) = recognise(read_document(text), index).regions
    assert region.id == "boat-2"


def test_a_text_begun_and_ended_again_and_again_is_looked_through_in_linear_time() -> None:
    first, *_, last = BOAT.split("\n\n")

    def seconds(times: int) -> float:
        lines = read_document(f"{first}\n{PAGE_HEAD}\n{last}\n" * times).lines
        start = time.process_time()
        find_wholes(lines, INDEX)
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 60 * max(seconds(20), 0.002)

# ruff: noqa: RUF001 -- look-alike characters are the matter here
"""Known texts are named in any dress, and what they do not explain stays residue."""

import html
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.identify.document import read_document
from rail.identify.recognise import Recognition, recognise
from rail.identify.words import STOP
from tests.unit.identify.prints import BOAT, KITE, KITE_2, small_index

INDEX = small_index()
CLAUSE = "Nobody may tie the kite to weapons or to machines of war."


def read(text: str) -> Recognition:
    return recognise(read_document(text), INDEX)


def ids(recognition: Recognition) -> list[str]:
    return [region.id for region in recognition.regions]


def residue(recognition: Recognition) -> str:
    pairs = zip(recognition.words.words, recognition.explained, strict=True)
    return b" ".join(word.strip(b"\x02") for word, region in pairs if not region and word != STOP).decode()


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n")]


DRESSES = {
    "as it is": lambda text: text,
    "rewrapped": lambda text: "\n\n".join(textwrap.fill(part, 40) for part in paragraphs(text)),
    "one line a paragraph": lambda text: "\n".join(paragraphs(text)),
    "shouted": str.upper,
    "comment": lambda text: "/*\n" + "\n".join(f" * {line}".rstrip() for line in text.splitlines()) + "\n */\nint x;",
    "html": lambda text: "<html><body>" + "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs(text)),
    "markdown": lambda text: text.replace("1. ", "* ").replace("2. ", "* ").replace("kite", "**kite**"),
    "other owner": lambda text: text.replace("2020 The Kite Club", "1999-2024 A. N. Other and friends"),
    "curly": lambda text: text.replace("'", "’"),
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize(("text", "name"), [(KITE, "kite-1"), (KITE_2, "kite-2"), (BOAT, "boat")])
def test_the_right_one_of_a_family_is_named_in_every_dress(dress, text: str, name: str) -> None:
    (region,) = read(dress(text)).regions
    assert region.id == name
    assert region.coverage > 0.9


def test_a_whole_copy_is_fully_covered_and_only_the_copyright_line_of_others_is_residue() -> None:
    recognition = read(KITE)
    (region,) = recognition.regions
    assert (region.coverage, region.first_line, region.last_line) == (1.0, 1, 11)
    assert residue(recognition) == ""
    recognition = read(KITE.replace("The Kite Club", "A. N. Other"))
    (region,) = recognition.regions
    assert (region.coverage, region.first_line, region.last_line) == (1.0, 1, 11)
    assert residue(recognition) == "copyright c 2020 a n other"


def test_region_tells_whose_text_it_is() -> None:
    (region,) = read(KITE_2).regions
    assert (region.id, region.is_profile, region.keys) == ("kite-2", True, ("kite-2.0", "kite-two"))


def test_a_clause_slipped_in_is_residue_and_everything_else_explained() -> None:
    recognition = read(BOAT.replace("Boats return", f"{CLAUSE} Boats return"))
    assert ids(recognition) == ["boat"]
    assert residue(recognition) == CLAUSE.lower().strip(".")


def test_one_word_slipped_in_shows_in_the_residue() -> None:
    assert " never " in f" {residue(read(BOAT.replace('Children row', 'Children never row')))} "


def test_one_word_changed_shows_in_the_residue() -> None:
    assert "war" in residue(read(BOAT.replace("in storms", "in war"))).split()


def test_texts_glued_together_are_named_each_with_its_lines() -> None:
    recognition = read(f"{BOAT}\n\n{KITE}\n\n{CLAUSE}\n")
    boat, kite = recognition.regions
    assert (boat.id, kite.id) == ("boat", "kite-1")
    lines = BOAT.count("\n")
    assert (boat.first_line, boat.last_line) == (1, lines)
    assert kite.first_line == lines + 3
    assert CLAUSE.lower().strip(".") in residue(recognition)
    assert recognition.residue() == [lines + 2 + KITE.count("\n") + 2]


def test_copies_of_one_licence_are_told_apart() -> None:
    assert ids(read(f"{KITE}\nand also\n\n{KITE}\nand also\n\n{KITE}")) == ["kite-1"] * 3


def test_in_a_collection_of_whole_texts_the_changed_ones_are_named_too() -> None:
    changed = BOAT.replace("Boats return", f"{CLAUSE} Boats return")
    recognition = read(f"{KITE}\n{BOAT}\n{changed}\n{KITE_2}\nAnd a last word on weapons.")
    assert ids(recognition) == ["kite-1", "boat", "boat", "kite-2"]
    assert [len(recognition.wholes), len(recognition.texts)] == [3, 4]
    assert CLAUSE.lower().strip(".") in residue(recognition)
    assert "weapons" in residue(recognition).split()[-1]


def test_a_part_is_named_with_its_share() -> None:
    half = " ".join(BOAT.split()[: len(BOAT.split()) // 2])
    (region,) = read(half).regions
    assert region.id == "boat"
    assert 0.4 < region.coverage < 0.6


def test_dropped_words_lower_the_coverage_alone() -> None:
    recognition = read(BOAT.replace("Children row in company of a grown member only. ", ""))
    (region,) = recognition.regions
    assert 0.85 < region.coverage < 1
    assert residue(recognition) == ""


@pytest.mark.parametrize(
    "text", ["", "\n\n", "word", "the of and to", "All about kites and boats and the sea.", "\x00"]
)
def test_unknown_words_name_nothing(text: str) -> None:
    assert read(text).regions == ()


def test_residue_is_counted_by_line() -> None:
    text = BOAT.replace("Boats return", "\nNobody ties a boat to a torpedo.\nBoats return")
    recognition = read(text)
    lines = text.split("\n")
    assert [lines[at] for at in recognition.residue()] == ["Nobody ties a boat to a torpedo."]
    assert [count for at, count in recognition.open().items() if lines[at]] == [6], "a stop among them"


def test_small_words_of_a_known_text_scattered_in_another_explain_nothing() -> None:
    assert residue(read("To the moon and of the sea, in the kite or to the boat and back of the house."))


@given(st.text(max_size=200), st.integers(0, len(BOAT)), st.sampled_from([KITE, BOAT, KITE + BOAT]))
@settings(max_examples=150, deadline=None)
def test_any_insertion_keeps_the_mask_and_the_regions_in_step(noise: str, place: int, text: str) -> None:
    recognition = read(text[:place] + noise + text[place:])
    assert len(recognition.explained) == len(recognition.words.words)
    whole = len(recognition.wholes) == len(recognition.regions)
    for number, region in enumerate(recognition.regions, start=1):
        assert whole or recognition.explained.count(number) == region.words
        assert 0 < region.coverage <= 1
        assert 0 < region.similarity <= 1
        assert 1 <= region.first_line <= region.last_line


@pytest.mark.parametrize("unit", [KITE, "the ", "kite ", "of the kite and ", "1. ", "的", BOAT[:200]])
def test_time_per_word_stays_flat(unit: str) -> None:
    def taken(size: int) -> float:
        document = read_document(unit * (size // len(unit)))
        times = []
        for _ in range(2):
            start = time.process_time()
            recognise(document, INDEX)
            times.append(time.process_time() - start)
        return min(times)

    assert taken(240_000) < 12 * taken(60_000) + 0.05

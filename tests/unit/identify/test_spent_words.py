"""Words that a longer phrase uses up name no second use, and modes bind what they stand with."""

import pytest

from rail.identify.clauses import read_clauses
from rail.identify.document import read_document

SPENT = [
    ("in support of nuclear proliferation", {"military.nuclear"}),
    ("for nuclear weapons research", {"military.nuclear", "military.weapons"}),
    ("for military surveillance", {"surveillance.military"}),
    ("to design military weapons", {"military.weapons"}),
    ("to incite violence", {"violence.incitement"}),
    ("to render violent content", {"content.violent"}),
]
BOTH = [
    ("for military or surveillance purposes", {"military", "surveillance"}),
    ("for nuclear power", {"societal.nuclear-energy"}),
    ("for nuclear technology", {"military.nuclear", "societal.nuclear-energy"}),
]


def read(clause: str) -> set[tuple[str, str]]:
    text = f"Use restrictions\n\nYou agree not to use the Model:\n\n(a) {clause}.\n"
    return {(each.use, each.mode) for each in read_clauses(read_document(text)).restrictions}


@pytest.mark.parametrize(("clause", "uses"), SPENT)
def test_a_word_inside_a_longer_phrase_names_no_other_use(clause: str, uses: set[str]) -> None:
    found = {use for use, _ in read(clause)}
    assert {use for use in found if use.split(".")[0] in {"military", "societal", "violence", "content"}} <= uses
    assert found & uses


@pytest.mark.parametrize(("clause", "uses"), BOTH)
def test_words_that_stand_by_themselves_keep_their_use(clause: str, uses: set[str]) -> None:
    assert uses <= {use for use, _ in read(clause)}


def test_what_is_listed_after_but_not_limited_to_is_still_forbidden() -> None:
    assert "cybersecurity.malware" in {use for use, _ in read("to spread (including - but not limited to - malware)")}


def test_a_condition_after_a_semicolon_binds_what_stands_before_it() -> None:
    found = read("to infer private information about a person; unless informed consent was given")
    assert found
    assert {mode for _, mode in found} == {"without-consent"}


def test_how_an_example_is_done_says_nothing_of_the_whole() -> None:
    found = dict(read("to intentionally deceive others, including failing to disclose known dangers of the system"))
    assert found["disinformation"] == "intent-to-deceive"
    assert found["disinformation.undisclosed-dangers"] == "without-disclosure"


def test_the_object_of_an_inference_is_not_discriminated_against() -> None:
    found = {use for use, _ in read("to infer legally protected characteristics of a person")}
    assert "profiling.protected-class" in found
    assert not any(use.startswith("discrimination") for use in found)

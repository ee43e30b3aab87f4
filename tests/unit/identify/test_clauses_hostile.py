"""Any text at all is read, in time that grows with its length and no faster."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.identify.clauses import read_clauses, read_residue
from rail.identify.clauses.reading import MOST
from rail.identify.clauses.result import QUOTED
from rail.identify.document import read_document

WORDS = [
    "you",
    "may",
    "not",
    "use",
    "military",
    "weapons",
    "except",
    ";",
    ":",
    "(",
    "(a)",
    "1.",
    "-",
    "predict",
    "a",
    "person",
    "will",
    "commit",
    "crime",
    "comply",
    "with",
    "law",
    "https://x.org",
    "use",
    "policy",
    "\n",
    "\n\n",
    "不得",
    "用于",
    "军事",
    "。",
    "禁止",
    "for",
    "to",
    "the",
    "unless",
    "surveillance",
    "what",
    "?",
    "|",
    "**",
    "#",
    "§",
    "i.",
    "3.1.1.",
]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_clauses(read_document(text))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join), st.randoms())
def test_any_words_of_licences_are_read_within_bounds(text: str, random) -> None:
    document = read_document(text)
    numbers = {line.number for line in document.lines}
    known = [random.random() < 0.5 for _ in document.lines]
    for reading in (read_clauses(document), read_residue(document, known)):
        for clause in reading.restrictions:
            assert clause.line in numbers
            assert 0 < len(clause.text) <= QUOTED
        for doubt in (*reading.suspicion, *reading.policies):
            assert doubt.line in numbers


def calls(text: str) -> int:
    """Count the calls it takes to read a text: a measure of work that no clock disturbs."""
    document = read_document(text)
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        if event in {"call", "c_call"}:
            count += 1

    read_clauses(document)
    sys.setprofile(tally)
    try:
        read_clauses(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "military ",
        "You may not use it to predict ",
        "- may not use for weapons;\n",
        "may not use for weapons; (a) ",
        "not:\n1) x:\n- ",
        "comply with law ",
        "不得用于军事",
        "acceptable use policy incorporated http://",
        "What is this?\n",
        "(",
        "1.1.",
    ],
)
def test_the_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    small, large = (calls("You may not use it for " + piece * (size // len(piece))) for size in (5_000, 50_000))
    assert large < 13 * small + 2_000


def test_the_clauses_of_a_flood_are_bounded() -> None:
    reading = read_clauses(read_document("You may not use it:\n" + "- for weapons\n" * 2 * MOST))
    assert len(reading.restrictions) == MOST

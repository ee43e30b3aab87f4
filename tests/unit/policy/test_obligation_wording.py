"""The clause and the fixed sentence, found in texts made up for the purpose."""

import pytest

from rail.domain.profile import Obligation
from rail.policy.obligations.wording import LicenseText, find_clause, find_sentence, phrase_of

KITES = """Kite terms

1. Words. "Notice" means a sheet of paper.

2. Passing on.
   a. Lenders must hand every borrower a copy of these Kite Terms;
   b. Lenders shall put into a "Notice" text file that goes along:
      "Kites are lent under the Kite Terms, Copyright the Kite Club."; and
   c. prominently display “Flown with Kite” on the tail. You shall set “Kite” at the beginning of the name.

3. The club reserves the right to pull kites down, remotely or otherwise. Wind is free.
"""


def duty(kind: str, note: str | None = None) -> Obligation:
    return Obligation(kind=kind, trigger="distribution", note=note)


def clause(kind: str, note: str | None = None, text: str = KITES) -> tuple[str, int | None] | None:
    asked = duty(kind, note)
    found = find_clause(asked, phrase_of(asked), [LicenseText("LICENSE", text)])
    return (found.text, found.location.line) if found and found.location else None


def test_the_phrase_stands_in_quotation_marks_in_the_note():
    assert phrase_of(duty("display-name", "“Built with Kite” on the tail")) == "Built with Kite"
    assert phrase_of(duty("display-name", "on the tail")) is None
    assert phrase_of(duty("display-name")) is None


def test_the_clause_that_binds_is_quoted_and_not_the_definition():
    assert clause("give-copy") == ("Lenders must hand every borrower a copy of these Kite Terms;", 6)
    assert clause("notice-file") is not None
    assert clause("notice-file")[1] == 7  # type: ignore[index]


def test_only_the_sentence_of_the_clause_is_quoted():
    assert clause("expect-remote-limits") == (
        "The club reserves the right to pull kites down, remotely or otherwise.",
        11,
    )


def test_a_phrase_that_is_not_in_the_text_is_not_quoted_from_it():
    assert clause("display-name", "“Flown with Kite”") is not None
    assert clause("display-name", "“Built with Boat”") is None


@pytest.mark.parametrize("kind", ["use-latest-version", "stay-in-territory", "no-such-kind"])
def test_what_the_text_does_not_say_is_not_quoted(kind):
    assert clause(kind) is None


def test_lines_outside_the_licence_are_not_its_words():
    text = LicenseText("NOTICE", KITES, first=1, last=4)

    assert find_clause(duty("expect-remote-limits"), None, [text]) is None


def test_the_fixed_sentence_is_what_stands_in_quotation_marks_after_the_notice():
    assert find_sentence([LicenseText("LICENSE", KITES)]) == (
        "Kites are lent under the Kite Terms, Copyright the Kite Club."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Carry a “Notice” text file with the notice: “Boats of the “Rowing Club” are lent under its terms.” Row.",
            "Boats of the “Rowing Club” are lent under its terms.",
        ),
        (
            'Carry a "Notice" text file with this notice: "Boats are lent under the Boat Terms here”. “A b c d e”',
            "Boats are lent under the Boat Terms here",
        ),
        ("Carry the following statement:\n\n“Boats are lent under our terms.”", "Boats are lent under our terms."),
        ("Carry a “Notice” text file that names the club.", None),
        ("The word “boats and oars and sails and more” is no matter.", None),
        ("Carry a “Notice” text file with “Boats are lent under", None),
        ("", None),
    ],
)
def test_sentences_end_where_their_quotation_marks_do(text, sentence):
    assert find_sentence([LicenseText("LICENSE", text)]) == sentence


def test_a_long_text_of_quotation_marks_is_searched_in_little_time():
    text = LicenseText("LICENSE", "“notice file " * 20_000)

    assert find_sentence([text]) is None
    assert find_clause(duty("notice-file"), None, [text]) is None

"""Sentences between a restriction and none: conditions, subjects, leads without an end, words of the licensor."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.document import read_document
from rail.identify.reading import read_text


def read(text: str) -> ClauseReading:
    return read_clauses(read_document(text))


def uses(text: str) -> set[str]:
    return {clause.use for clause in read(text).restrictions}


CLEAR = [
    "The use of this software may or may not infringe the patents of others, and no promise is made.",
    "Use is permitted provided that the notice of the army laboratory stays in every copy.",
    "Zeta will not use this information in a form that personally identifies you.",
    "If the claim cannot be settled, Zeta may, at its own election, terminate your right to use the program.",
    "You may terminate the licence by ceasing your access to the hosted services.",
]


@pytest.mark.parametrize("sentence", CLEAR)
def test_words_about_something_else_bar_nothing(sentence: str) -> None:
    assert not read(sentence).restricts


def test_the_law_that_governs_a_contract_is_no_duty_of_the_user() -> None:
    text = (
        "You may not use the model for surveillance. The terms are construed in accordance with the laws of Ruritania."
    )
    assert uses(text) == {"surveillance"}


@pytest.mark.parametrize(
    "text",
    [
        "The model must not be used\na) for military purposes;\nb) for warfare;\n",
        "Das Modell darf nicht verwendet werden\na) für militärische Zwecke;\nb) zur Überwachung von Menschen;\n",
        "次の目的での利用を禁止します。\n・軍事目的\n・個人の監視\n",
        "É proibido usar o modelo para fins militares, para a vigilância de pessoas e para enganar os outros.",
        "Limits of use. - No military uses. - No surveillance of people.",
    ],
)
def test_a_list_is_read_whatever_its_lead_ends_with(text: str) -> None:
    assert any(use.startswith("military") for use in uses(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Weapon makers may not use this software.",
        "If you work for an arms manufacturer, you may not use this software.",
        "Companies that produce weapons are not allowed to use this software.",
    ],
)
def test_a_conduct_that_only_the_subject_names_is_forbidden(sentence: str) -> None:
    assert any(use.startswith("military") for use in uses(sentence))


def test_a_doubtful_sentence_is_told_apart_from_a_suspicious_one() -> None:
    reading = read("Everyone is welcome; intelligence agencies are not.")
    assert not reading.restricts
    assert not reading.suspicion
    assert [doubt.line for doubt in reading.doubts] == [1]


@pytest.mark.parametrize(
    "sentence",
    [
        "The warranty does not extend to military use.",
        "Nothing in this licence prohibits military use.",
        "The author once served in the army.",
        "Weather, war and traffic scenes are included.",
    ],
)
def test_a_mention_without_restraint_raises_no_doubt(sentence: str) -> None:
    assert not read(sentence).doubts


@pytest.mark.parametrize(
    "lead",
    [
        "You may not use the model except for:",
        "You may not use it, except in the following cases:",
        "The model must not be used without:",
    ],
)
def test_items_that_are_excepted_are_not_barred(mit: str, catalogue: Catalogue, lead: str) -> None:
    text = f"{lead}\n- surveillance of gulls\n- a review of privacy\n"

    assert not uses(text)
    assert read_text(f"{mit}\n\n{text}", catalogue).restricted is Restricted.UNKNOWN


@pytest.mark.parametrize(
    "lead",
    [
        "The model may be used for any purpose except the following:",
        "You may not use the model for the following, except with our written consent:",
        "Prohibited uses (unless licensed separately):",
    ],
)
def test_an_exception_within_a_lead_leaves_its_items_barred(lead: str) -> None:
    assert uses(f"{lead}\n- surveillance of people\n- warfare\n") == {"surveillance", "military.warfare"}


def test_so_that_it_cannot_be_used_is_no_clear_ban() -> None:
    reading = read("The picture is blurred so it cannot be used for surveillance.")

    assert not reading.restricts
    assert reading.suspicion


def test_a_comma_parts_what_is_one_matter_without_it() -> None:
    assert uses("You may not use it for military, surveillance or gambling ends.") == {
        "military",
        "surveillance",
        "societal.gambling",
    }
    assert uses("You may not use it for military surveillance.") == {"surveillance.military"}
    assert uses("You may not use it for social credit scoring.") == {"profiling.social-scoring"}

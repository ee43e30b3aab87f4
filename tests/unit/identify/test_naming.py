"""Licences that restrict, named in words beside a free one: never passed over, whatever else the words are about."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.reading import read_text

FILLING = "\n\n".join(
    f"Viewer {number} draws boats and gulls on a canvas of its own; its manual tells the colours of the sails."
    for number in range(60)
)
SAID = [
    "The weights are licensed under the OpenRAIL-M license.",
    "The weights are licensed under the OpenRAIL-M license, such as it is.",
    "Weights: licensed under the BigScience RAIL license, as discussed below.",
    "Weights vs. code: the weights are licensed under CreativeML OpenRAIL-M.",
    "The tide model is under the Llama 2 Community License, compared with MIT for the code.",
    "This bundles a detector of gulls under the CreativeML Open RAIL-M license.",
    "The tide model (OpenRAIL++-M) is fetched at start.",
    "The AI2 ImpACT license governs the tables of tides.",
    "See LICENSE-MODEL (OpenRAIL-M) for the tide model.",
]
ONLY_MENTIONED = [
    "A survey of models released under licences such as OpenRAIL-M.",
    "A list of licenses: MIT, OpenRAIL-M, Apache-2.0.",
    "The Educational Community License covers the tables.",
]


@pytest.mark.parametrize("sentence", SAID)
@pytest.mark.parametrize("form", ["{mit}\n{sentence}\n", "{sentence}\n\n{mit}", "{filling}\n\n{sentence}\n\n{mit}"])
def test_a_licence_that_is_named_beside_a_free_one_is_never_passed_over(
    mit: str, catalogue: Catalogue, sentence: str, form: str
) -> None:
    text = form.format(mit=mit, sentence=sentence, filling=FILLING)

    assert read_text(text, catalogue).restricted is not Restricted.NO


def test_questions_hide_no_licence(mit: str, catalogue: Catalogue) -> None:
    text = f"{mit}\nQuestions? Bugs? Mail us. The weights are licensed under the OpenRAIL-M license.\n"

    assert read_text(text, catalogue).restricted is Restricted.BY_REFERENCE


@pytest.mark.parametrize("sentence", ONLY_MENTIONED)
def test_a_mere_mention_puts_nothing_under_a_licence(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{FILLING}\n\n{sentence}\n\n{mit}", catalogue).restricted is Restricted.NO

"""A free licence whose text says that the model, the weights or the data beside the code have another one."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.reading import read_text

FILLING = "\n\n".join(
    f"Viewer {number} draws boats and gulls on a canvas of its own; its manual tells the colours of the sails."
    for number in range(60)
)
OTHERS = [
    "The weights have their own license.",
    "Model weights are licensed separately; see weights/LICENSE.",
    "Weights: see LICENSE-MODEL.",
    "The pretrained checkpoints are distributed under the Kumquat Model License.",
    "The license above covers the code. The weights are subject to the\nterms in KUMQUAT_TERMS.",
    "The MIT license applies to the code, not to the weights.",
    "The dataset is released under the terms of the Harbour Data Agreement.",
    "License of the weights: https://kumquat.example/terms.html",
    "Who downloads the checkpoints signs the Data Transfer Agreement of the harbour.",
    "The weights inherit the restrictions of another model.",
    "Some model files in this repository are restricted by their authors.",
    "Use of the weights is governed by the EULA in docs/EULA.pdf.",
    "The dataset may be copied under the conditions of its owner.",
    "Voices may have different licenses, see the card of each voice.",
    "Outputs are subject to OUTPUTS-LICENSE.md.",
    "Generated images are subject to a separate license.",
]
SAME = [
    "The weights are released under the MIT license, too.",
    "The dataset is under the CC-BY-4.0 license.",
    "The pretrained weights are released under the same license.",
    "The weights come without restrictions of any kind.",
    "The weights of the boats stand in the second column of the table.",
]
ADDRESSES = [
    "The terms are those of https://ai.google.dev/gemma/terms and of the harbour.",
    "For the tide model see [its terms](https://ai.meta.com/llama/license/).",
]


@pytest.mark.parametrize("sentence", OTHERS)
@pytest.mark.parametrize(
    "form", ["{mit}\n{sentence}\n", "{filling}\n\n{sentence}\n\n{mit}", "MIT License\n\n{sentence}\n"]
)
def test_what_a_model_or_data_are_under_is_not_that_of_the_code(
    mit: str, catalogue: Catalogue, sentence: str, form: str
) -> None:
    reading = read_text(form.format(mit=mit, sentence=sentence, filling=FILLING), catalogue)

    assert reading.restricted is not Restricted.NO
    assert reading.problems


@pytest.mark.parametrize("sentence", SAME)
@pytest.mark.parametrize("form", ["{mit}\n{sentence}\n", "{filling}\n\n{sentence}\n\n{mit}"])
def test_what_is_under_a_free_licence_too_stays_free(mit: str, catalogue: Catalogue, sentence: str, form: str) -> None:
    assert read_text(form.format(mit=mit, sentence=sentence, filling=FILLING), catalogue).restricted is Restricted.NO


@pytest.mark.parametrize("sentence", ADDRESSES)
def test_the_address_of_a_licence_that_restricts_is_seen_in_many_words(
    mit: str, catalogue: Catalogue, sentence: str
) -> None:
    assert read_text(f"{FILLING}\n\n{sentence}\n\n{mit}", catalogue).restricted is not Restricted.NO

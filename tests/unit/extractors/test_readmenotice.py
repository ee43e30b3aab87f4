"""Which sentences state a licence of weights or data, and which only talk about licences."""

import os
from pathlib import Path

import pytest

from rail.domain.component import Kind
from rail.extractors.files.readmenotice import extract
from rail.extractors.notices import notices, subject
from rail.sources.memory import MemoryFile

CORPUS = Path(os.environ.get("RAIL_CORPUS", Path(__file__).parents[3] / ".." / "shared" / "corpus"))

STATES = [
    ("The model is licensed under the [BigScience OpenRAIL-M](x).", Kind.MODEL),
    ("**Model weights**: OpenRAIL-M", Kind.MODEL),
    ("| Weights | CreativeML OpenRAIL-M |", Kind.MODEL),
    ("Code: MIT. Weights: Acme 3 Community License.", Kind.MODEL),
    ("Llama 9 is licensed under the Llama 9 Community License.", Kind.MODEL),
    ("This repository is released under the CreativeML OpenRAIL-M license", Kind.MODEL),
    ("code is Apache-2.0, weights are CreativeML OpenRAIL-M licensed", Kind.MODEL),
    ("The code is Apache-2.0; the weights are released under OpenRAIL++-M.", Kind.MODEL),
    ("This project is licensed under the Hippocratic License 2.1", None),
    ("Our models are distributed under the Gemma terms of use.", Kind.MODEL),
    ("License: OpenRAIL-AS", None),
    (
        "The dataset is licensed under an OpenRAIL-D license, after OpenRAIL-M, with limits (such as speech)",
        Kind.DATASET,
    ),
    ("Weights License: RAIL-M", Kind.MODEL),
    ("The license for the weights is OpenRAIL-M.", Kind.MODEL),
    ("Model license: [Acme Licence](x)", Kind.MODEL),
    ("[![Dataset licence](https://img.shields.io/badge/Data_Licence-OpenRAIL--D-red)](x)", Kind.DATASET),
]
TALKS = [
    "OpenRAIL licenses are made for model weights and restrict use.",
    "rail finds models under licences such as OpenRAIL-M.",
    "What is a RAIL license?",
    "Check whether your model weights are under the Llama 3 Community License.",
    "Guardrails for models are licensed under the MIT License.",
    "Models licensed under OpenRAIL-M must pass Attachment A on.",
    "The trained model weights are licensed under Apache 2.0",
    "The weights for the models are licensed `cc-by-nc-sa-4.0`, waived for small firms.",
    "A model under a RAIL licence binds its users.",
    "RAIL-M covers models, RAIL-D covers data.",
    "Unlike OpenRAIL-M, the model weights are MIT.",
    "The light rail model is licensed under MIT.",
    "The weights are not under the OpenRAIL-M license.",
    "This code is licensed under the Apache License, Version 2.0.",
]


@pytest.mark.parametrize(("sentence", "about"), STATES)
def test_a_statement_is_heard_and_put_to_its_subject(sentence, about):
    found = list(notices(f"# Title\n\n{sentence}\n"))
    assert [line for line, _ in found] == [3]
    assert subject(found[0][1]) is about


@pytest.mark.parametrize("sentence", TALKS)
def test_talk_about_licences_is_no_statement(sentence):
    assert list(notices(f"# Title\n\n{sentence}\n")) == []


def test_a_long_sentence_is_cut_around_the_name():
    words = "and so on, " * 60
    ((_, statement),) = notices(
        f"Our model weights, {words} are licensed under the CreativeML OpenRAIL-M license, {words}\n"
    )
    assert len(statement) <= 300
    assert "OpenRAIL-M" in statement


def test_a_wrapped_sentence_has_the_line_that_it_starts_on():
    text = "First sentence here.\nThe model weights are\nlicensed under\nOpenRAIL-M.\n"
    assert [line for line, _ in notices(text)] == [2]


@pytest.mark.skipif(not (CORPUS / "projects").is_dir(), reason="the corpus is not here")
def test_real_readmes_speak_and_keep_silent_as_their_readers_say():
    def said(project):
        files = [*(CORPUS / "projects" / project).glob("*README.md")]
        return [statement for file in files for _, statement in notices(file.read_text(encoding="utf-8"))]

    assert any("OpenRAIL-D" in statement for statement in said("P03-coral"))
    assert any("CreativeML" in statement for statement in said("P05-diffusionbee"))
    for silent in ("P08-cowglow-react-leaflet", "P11-cenksari-outdoor-maps", "P25-oyez-sa-asr", "P31-aibom-hunyuan"):
        assert said(silent) == []


def said(card: str) -> list[tuple[int, str]]:
    found = extract(MemoryFile("README.md", card.encode()))
    return [(each.location.line, each.statement) for each in found]


def test_names_and_tags_in_the_front_matter_of_a_card_are_no_notice():
    card = "---\nlicense: mit\ntags:\n- openrail\nmodel_name: guard under the OpenRAIL-M license\n---\n# Demo\n"

    assert said(card) == []


def test_a_sentence_that_a_card_asks_its_readers_to_agree_to_is_a_notice():
    card = "---\nextra_gated_prompt: The model weights are under the OpenRAIL-M license.\nlicense: other\n---\n"

    assert [line for line, _ in said(card)] == [2]


def test_a_row_of_a_table_that_links_the_policy_on_use_names_the_licence_of_its_model() -> None:
    row = "| Llama 9 | 70B | [Policy](models/llama9/USE_POLICY.md) | [License](models/llama9/LICENSE) |"
    assert [words for _, words in notices(f"| Model | Sizes | Policy | License |\n|---|---|---|---|\n{row}\n")] == [
        "Llama 9 License"
    ]
    assert not list(notices("| Llama 9 | 70B | [Card](models/llama9/CARD.md) | [License](LICENSE) |\n"))
    assert not list(notices("| Widget | 3 | [Policy](USE_POLICY.md) | [License](LICENSE) |\n"))


NAMED = [
    "The tide model is licensed under the [Harbour Model License](https://harbour.example/license).",
    "The model weights for the harbour are licensed under a custom Harbour license.",
    "Our checkpoints are released under the Kumquat License.",
]
FREE = [
    "The model is licensed under the MIT license.",
    "All of the models are published under the main repo license.",
    "Our pretrained models are released under their own licenses.",
    "The model weights are provided under the same license.",
    "If the model is licensed under the Harbour License, ask.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_weights_under_a_licence_of_another_name_are_told(sentence):
    assert [statement for _, statement in notices(sentence)] == [sentence]


@pytest.mark.parametrize("sentence", FREE)
def test_weights_under_a_free_licence_or_that_of_others_are_not(sentence):
    assert list(notices(sentence)) == []

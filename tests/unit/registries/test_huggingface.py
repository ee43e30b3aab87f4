"""The hub: licence tags, lineage, datasets, gates."""

from typing import Any

import pytest

from rail.domain.component import Relation
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.spi import DeniedError
from rail.registries.huggingface import ask
from tests.fakes.registry import FakeRegistry, Reply
from tests.unit.registries.documents import door, said

MODEL = Purl("pkg:huggingface/org/model")


def test_the_card_says_licence_name_and_link(registry: FakeRegistry) -> None:
    card = {"license": "other", "license_name": "house-rules", "license_link": "https://x.invalid/rules"}
    registry.json("/huggingface/api/models/org/model", {"id": "org/model", "cardData": card, "tags": ["license:other"]})

    assert said(ask(MODEL, door(registry)).evidence) == [
        ("tag", "other"),
        ("name", "house-rules"),
        ("url", "https://x.invalid/rules"),
    ]


def test_the_tag_speaks_where_there_is_no_card(registry: FakeRegistry) -> None:
    registry.json("/huggingface/api/models/org/model", {"id": "org/model", "tags": ["license:openrail", "en", 3]})

    assert said(ask(MODEL, door(registry)).evidence) == [("tag", "openrail")]


def test_bases_come_with_their_relation(registry: FakeRegistry) -> None:
    document = {
        "id": "org/model",
        "cardData": {"base_model": ["org/base", "org/other"], "datasets": ["org/data"]},
        "tags": ["base_model:org/base", "base_model:quantized:org/base"],
    }
    registry.json("/huggingface/api/models/org/model", document)

    fact = ask(MODEL, door(registry))

    assert [(edge.relation, edge.target) for edge in fact.edges] == [
        (Relation.QUANTIZED_FROM, "pkg:huggingface/org/base"),
        (Relation.DERIVED_FROM, "pkg:huggingface/org/other"),
        (Relation.TRAINED_ON, "pkg:huggingface/org/data?repository_type=dataset"),
    ]
    assert [each.purl for each in fact.components] == [edge.target for edge in fact.edges]


def test_a_revision_and_a_dataset_have_addresses_of_their_own(registry: FakeRegistry) -> None:
    registry.json("/huggingface/api/models/org/model/revision/abc", {"id": "org/model", "tags": ["license:mit"]})
    registry.json("/huggingface/api/datasets/org/data", {"id": "org/data", "tags": ["license:odbl"]})

    assert said(ask(Purl("pkg:huggingface/org/model@abc"), door(registry)).evidence) == [("tag", "mit")]
    data = ask(Purl("pkg:huggingface/org/data?repository_type=dataset"), door(registry))
    assert said(data.evidence) == [("tag", "odbl")]


def test_the_token_goes_to_the_hub(registry: FakeRegistry) -> None:
    registry.json("/huggingface/api/models/org/model", {"id": "org/model"})

    ask(MODEL, door(registry, tokens={f"{registry.base}/huggingface/": "Bearer hush"}))

    assert registry.asked[0].headers["authorization"] == "Bearer hush"


def test_a_gate_that_stays_shut_is_told(registry: FakeRegistry) -> None:
    registry.serve("/huggingface/api/models/org/model", Reply(b'{"error": "gated"}', 401))

    with pytest.raises(DeniedError):
        ask(MODEL, door(registry))


@pytest.mark.parametrize(
    "document", [{}, {"id": 3}, {"id": ""}, {"id": "a", "cardData": []}, {"id": "a", "tags": {}}, []]
)
def test_an_answer_of_another_shape_is_a_failure(registry: FakeRegistry, document: Any) -> None:
    registry.json("/huggingface/api/models/org/model", document)

    with pytest.raises(ReadError):
        ask(MODEL, door(registry))


@pytest.mark.parametrize("name", ["../../etc", "a/b/c", "a b", "", "a/", "org/x?y", 3, None, {"a": 1}, "org/model"])
def test_a_base_that_is_no_hub_id_is_no_component(registry: FakeRegistry, name: Any) -> None:
    registry.json("/huggingface/api/models/org/model", {"id": "org/model", "cardData": {"base_model": [name]}})

    assert ask(MODEL, door(registry)).components == ()

import io
import json

import pytest

from rail.domain.component import Component, Edge, Kind, Relation
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import FREE, MODEL, PARENT, report
from tests.unit.report.test_writers import written


def graph(value=None):
    return json.loads(written("spdx3", value or report()))["@graph"]


def of(kind, value=None):
    return [each for each in graph(value) if each["type"] == kind]


def named(purl, value=None):
    return next(each for each in graph(value) if each.get("software_packageUrl") == purl)


@pytest.mark.parametrize("attack", ["none", "nothing", *ATTACKS])
def test_a_document_is_valid_by_the_official_model(attack):
    model = pytest.importorskip("spdx_python_model", reason="spdx-python-model is not installed")
    nothing = report(components=(), edges=(), resolutions=(), determinations=())
    value = {"none": report, "nothing": lambda: nothing}.get(attack, lambda: hostile(attack))()
    document = json.loads(written("spdx3", value))

    bindings, objects = model.load_data(document)
    bindings.JSONLDSerializer().write(objects, io.BytesIO())  # raises where a property is missing or of a wrong type

    assert len(list(objects.foreach())) == len(document["@graph"]) + sum(
        len(each.get("simplelicensing_customIdToUri", ())) for each in document["@graph"]
    )
    assert list(objects.missing_ids) == []


def test_a_document_that_lacks_something_is_not_let_through():
    model = pytest.importorskip("spdx_python_model", reason="spdx-python-model is not installed")
    document = json.loads(written("spdx3", report()))
    del next(each for each in document["@graph"] if each["type"] == "Relationship")["relationshipType"]
    bindings, objects = model.load_data(document)

    with pytest.raises(ValueError, match="'relationshipType' in Relationship"):
        bindings.JSONLDSerializer().write(objects, io.BytesIO())


def test_identities_are_unique_and_every_end_of_a_relation_is_there():
    elements = graph()
    identities = [each["spdxId"] for each in elements if "spdxId" in each]

    assert len(identities) == len(set(identities))
    for each in of("Relationship"):
        assert {each["from"], *each["to"]} <= set(identities)


def test_models_and_data_have_packages_of_their_own_kind():
    data = Component(purl="pkg:huggingface/acme/d?repository_type=dataset", kind=Kind.DATASET, name="d")
    base = report()
    value = report(
        components=(*base.components, data),
        edges=(*base.edges, Edge(source=MODEL, relation=Relation.TRAINED_ON, target=data.purl)),
    )

    assert {each["name"] for each in of("dataset_DatasetPackage", value)} == {"d"}
    assert named(MODEL, value)["type"] == "ai_AIPackage"
    assert "trainedOn" in {each["relationshipType"] for each in of("Relationship", value)}


def test_a_model_says_what_it_restricts_and_what_it_descends_from():
    model = named(MODEL)

    assert "Restricts: law-enforcement [prohibited]" in model["ai_limitation"]
    descents = [each for each in of("Relationship") if each["relationshipType"] == "descendantOf"]
    assert [(each["from"], each["to"]) for each in descents] == [(model["spdxId"], [named(PARENT)["spdxId"]])]


def test_a_licence_on_no_list_is_an_expression_with_a_text_that_stands_in():
    (text,) = of("simplelicensing_SimpleLicensingText")
    custom = [
        entry
        for each in of("simplelicensing_LicenseExpression")
        for entry in each.get("simplelicensing_customIdToUri", ())
    ]

    assert "Restricts: law-enforcement" in text["simplelicensing_licenseText"]
    assert {each["value"] for each in custom} == {text["spdxId"]}
    assert {each["key"] for each in custom} == {"LicenseRef-scancode-bigscience-rail-1.0"}


def test_a_free_licence_is_concluded_by_expression():
    free = named(FREE)["spdxId"]
    (concluded,) = [
        each["to"][0]
        for each in of("Relationship")
        if each["from"] == free and each["relationshipType"] == "hasConcludedLicense"
    ]
    expression = next(each for each in graph() if each.get("spdxId") == concluded)

    assert expression["simplelicensing_licenseExpression"] == "Apache-2.0"

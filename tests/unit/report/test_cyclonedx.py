import json

import pytest

from rail.domain.component import Component, Edge, Kind, Relation
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.record import Purl
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import FREE, MODEL, PACKAGE, PARENT, report
from tests.unit.report.test_writers import written


def bill(value=None):
    return json.loads(written("cyclonedx", value or report()))


def component(purl, value=None):
    return next(each for each in bill(value)["components"] if each["bom-ref"] == purl)


@pytest.mark.parametrize("format_", ["cyclonedx", "cyclonedx17"])
@pytest.mark.parametrize("attack", ["none", "nothing", *ATTACKS])
def test_a_bill_is_valid_by_the_official_schema(attack, format_):
    validation = pytest.importorskip("cyclonedx.validation.json", reason="cyclonedx-python-lib is not installed")
    from cyclonedx.schema import SchemaVersion

    nothing = report(components=(), edges=(), resolutions=(), determinations=())
    value = {"none": report, "nothing": lambda: nothing}.get(attack, lambda: hostile(attack))()
    version = SchemaVersion.V1_6 if format_ == "cyclonedx" else SchemaVersion.V1_7
    text = written(format_, value).decode()
    fault = validation.JsonStrictValidator(version).validate_str(text)
    assert json.loads(text)["specVersion"] == f"1.{version.value[1]}"
    assert fault is None, fault


def test_a_licence_that_restricts_use_stands_by_name_and_never_by_id():
    (licence,) = component(PARENT)["licenses"]
    assert licence["license"]["name"] == "bigscience-bloom-rail-1.0"
    assert b'"id"' not in written("cyclonedx", report())


def test_a_licence_of_the_list_stands_by_expression():
    assert component(FREE)["licenses"] == [{"expression": "Apache-2.0", "acknowledgement": "concluded"}]


def test_what_was_not_understood_is_declared_and_not_concluded():
    (licence,) = component(PACKAGE)["licenses"]
    assert licence["license"] == {"name": "License :: Other/Proprietary License", "acknowledgement": "declared"}


def test_a_mixed_expression_stays_whole():
    found = Resolution(
        component=FREE, status=Status.RESOLVED, restricted=Restricted.YES, expression="MIT AND LicenseRef-x"
    )
    value = report(resolutions=(found,))
    assert component(FREE, value)["licenses"][0]["expression"] == "MIT AND LicenseRef-x"


def test_a_model_has_its_restrictions_in_its_card_and_its_parent_in_the_pedigree():
    model = component(MODEL)
    (said,) = model["modelCard"]["considerations"]["ethicalConsiderations"]
    assert said["name"].startswith("use restriction: law-enforcement [prohibited] (Attachment A (m)")
    assert model["pedigree"]["ancestors"][0]["purl"] == PARENT
    assert {"name": "rail:restricted", "value": "yes"} in model["properties"]
    assert {
        "name": "rail:verdict:precinct-dashboard:law-enforcement.crime-prediction",
        "value": "prohibited",
    } in model["properties"]


def test_a_dataset_that_a_model_was_trained_on_is_in_its_card():
    data = Component(
        purl=Purl("pkg:huggingface/acme/data?repository_type=dataset"), kind=Kind.DATASET, name="acme/data"
    )
    edge = Edge(source=MODEL, relation=Relation.TRAINED_ON, target=data.purl)
    value = report(components=(*report().components, data), edges=(edge,))
    assert component(MODEL, value)["modelCard"]["modelParameters"]["datasets"] == [{"ref": data.purl}]


def test_every_edge_is_a_dependency():
    told = {each["ref"]: each["dependsOn"] for each in bill()["dependencies"]}
    assert told[MODEL] == [PARENT]
    assert told["pkg:generic/precinct"] == [FREE]

import json

import pytest

from rail.domain.evidence import Resolution, Restricted, Status
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import FREE, report
from tests.unit.report.test_writers import written


def document(value=None):
    return json.loads(written("spdx", value or report()))


@pytest.mark.parametrize("attack", ["none", *ATTACKS])
def test_a_document_is_valid_by_the_library_of_spdx(attack, tmp_path):
    parse = pytest.importorskip("spdx_tools.spdx.parser.parse_anything", reason="spdx-tools is not installed")
    from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

    path = tmp_path / "bill.spdx.json"
    path.write_bytes(written("spdx", report() if attack == "none" else hostile(attack)))
    faults = validate_full_spdx_document(parse.parse_file(str(path)))
    assert [each.validation_message for each in faults] == []


def test_every_licence_that_is_on_no_list_is_described_by_what_it_restricts():
    (licence,) = document()["hasExtractedLicensingInfos"]
    assert licence["licenseId"] == "LicenseRef-scancode-bigscience-rail-1.0"
    assert "Restricts: law-enforcement [prohibited]" in licence["extractedText"]


def test_what_is_not_understood_is_no_assertion_with_its_reason():
    package = next(each for each in document()["packages"] if each["name"] == "visionkit")
    assert package["licenseConcluded"] == "NOASSERTION"
    assert package["licenseComments"] == "the words are not understood"
    assert "rail:restricted=unknown" in package["annotations"][0]["comment"]


def test_an_expression_that_is_none_is_no_assertion():
    found = Resolution(
        component=FREE, status=Status.RESOLVED, restricted=Restricted.NO, expression='MIT"; drop', licenses=("MIT",)
    )
    package = next(each for each in document(report(resolutions=(found,)))["packages"] if each["name"] == "requests")
    assert package["licenseConcluded"] == "NOASSERTION"


def test_the_document_describes_the_project_and_lineage_is_descent():
    kinds = [each["relationshipType"] for each in document()["relationships"]]
    assert sorted(kinds) == ["DEPENDS_ON", "DESCENDANT_OF", "DESCRIBES"]

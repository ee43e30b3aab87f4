"""Bills of materials that say two things of one component, or say the restricting one in passing."""

import json
from pathlib import Path

import pytest

from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Resolution, Restricted
from rail.pipeline.scanning import scan

FORBIDDING = "You may not put this program to work in weapons, nor for the forecasting of crimes."
RESTRICTING_LINK = "https://huggingface.co/spaces/CompVis/stable-diffusion-license"


def resolutions(folder: Path, name: str, document: dict[str, object]) -> dict[str, Resolution]:
    (folder / name).write_text(json.dumps(document))
    return scan([name], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder).resolutions


def cyclonedx(folder: Path, *components: dict[str, object]) -> dict[str, Resolution]:
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": components}
    return resolutions(folder, "bom.cdx.json", bill)


def part(name: str, *licenses: dict[str, object], **more: object) -> dict[str, object]:
    purl = f"pkg:npm/{name}@1"
    return {"type": "library", "name": name, "version": "1", "purl": purl, "bom-ref": "a", "licenses": licenses, **more}


def spdx(folder: Path, *packages: dict[str, object]) -> dict[str, Resolution]:
    infos = [
        {"licenseId": "LicenseRef-terms", "extractedText": FORBIDDING},
        {"licenseId": "LicenseRef-joy", "extractedText": "Some words of joy."},
    ]
    head = {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "dataLicense": "CC0-1.0", "name": "d"}
    return resolutions(folder, "x.spdx.json", {**head, "packages": packages, "hasExtractedLicensingInfos": infos})


def package(name: str, declared: str | None, *in_files: str) -> dict[str, object]:
    purl = {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": f"pkg:npm/{name}@1"}
    said = {"licenseDeclared": declared} if declared else {}
    return {"SPDXID": "SPDXRef-a", "name": name, "externalRefs": [purl], "licenseInfoFromFiles": in_files, **said}


FREE = {"license": {"id": "MIT"}}
RESTRICTING = {"license": {"id": "Hippocratic-2.1"}}


def test_a_component_that_is_listed_twice_is_bound_by_both_licences(tmp_path):
    found = cyclonedx(tmp_path, part("mapper", FREE), part("mapper", RESTRICTING))

    assert found["pkg:npm/mapper@1"].restricted is Restricted.BY_REFERENCE


def test_a_reference_given_to_two_components_hides_neither(tmp_path):
    found = cyclonedx(tmp_path, part("mapper", FREE), part("other", RESTRICTING))

    assert found["pkg:npm/other@1"].restricted is Restricted.BY_REFERENCE
    assert found["pkg:npm/mapper@1"].restricted is Restricted.NO


def test_an_ancestor_under_the_reference_of_something_else_is_not_lost(tmp_path):
    above = part("above", RESTRICTING)
    found = cyclonedx(tmp_path, part("mapper", FREE, pedigree={"ancestors": [above]}))

    assert found["pkg:npm/mapper@1"].restricted is Restricted.BY_REFERENCE


def test_a_licence_and_an_expression_in_one_entry_both_bind(tmp_path):
    found = cyclonedx(tmp_path, part("mapper", {**FREE, "expression": "Hippocratic-2.1"}))

    assert found["pkg:npm/mapper@1"].restricted is Restricted.BY_REFERENCE


@pytest.mark.parametrize(
    ("link", "answer"),
    [
        (RESTRICTING_LINK, Restricted.BY_REFERENCE),
        ("https://opensource.org/licenses/MIT", Restricted.NO),
        ("https://example.org/our-licence", Restricted.NO),
    ],
)
def test_the_link_beside_a_free_licence_is_heard_where_it_leads_to_one_that_restricts(tmp_path, link, answer):
    found = cyclonedx(tmp_path, part("mapper", {"license": {"id": "MIT", "url": link}}))

    assert found["pkg:npm/mapper@1"].restricted is answer


@pytest.mark.parametrize(
    ("declared", "in_files", "answer"),
    [
        ("MIT", ("MIT", "LicenseRef-terms"), Restricted.YES),
        ("MIT", ("Hippocratic-2.1",), Restricted.BY_REFERENCE),
        ("MIT", ("MIT", "BSD-3-Clause", "LicenseRef-joy"), Restricted.NO),
        (None, ("MIT", "LicenseRef-joy"), Restricted.UNKNOWN),
        (None, ("MIT", "BSD-3-Clause"), Restricted.NO),
    ],
)
def test_what_the_files_of_a_package_restrict_is_heard(tmp_path, declared, in_files, answer):
    found = spdx(tmp_path, package("mapper", declared, *in_files))

    assert found["pkg:npm/mapper@1"].restricted is answer


def test_two_packages_under_one_identifier_are_both_listed(tmp_path):
    found = spdx(tmp_path, package("mapper", "MIT"), package("other", "Hippocratic-2.1"))

    assert found["pkg:npm/other@1"].restricted is Restricted.BY_REFERENCE


def test_a_service_under_a_licence_is_listed_and_one_of_which_nothing_is_told_is_not(tmp_path):
    services = [{"name": "draws", "bom-ref": "s", "licenses": [RESTRICTING]}, {"name": "mail", "bom-ref": "t"}]
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [], "services": services}
    found = resolutions(tmp_path, "bom.cdx.json", bill)

    assert found["pkg:generic/draws"].restricted is Restricted.BY_REFERENCE
    assert "pkg:generic/mail" not in found

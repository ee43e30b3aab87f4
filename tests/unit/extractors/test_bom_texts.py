"""A licence text inside a bill of materials is read like a licence file; each sentence here is our own."""

import base64
import io
import json
from types import SimpleNamespace

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted, Status

BARS = "You may use this work for any purpose, except that you agree not to use it for surveillance of persons."
PURL = "pkg:pypi/x@1"


def cyclonedx(choice):
    component = {"type": "library", "name": "x", "version": "1", "purl": PURL, "licenses": [choice]}
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]})


def encoded(text, encoding="base64"):
    return {"content": base64.b64encode(text.encode()).decode(), "encoding": encoding, "contentType": "text/plain"}


def cyclonedx_xml(attributes, content):
    return (
        '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>'
        f'<component type="library"><name>x</name><version>1</version><licenses><license><name>Acme</name>'
        f"<text {attributes}>{content}</text></license></licenses><purl>{PURL}</purl></component></components></bom>"
    )


def spdx2(declared):
    reference = {"referenceType": "purl", "referenceLocator": PURL}
    package = {"name": "x", "SPDXID": "SPDXRef-x", "licenseDeclared": declared, "externalRefs": [reference]}
    infos = [
        {"licenseId": "LicenseRef-acme", "extractedText": BARS, "name": "Acme"},
        {"licenseId": "LicenseRef-2", "extractedText": BARS},
    ]
    return json.dumps({"spdxVersion": "SPDX-2.3", "packages": [package], "hasExtractedLicensingInfos": infos})


TAGS = f"""SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
PackageName: x
SPDXID: SPDXRef-x
PackageLicenseDeclared: LicenseRef-acme
ExternalRef: PACKAGE-MANAGER purl {PURL}
LicenseID: LicenseRef-acme
ExtractedText: <text>Terms of Acme.
{BARS}</text>
LicenseName: Acme
"""


def spdx3(license_type, key):
    return json.dumps(
        {
            "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
            "@graph": [
                {"type": "software_Package", "spdxId": "urn:x", "name": "x", "software_packageUrl": PURL},
                {"type": license_type, "spdxId": "urn:terms", "name": "Acme", key: BARS},
                {
                    "type": "Relationship",
                    "spdxId": "urn:r",
                    "from": "urn:x",
                    "relationshipType": "hasDeclaredLicense",
                    "to": ["urn:terms"],
                },
            ],
        }
    )


YAML = f"""spdxVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
packages:
- name: x
  SPDXID: SPDXRef-x
  licenseDeclared: LicenseRef-acme
  externalRefs:
  - referenceType: purl
    referenceLocator: {PURL}
hasExtractedLicensingInfos:
- licenseId: LicenseRef-acme
  name: Acme
  extractedText: >
    {BARS}
"""

SPDX_XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<Document><spdxVersion>SPDX-2.3</spdxVersion><SPDXID>SPDXRef-DOCUMENT</SPDXID>
<packages><name>x</name><SPDXID>SPDXRef-x</SPDXID><licenseDeclared>LicenseRef-acme</licenseDeclared>
<externalRefs><referenceType>purl</referenceType><referenceLocator>{PURL}</referenceLocator></externalRefs></packages>
<hasExtractedLicensingInfos><licenseId>LicenseRef-acme</licenseId><name>Acme</name>
<extractedText>{BARS}</extractedText></hasExtractedLicensingInfos></Document>
"""

DOCUMENTS = {
    "a named licence of CycloneDX": ("bom.json", cyclonedx({"license": {"name": "Acme", "text": {"content": BARS}}})),
    "in base64": ("bom.json", cyclonedx({"license": {"name": "Acme", "text": encoded(BARS)}})),
    "without a name": ("bom.json", cyclonedx({"license": {"text": {"content": BARS}}})),
    "of a part of an expression": (
        "bom.json",
        cyclonedx(
            {
                "expression": "LicenseRef-acme",
                "expressionDetails": [{"licenseIdentifier": "LicenseRef-acme", "text": {"content": BARS}}],
            }
        ),
    ),
    "in XML": ("bom.xml", cyclonedx_xml("", BARS)),
    "in XML and base64": ("bom.xml", cyclonedx_xml('encoding="base64"', encoded(BARS)["content"])),
    "extracted": ("x.spdx.json", spdx2("LicenseRef-acme")),
    "extracted, under a number": ("x.spdx.json", spdx2("LicenseRef-2")),
    "extracted, beside another licence": ("x.spdx.json", spdx2("MIT AND LicenseRef-acme")),
    "extracted, in each branch of a choice": ("x.spdx.json", spdx2("LicenseRef-2 OR LicenseRef-acme")),
    "extracted, in tags": ("x.spdx", TAGS),
    "extracted, in YAML": ("x.spdx.yaml", YAML),
    "extracted, in XML": ("x.spdx.xml", SPDX_XML),
    "a simple text of SPDX 3": (
        "x.spdx3.json",
        spdx3("simplelicensing_SimpleLicensingText", "simplelicensing_licenseText"),
    ),
    "a custom licence of SPDX 3": (
        "x.spdx3.json",
        spdx3("expandedlicensing_CustomLicense", "simplelicensing_licenseText"),
    ),
}


def resolved(folder, name, document):
    (folder / name).write_text(document)
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)
    return found.resolutions[PURL], found


@pytest.mark.parametrize("what", DOCUMENTS)
def test_a_text_inside_a_bill_of_materials_binds(tmp_path, what):
    name, document = DOCUMENTS[what]
    resolution, found = resolved(tmp_path, name, document)

    assert resolution.restricted is Restricted.YES
    assert [each.use for each in resolution.restrictions][:1] == ["surveillance"]
    assert resolution.restrictions[0].location.path == name
    assert resolution.unread == ()
    assert found.problems == ()


@pytest.mark.parametrize("what", DOCUMENTS)
@pytest.mark.parametrize("called", ["delivery", "terms.txt", "data.json", "-"])
def test_a_bill_of_materials_that_is_named_outright_is_known_by_its_content(tmp_path, monkeypatch, what, called):
    document = DOCUMENTS[what][1]
    if called == "-":
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(document.encode())))
    else:
        (tmp_path / called).write_text(document)
    found = pipeline.scan([called], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path)

    assert found.resolutions[PURL].restricted is Restricted.YES
    assert found.problems == ()


def test_rdf_is_refused_with_a_way_out(tmp_path):
    (tmp_path / "x.rdf").write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://spdx.org/rdf/terms#"/>'
    )
    found = pipeline.scan(["x.rdf"], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path)

    assert [each.message for each in found.problems] == ["SPDX in RDF is not read"]


def test_a_text_beats_the_name_that_stands_beside_it_and_the_conflict_is_shown(tmp_path):
    resolution, _ = resolved(tmp_path, "bom.json", cyclonedx({"license": {"id": "MIT", "text": {"content": BARS}}}))

    assert (resolution.restricted, resolution.status) == (Restricted.YES, Status.CONFLICT)


def test_a_free_branch_of_a_choice_is_free_whatever_the_text_of_the_other_bars(tmp_path):
    resolution, _ = resolved(tmp_path, "x.spdx.json", spdx2("MIT OR LicenseRef-acme"))

    assert (resolution.restricted, resolution.relied_on) == (Restricted.NO, "MIT")


def test_a_name_without_its_text_stays_unknown(tmp_path):
    resolution, _ = resolved(tmp_path, "bom.json", cyclonedx({"license": {"name": "Acme"}}))

    assert resolution.restricted is Restricted.UNKNOWN


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ({"content": "%%% no base64 %%%", "encoding": "base64"}, "base64"),
        ({"content": BARS, "encoding": "rot13"}, "encoded as rot13"),
    ],
)
def test_a_text_that_cannot_be_decoded_is_a_problem_and_leaves_the_licence_unknown(tmp_path, text, problem):
    resolution, found = resolved(tmp_path, "bom.json", cyclonedx({"license": {"id": "MIT", "text": text}}))

    assert resolution.restricted is Restricted.UNKNOWN
    assert any(problem in each.message for each in found.problems)


@pytest.mark.parametrize("content", [17, None, [], {"content": BARS}, ""])
def test_a_text_of_another_shape_says_nothing(tmp_path, content):
    document = cyclonedx({"license": {"id": "MIT", "text": {"content": content}}})

    assert resolved(tmp_path, "bom.json", document)[0].restricted is Restricted.NO


def test_many_texts_in_one_document_are_read_once_each(tmp_path):
    entry = {"type": "library", "version": "1", "licenses": [{"license": {"name": "Acme", "text": {"content": BARS}}}]}
    components = [{**entry, "name": f"p{at}", "purl": f"pkg:pypi/p{at}@1"} for at in range(400)]
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}
    (tmp_path / "bom.json").write_text(json.dumps(document))
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path)

    assert sum(each.restricted is Restricted.YES for each in found.resolutions.values()) == 400

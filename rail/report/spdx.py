"""A bill of materials in SPDX 2.3 (JSON).

https://spdx.github.io/spdx-spec/v2.3/. A licence that is on no list is a `LicenseRef-`, described by the restrictions
that are known of it: the report holds no licence texts. Models and data are packages with the purpose OTHER, lineage is
DESCENDANT_OF. What was not understood is NOASSERTION with the reason. The document has the date of the epoch: the same
report gives the same bytes.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from rail.domain.component import LINEAGE, Component, Edge, Kind, Relation
from rail.domain.evidence import Role
from rail.domain.report import Report
from rail.domain.verdict import Determination
from rail.report._bom import PURL, digest, expression, facts, texts_standing_in
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer

_CREATED = "1970-01-01T00:00:00Z"
_DOCUMENT = "SPDXRef-DOCUMENT"
_UNKNOWN = "NOASSERTION"
_PURPOSES = {Kind.PACKAGE: "LIBRARY", Kind.MODEL: "OTHER", Kind.DATASET: "OTHER", Kind.CODE: "APPLICATION"}
_RELATIONS = {Relation.DEPENDS_ON: "DEPENDS_ON", Relation.CONTAINS: "CONTAINS", Relation.FETCHES: "DEPENDS_ON"}


@writer("spdx", suffix=".spdx.json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as one document."""
    report = inert(report)
    index = Index(report)
    described = [each for each in report.components if each.root] or list(report.components)
    relations = [_relation(_DOCUMENT, "DESCRIBES", _id(each.purl)) for each in described]
    relations += [
        _edge(each) for each in report.edges if each.source in index.components and each.target in index.components
    ]
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": _DOCUMENT,
        "name": described[0].name if described and described[0].name else report.tool.name,
        "documentNamespace": f"https://spdx.org/spdxdocs/rail-{digest(report)}",
        "creationInfo": {
            "created": _CREATED,
            "creators": [f"Tool: {report.tool.name}-{report.tool.version}"],
            "comment": f"catalogue {report.catalogue.version} ({report.catalogue.digest}); written without a clock",
        },
        "packages": [_package(each, index.determinations.get(each.purl, []), index) for each in report.components],
        "hasExtractedLicensingInfos": _extracted(report),
        "relationships": relations,
    }
    if report.problems:
        unread = "; ".join(f"{each.location.path}: {each.message}" for each in report.problems)
        document["comment"] = f"inputs that could not be read: {unread}"
    yield msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _package(component: Component, judged: list[Determination], index: Index) -> dict[str, Any]:
    found = index.resolutions.get(component.purl)
    words = expression(found)
    said = index.evidence.get(component.purl, [])
    declared = bool(said) and all(each.role is Role.DECLARED for each in said)
    lines = [
        f"rail:purl={component.purl}",
        f"rail:kind={component.kind.value}",
        f"rail:engagement={component.engagement.value}",
    ]
    lines += [f"rail:{key}={value}" for key, value in (facts(found) if found else ())]
    lines += [f"rail:verdict:{each.use_case}:{each.use}={each.verdict.value}" for each in judged]
    package: dict[str, Any] = {
        "SPDXID": _id(component.purl),
        "name": component.name or component.purl,
        "downloadLocation": _UNKNOWN,
        "filesAnalyzed": False,
        "licenseConcluded": words or _UNKNOWN,
        "licenseDeclared": words if words and declared else _UNKNOWN,
        "copyrightText": _UNKNOWN,
        "primaryPackagePurpose": _PURPOSES[component.kind],
        "annotations": [
            {
                "annotationDate": _CREATED,
                "annotationType": "OTHER",
                "annotator": "Tool: rail",
                "comment": "\n".join(lines),
            }
        ],
    }
    if PURL.fullmatch(component.purl):
        package["externalRefs"] = [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": component.purl,
            }
        ]
    if component.version:
        package["versionInfo"] = component.version
    if found and found.reason:
        package["licenseComments"] = found.reason
    return package


def _extracted(report: Report) -> list[dict[str, Any]]:
    """Return each licence that is on no list of SPDX, with the restrictions that stand in for its text."""
    return [
        {"licenseId": ref, "name": ref.removeprefix("LicenseRef-"), "extractedText": text}
        for ref, text in texts_standing_in(report).items()
    ]


def _edge(edge: Edge) -> dict[str, Any]:
    if edge.relation in LINEAGE and edge.relation is not Relation.TRAINED_ON:
        kind = "DESCENDANT_OF"
    else:
        kind = _RELATIONS.get(edge.relation, "OTHER")
    return {**_relation(_id(edge.source), kind, _id(edge.target)), "comment": edge.relation.value}


def _relation(source: str, kind: str, target: str) -> dict[str, Any]:
    return {"spdxElementId": source, "relationshipType": kind, "relatedSpdxElement": target}


def _id(purl: str) -> str:
    return f"SPDXRef-{hashlib.sha256(purl.encode()).hexdigest()[:20]}"

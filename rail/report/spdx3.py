"""A bill of materials in SPDX 3.0 (JSON-LD) with the profiles for AI models and datasets.

https://spdx.github.io/spdx-spec/v3.0.1/. A licence that is on no list is a simple licensing text that says what is
known of it: the report holds no licence texts. Lineage is `descendantOf` and `trainedOn`. What is known of restrictions
and verdicts stands in annotations, of a model also as its limitation. The date is that of the epoch: the same report
gives the same bytes.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from rail.domain.component import LINEAGE, Component, Kind, Relation
from rail.domain.evidence import Role
from rail.domain.report import Report
from rail.report._bom import PURL, digest, expression, facts, license_refs, restriction, texts_standing_in
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer

_CREATED = "1970-01-01T00:00:00Z"
_CREATION = "_:creation"
_TYPES = {
    Kind.PACKAGE: ("software_Package", "library"),
    Kind.CODE: ("software_Package", "application"),
    Kind.MODEL: ("ai_AIPackage", "model"),
    Kind.DATASET: ("dataset_DatasetPackage", "data"),
}
_RELATIONS = {
    Relation.DEPENDS_ON: "dependsOn",
    Relation.CONTAINS: "contains",
    Relation.FETCHES: "dependsOn",
    Relation.TRAINED_ON: "trainedOn",
}

_Element = dict[str, Any]


@writer("spdx3", suffix=".spdx3.json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as one document."""
    report = inert(report)
    writing = _Writing(report)
    document = {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": writing.graph()}
    yield msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


class _Writing:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._index = Index(report)
        self._base = f"https://spdx.org/spdxdocs/rail-{digest(report)}"

    def graph(self) -> list[_Element]:
        """Return the elements: who wrote, the document, components, licences, relations, what is said of each."""
        report = self._report
        agent = self._element("SoftwareAgent", "agent", name=f"{report.tool.name}-{report.tool.version}")
        roots = [each for each in report.components if each.root] or list(report.components)
        about = [f"catalogue {report.catalogue.version} ({report.catalogue.digest}); written without a clock"]
        about += [f"not read: {each.location.path}: {each.message}" for each in report.problems]
        document = self._element(
            "SpdxDocument",
            "document",
            name=roots[0].name if roots and roots[0].name else report.tool.name,
            comment="\n".join(about),
            profileConformance=["core", "software", "simpleLicensing", "ai", "dataset"],
            rootElement=[self._of(each.purl) for each in roots],
        )
        creation = {
            "type": "CreationInfo",
            "@id": _CREATION,
            "created": _CREATED,
            "createdBy": [agent["spdxId"]],
            "specVersion": "3.0.1",
        }
        elements = [creation, agent, document]
        for each in report.components:
            elements += self._component(each)
        return [*elements, *self._licenses(), *self._edges()]

    def _component(self, component: Component) -> Iterator[_Element]:
        kind, purpose = _TYPES[component.kind]
        found = self._index.resolutions.get(component.purl)
        identity = self._of(component.purl)
        more: _Element = {}
        if PURL.fullmatch(component.purl):
            more["software_packageUrl"] = component.purl
        if component.version:
            more["software_packageVersion"] = component.version
        if component.kind is Kind.MODEL and found and found.restrictions:
            bound = dict.fromkeys(restriction(each) for each in found.restrictions)
            more["ai_limitation"] = "\n".join(f"Restricts: {each}" for each in bound)
        if component.kind is Kind.DATASET:
            more["dataset_datasetType"] = ["noAssertion"]
        name = component.name or component.purl
        yield self._element(kind, identity, name=name, software_primaryPurpose=purpose, **more)
        lines = [f"rail:kind={component.kind.value}", f"rail:engagement={component.engagement.value}"]
        lines += [f"rail:{key}={value}" for key, value in (facts(found) if found else ())]
        judged = self._index.determinations.get(component.purl, [])
        lines += [f"rail:verdict:{each.use_case}:{each.use}={each.verdict.value}" for each in judged]
        yield self._element(
            "Annotation",
            f"about-{_short(component.purl)}",
            annotationType="other",
            subject=identity,
            statement="\n".join(lines),
        )
        words = expression(found)
        if words:
            said = self._index.evidence.get(component.purl, [])
            declared = bool(said) and all(each.role is Role.DECLARED for each in said)
            yield self._relation(identity, "hasConcludedLicense", f"license-{_short(words)}")
            if declared:
                yield self._relation(identity, "hasDeclaredLicense", f"license-{_short(words)}")

    def _licenses(self) -> Iterator[_Element]:
        """Yield each expression once, and a text that stands in for each licence that is on no list."""
        expressions = dict.fromkeys(words for each in self._report.resolutions if (words := expression(each)))
        for words in expressions:
            refs = license_refs(words)
            custom = [
                {"type": "DictionaryEntry", "key": ref, "value": self._full(f"text-{_short(ref)}")} for ref in refs
            ]
            more = {"simplelicensing_customIdToUri": custom} if custom else {}
            yield self._element(
                "simplelicensing_LicenseExpression",
                f"license-{_short(words)}",
                simplelicensing_licenseExpression=words,
                **more,
            )
        for ref, text in texts_standing_in(self._report).items():
            yield self._element(
                "simplelicensing_SimpleLicensingText",
                f"text-{_short(ref)}",
                name=ref.removeprefix("LicenseRef-"),
                simplelicensing_licenseText=text,
            )

    def _edges(self) -> Iterator[_Element]:
        known = self._index.components
        for each in self._report.edges:
            if each.source in known and each.target in known:
                kind = _RELATIONS.get(each.relation) or ("descendantOf" if each.relation in LINEAGE else "other")
                yield self._relation(self._of(each.source), kind, self._of(each.target), comment=each.relation.value)

    def _relation(self, source: str, kind: str, target: str, **more: str) -> _Element:
        name = f"relation-{_short(chr(0).join((source, kind, target, *more.values())))}"
        fields = {"from": self._full(source), "to": [self._full(target)], "relationshipType": kind}
        return self._element("Relationship", name, **fields, **more)

    def _element(self, kind: str, identity: str, **fields: Any) -> _Element:
        return {"type": kind, "spdxId": self._full(identity), "creationInfo": _CREATION, **fields}

    def _of(self, purl: str) -> str:
        return self._full(f"component-{_short(purl)}")

    def _full(self, identity: str) -> str:
        return identity if identity.startswith(self._base) else f"{self._base}#{identity}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]

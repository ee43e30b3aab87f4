"""A bill of materials in CycloneDX (JSON) with models, data and what their licences restrict.

https://cyclonedx.org/docs/1.6/json/, https://cyclonedx.org/docs/1.7/json/. A licence stands by expression, or by name
where it is on no list: never by `license.id`, which is for SPDX ids. The report holds no licence texts: what is known
of a licence stands in for its text. Restrictions are `rail:…` properties, for a model also considerations of its card;
lineage is pedigree. The serial number is derived from the content.
"""

import uuid
from collections.abc import Iterator
from typing import Any

import msgspec

from rail.domain.component import Component, Kind, Relation
from rail.domain.evidence import Form, Role
from rail.domain.report import Report
from rail.domain.verdict import Determination
from rail.report._bom import digest, expression, facts, restriction, standing_in
from rail.report._index import Index, roots_of
from rail.report._inert import inert
from rail.report.terminal import clip

_TYPES = {
    Kind.PACKAGE: "library",
    Kind.MODEL: "machine-learning-model",
    Kind.DATASET: "data",
    Kind.CODE: "application",
}
_NAMED = frozenset({Form.NAME, Form.TAG, Form.CLASSIFIER, Form.EXPRESSION})
_MOST_NAMES = 20
_VERSION = 1_024


def bill(report: Report, version: str) -> Iterator[bytes]:
    """Yield the report as one bill of materials of a version of the specification, 1.6 or 1.7."""
    report = inert(report)
    index = Index(report)
    main = next(iter(roots_of(report)), None)
    metadata: dict[str, Any] = {
        "tools": {
            "components": [
                {"type": "application", "name": report.tool.name, "version": clip(report.tool.version, _VERSION)}
            ],
        },
        "properties": _properties(
            [("catalogue", report.catalogue.version), ("catalogue:digest", report.catalogue.digest)]
        ),
    }
    if main is not None:
        metadata["component"] = _component(main, index.determinations.get(main.purl, []), index)
    document = {
        "$schema": f"http://cyclonedx.org/schema/bom-{version}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": version,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest(report))}",
        "version": 1,
        "metadata": metadata,
        "components": [
            _component(each, index.determinations.get(each.purl, []), index)
            for each in report.components
            if each is not main
        ],
        "dependencies": [_dependencies(each, index) for each in report.components],
        "properties": _properties(("unread", f"{each.location.path}: {each.message}") for each in report.problems),
    }
    yield msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _component(component: Component, judged: list[Determination], index: Index) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "type": _TYPES[component.kind],
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version and clip(component.version, _VERSION),
        "licenses": list(_licenses(component, index)),
        "purl": component.purl,
        "pedigree": _pedigree(component, index),
        "modelCard": _card(component, index) if component.kind is Kind.MODEL else None,
        "evidence": _occurrences(component),
        "properties": _properties(_facts(component, judged, index)),
    }
    return {key: value for key, value in answer.items() if value or key == "name"}


def _licenses(component: Component, index: Index) -> Iterator[dict[str, Any]]:
    """Yield one expression, or licences by name: the one that is on no list, or the words that were not understood."""
    found = index.resolutions.get(component.purl)
    words = expression(found)
    if words and found and words.startswith("LicenseRef-") and " " not in words:
        names = [
            ("rail:expression", words),
            *((f"rail:{key}", said) for key, said in facts(found) if key == "restriction"),
        ]
        properties = [{"name": name, "value": value} for name, value in names]
        name = found.licenses[0] if len(found.licenses) == 1 else words
        text = {"contentType": "text/plain", "content": standing_in(found)}
        yield {"license": {"name": name, "acknowledgement": "concluded", "text": text, "properties": properties}}
    elif words:
        yield {"expression": words, "acknowledgement": "concluded"}
    else:
        said = (each for each in index.evidence.get(component.purl, ()) if each.form in _NAMED)
        declared = dict.fromkeys(each.statement for each in said if each.role is Role.DECLARED and each.statement)
        for each in list(declared)[:_MOST_NAMES]:
            yield {"license": {"name": each, "acknowledgement": "declared"}}


def _pedigree(component: Component, index: Index) -> dict[str, Any] | None:
    """Return what a component descends from; datasets that it was trained on are in its card."""
    ancestors = []
    for edge, name in index.ancestors(component.purl):
        parent = index.components.get(edge.target)
        if edge.source == component.purl and edge.relation is not Relation.TRAINED_ON:
            kind = _TYPES[parent.kind] if parent else _TYPES[component.kind]
            said = _properties([("relation", edge.relation.value)])
            ancestors.append(
                {"type": kind, "name": parent.name if parent else name, "purl": edge.target, "properties": said}
            )
    return {"ancestors": ancestors} if ancestors else None


def _card(component: Component, index: Index) -> dict[str, Any] | None:
    found = index.resolutions.get(component.purl)
    data = [
        edge.target
        for edge in index.edges.get(component.purl, ())
        if edge.relation is Relation.TRAINED_ON and edge.target in index.components
    ]
    bound = dict.fromkeys(restriction(each) for each in found.restrictions) if found else {}
    card: dict[str, Any] = {}
    if data:
        card["modelParameters"] = {"datasets": [{"ref": each} for each in dict.fromkeys(data)]}
    if bound:
        card["considerations"] = {"ethicalConsiderations": [{"name": f"use restriction: {each}"} for each in bound]}
    return card or None


def _occurrences(component: Component) -> dict[str, Any] | None:
    places = [
        {"location": each.path, **({"line": each.line} if each.line else {})}
        for each in component.locations
        if each.path
    ]
    return {"occurrences": places} if places else None


def _facts(component: Component, judged: list[Determination], index: Index) -> Iterator[tuple[str, str]]:
    yield "kind", component.kind.value
    yield "engagement", component.engagement.value
    for group in component.groups:
        yield "group", group
    for platform in component.platforms:
        yield "platform", platform
    found = index.resolutions.get(component.purl)
    if found:
        yield from facts(found)
    for each in judged:
        yield f"verdict:{each.use_case}:{each.use}", each.verdict.value


def _dependencies(component: Component, index: Index) -> dict[str, Any]:
    """Return what a component depends on, contains, fetches or descends from: CycloneDX has one relation for all."""
    targets = sorted({edge.target for edge in index.edges.get(component.purl, ()) if edge.target in index.components})
    return {"ref": component.purl, "dependsOn": [each for each in targets if each != component.purl]}


def _properties(pairs: "Iterator[tuple[str, str]] | list[tuple[str, str]]") -> list[dict[str, str]]:
    return [{"name": f"rail:{name}", "value": value} for name, value in pairs]

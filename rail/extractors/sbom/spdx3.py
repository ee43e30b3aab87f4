"""SPDX 3 documents in JSON-LD: `*.spdx3.json`, `*spdx*.json` and JSON files in folders called so.

Reads packages, AI packages (models) and dataset packages, models and data among the files; declared and concluded
licences as expressions, listed, custom and combined ones; dependency, containment and lineage relationships. Licence
texts inside the document are not read.
https://spdx.github.io/spdx-spec/v3.0.1/
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Kind, Location, Relation
from rail.domain.evidence import Form, Role
from rail.extractors.jsondocument import decode, value_lines
from rail.extractors.sbom._links import Link, edges, grouped
from rail.extractors.sbom._spdxlicense import statements
from rail.extractors.sbom._thing import MAX_NAME, Thing, described, hub_kind, identity, named, objects, string, strings
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

Element = dict[str, Any]
SOURCE = "sbom/spdx3"
_HINT = "let the tool that made it write it anew"
_MAX_DEPTH = 20
_MAX_STEPS = 500
_PACKAGES = {"Package": Kind.PACKAGE, "AIPackage": Kind.MODEL, "DatasetPackage": Kind.DATASET}
_FILES = {"model": Kind.MODEL, "data": Kind.DATASET}
_LISTED = re.compile(r"https?://spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json)?/?\Z", re.ASCII)
_LINKS = {
    "dependsOn": (Relation.DEPENDS_ON, None),
    "hasOptionalDependency": (Relation.DEPENDS_ON, "optional"),
    "hasProvidedDependency": (Relation.DEPENDS_ON, None),
    "hasPrerequisite": (Relation.DEPENDS_ON, None),
    "hasStaticLink": (Relation.DEPENDS_ON, None),
    "hasDynamicLink": (Relation.DEPENDS_ON, None),
    "hasOptionalComponent": (Relation.CONTAINS, "optional"),
    "contains": (Relation.CONTAINS, None),
    "packagedBy": (Relation.CONTAINS, None),
    "trainedOn": (Relation.TRAINED_ON, None),
    "descendantOf": (Relation.DERIVED_FROM, None),
}
_BACKWARD = {"ancestorOf": Relation.DERIVED_FROM, "generates": Relation.DERIVED_FROM}
_SCOPES = {"development": "dev", "test": "test", "build": "build"}


@extractor("*spdx*.json", "*bom*.json", "*spdx*/*.json", "*.jsonld", "*sboms/*.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the packages, models and data sets, what is said of their licences, and the edges."""
    data = file.read()
    if b"spdx.org/rdf/3" not in data:
        return
    path = str(file.path)
    document = decode(data, path, _HINT)
    graph = document.get("@graph")
    elements = [_plain(each) for each in (objects(graph) if isinstance(graph, list) else [document])]
    lines = value_lines(data, "spdxId", "@id")
    by_id = {key: each for each in elements if (key := _id(each))}
    relations = [each for each in elements if each["type"] in ("Relationship", "LifecycleScopedRelationship")]
    licenses = _Licenses(by_id)
    said: dict[str, list[tuple[Form, Role, str]]] = {}
    for each in relations:
        role = {"hasDeclaredLicense": Role.DECLARED, "hasConcludedLicense": Role.OBSERVED}.get(_type_of(each))
        for source in strings(each.get("from")) if role else ():
            for target in _ids(each.get("to")):
                said.setdefault(source, []).extend((form, role, text) for form, text in licenses.of(target) if role)
    things = {
        key: thing
        for number, each in enumerate(elements)
        if (key := _id(each))
        and (thing := _thing(each, said.get(key, []), Location(path=path, line=lines.get(key)), number)) is not None
    }
    links = [link for each in relations for link in _links(each)]
    things = grouped(things, links)
    for thing in things.values():
        yield from described(thing, SOURCE)
    subjects = [key for each in elements if each["type"] in ("Sbom", "Bom") for key in strings(each.get("rootElement"))]
    yield from dict.fromkeys(edges(things, links, [key for key in subjects if key in things]))


def _plain(raw: Element) -> Element:
    """Return an element without the prefixes of its profile: `software_packageUrl` is `packageUrl`."""
    found = {key.rpartition("/")[2].rpartition("_")[2]: value for key, value in raw.items()}
    kind = raw.get("type", raw.get("@type"))
    found["type"] = kind.rpartition("/")[2].rpartition("_")[2] if isinstance(kind, str) else ""
    return found


def _id(element: Element) -> str | None:
    return string(element.get("spdxId")) or string(element.get("@id"))


def _ids(value: object) -> list[str]:
    """Return the elements that a property points at, by their ids."""
    values = value if isinstance(value, list) else [value]
    found = [_id(each) if isinstance(each, dict) else string(each) for each in values]
    return [each for each in found if each]


def _type_of(relation: Element) -> str:
    return (string(relation.get("relationshipType")) or "").rpartition("/")[2]


def _thing(raw: Element, said: list[tuple[Form, Role, str]], where: Location, number: int) -> Thing | None:
    """Return a package, model or data set; `None` for everything else in the graph."""
    name = string(raw.get("name"))
    kind = _PACKAGES.get(raw["type"])
    purpose = string(raw.get("primaryPurpose"))
    if raw["type"] == "File" and said and purpose:
        kind = _FILES.get(purpose.rpartition("/")[2])
    if kind is None or name is None:
        return None
    given = string(raw.get("packageUrl"))
    for each in objects(raw.get("externalIdentifier")):
        if given is None and (string(each.get("externalIdentifierType")) or "").endswith(("packageUrl", "purl")):
            given = string(each.get("identifier"))
    links = strings(raw.get("downloadLocation")) + strings(raw.get("homePage"))
    if kind is Kind.PACKAGE:
        kind = hub_kind(links) or (Kind.PACKAGE if given else Kind.CODE)
    version = string(raw.get("packageVersion"))
    own, kind, version = identity(given, kind, name[:MAX_NAME], version, links)
    if where.line is None:
        where = Location(path=where.path, pointer=f"/@graph/{number}")
    return Thing(purl=own, kind=kind, name=name[:MAX_NAME], version=version, where=where, statements=tuple(said))


def _links(relation: Element) -> Iterator[Link]:
    kind = _type_of(relation)
    scope = _SCOPES.get((string(relation.get("scope")) or "").rpartition("/")[2])
    for source in _ids(relation.get("from")):
        for target in _ids(relation.get("to")):
            if kind in _LINKS:
                way, group = _LINKS[kind]
                yield Link(source, way, target, scope or group)
            elif kind in _BACKWARD:
                yield Link(target, _BACKWARD[kind], source)


class _Licenses:
    """What the licence elements of a graph say."""

    def __init__(self, elements: dict[str, Element]) -> None:
        self._elements = elements
        self._steps = 0
        self._names = {
            key.rpartition("/")[2].rpartition("#")[2]: name
            for key, each in elements.items()
            if each["type"] in ("CustomLicense", "SimpleLicensingText") and (name := string(each.get("name")))
        }

    def of(self, key: str, depth: int = 0) -> list[tuple[Form, str]]:
        """Return the statements that a licence element stands for; nothing for "no assertion"."""
        self._steps = self._steps + 1 if depth else 0
        if self._steps > _MAX_STEPS:
            return [(Form.NAME, key)]  # sets of sets without end: what was not read stays unknown
        listed = _LISTED.match(key)
        element = self._elements.get(key)
        if listed:
            return [(Form.EXPRESSION, listed[1])]
        if element is None:
            silent = key.endswith(("NoAssertion", "NoAssertionLicense", "None", "NoneLicense"))
            return [] if silent else [(Form.URL if "://" in key else Form.NAME, key)]
        match element["type"]:
            case "LicenseExpression":
                return list(statements(string(element.get("licenseExpression")), self._names))
            case "NoAssertionLicense" | "NoneLicense":
                return []
            case "ConjunctiveLicenseSet" | "DisjunctiveLicenseSet" if depth < _MAX_DEPTH:
                return self._set(element, depth)
            case "OrLaterOperator" if depth < _MAX_DEPTH:
                return [said for each in _ids(element.get("subjectLicense")) for said in self.of(each, depth + 1)]
            case "WithAdditionOperator" if depth < _MAX_DEPTH:
                parts = [*_ids(element.get("subjectExtendableLicense")), *_ids(element.get("subjectAddition"))]
                return self._joined([self.of(each, depth + 1) for each in parts], " WITH ")
        name = string(element.get("name"))
        return named(name, None) if name else [(Form.NAME, key)]

    def _set(self, element: Element, depth: int) -> list[tuple[Form, str]]:
        members = [self.of(each, depth + 1) for each in _ids(element.get("member"))]
        return self._joined(members, " AND " if element["type"] == "ConjunctiveLicenseSet" else " OR ")

    def _joined(self, members: list[list[tuple[Form, str]]], word: str) -> list[tuple[Form, str]]:
        """Join plain expressions; where one of them is something else, all bind one by one."""
        if not members or any(len(each) != 1 or each[0][0] is not Form.EXPRESSION for each in members):
            return list(dict.fromkeys(said for each in members for said in each))
        texts = [each[0][1] for each in members]
        return [(Form.EXPRESSION, word.join(f"({text})" if " " in text else text for text in texts))]

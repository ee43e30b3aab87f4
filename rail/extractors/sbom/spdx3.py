"""SPDX 3 documents in JSON-LD: `*.spdx3.json`, `*spdx*.json` and JSON files in folders called so.

Reads packages, AI packages (models) and dataset packages, models and data among the files; declared and concluded
licences as expressions, listed, custom and combined ones, their texts in the document like licence files; dependency,
containment and lineage relationships.
https://spdx.github.io/spdx-spec/v3.0.1/
"""

from collections.abc import Iterator

from rail.domain.component import Kind, Location, Relation
from rail.domain.evidence import Role
from rail.extractors.jsondocument import decode, escaped, value_lines
from rail.extractors.sbom._links import Link, edges, grouped
from rail.extractors.sbom._spdx3license import Element, Licenses, id_of, ids
from rail.extractors.sbom._textfields import holds_words, pointed
from rail.extractors.sbom._thing import (
    MAX_NAME,
    Statement,
    Thing,
    described,
    hub_kind,
    identity,
    objects,
    string,
    strings,
)
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

SOURCE = "sbom/spdx3"
_HINT = "let the tool that made it write it anew"
_PACKAGES = {"Package": Kind.PACKAGE, "AIPackage": Kind.MODEL, "DatasetPackage": Kind.DATASET}
_FILES = {"model": Kind.MODEL, "data": Kind.DATASET}
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
    given = list(enumerate(graph)) if isinstance(graph, list) else [(None, document)]
    elements = [_plain(each, path, number) for number, each in given if isinstance(each, dict)]
    lines = value_lines(data, "spdxId", "@id")
    by_id = {key: each for each in elements if (key := id_of(each))}
    relations = [each for each in elements if each["type"] in ("Relationship", "LifecycleScopedRelationship")]
    licenses = Licenses(by_id)
    said: dict[str, list[Statement]] = {}
    for each in relations:
        role = {"hasDeclaredLicense": Role.DECLARED, "hasConcludedLicense": Role.OBSERVED}.get(_type_of(each))
        for source in strings(each.get("from")) if role else ():
            for target in ids(each.get("to")):
                said.setdefault(source, []).extend(licenses.of(target, role) if role else ())
    things = {
        key: thing
        for number, each in enumerate(elements)
        if (key := id_of(each))
        and (thing := _thing(each, said.get(key, []), Location(path=path, line=lines.get(key)), number)) is not None
    }
    links = [link for each in relations for link in _links(each)]
    things = grouped(things, links)
    for thing in things.values():
        yield from described(thing, SOURCE)
    subjects = [key for each in elements if each["type"] in ("Sbom", "Bom") for key in strings(each.get("rootElement"))]
    yield from dict.fromkeys(edges(things, links, [key for key in subjects if key in things]))


def _plain(raw: Element, path: str, number: int | None) -> Element:
    """Return an element without the prefixes of its profile: `software_packageUrl` is `packageUrl`.

    In the place of a licence text stands the statement that points at it.
    """
    found: Element = {}
    for key, value in raw.items():
        name = key.rpartition("/")[2].rpartition("_")[2]
        if name == "licenseText":
            pointer = f"{'' if number is None else f'/@graph/{number}'}/{escaped(key)}"
            value = pointed(path, pointer) if holds_words(value) else None  # noqa: PLW2901 -- a pointer for the words
        found[name] = value
    kind = raw.get("type", raw.get("@type"))
    found["type"] = kind.rpartition("/")[2].rpartition("_")[2] if isinstance(kind, str) else ""
    return found


def _type_of(relation: Element) -> str:
    return (string(relation.get("relationshipType")) or "").rpartition("/")[2]


def _thing(raw: Element, said: list[Statement], where: Location, number: int) -> Thing | None:
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
    for source in ids(relation.get("from")):
        for target in ids(relation.get("to")):
            if kind in _LINKS:
                way, group = _LINKS[kind]
                yield Link(source, way, target, scope or group)
            elif kind in _BACKWARD:
                yield Link(target, _BACKWARD[kind], source)

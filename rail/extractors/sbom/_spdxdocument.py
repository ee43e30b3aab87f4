"""The content of an SPDX 2 document, the same for JSON and tag-value: packages, their licences, their relationships.

Files and snippets are not listed; what a package says of the licences in its files counts where it says no more,
or where they restrict use.
https://spdx.github.io/spdx-spec/v2.3/
"""

from collections.abc import Callable, Iterator
from typing import Any

from rail.domain.component import Kind, Location, Relation
from rail.domain.evidence import Role
from rail.errors import ReadError
from rail.extractors.sbom._links import Link, edges, grouped
from rail.extractors.sbom._spdxlicense import Listed, statements
from rail.extractors.sbom._textfields import holds_words, pointed
from rail.extractors.sbom._thing import (
    MAX_NAME,
    Statement,
    Thing,
    described,
    hub_kind,
    identity,
    objects,
    put,
    string,
    strings,
    table,
)
from rail.extractors.spi import Found

Raw = dict[str, Any]
Place = Callable[[Raw, str], Location]
DOCUMENT = "SPDXRef-DOCUMENT"
_FORWARD = {
    "DEPENDS_ON": (Relation.DEPENDS_ON, None),
    "HAS_PREREQUISITE": (Relation.DEPENDS_ON, None),
    "STATIC_LINK": (Relation.DEPENDS_ON, None),
    "DYNAMIC_LINK": (Relation.DEPENDS_ON, None),
    "CONTAINS": (Relation.CONTAINS, None),
    "DESCENDANT_OF": (Relation.DERIVED_FROM, None),
    "GENERATED_FROM": (Relation.DERIVED_FROM, None),
}
_BACKWARD = {
    "DEPENDENCY_OF": (Relation.DEPENDS_ON, None),
    "RUNTIME_DEPENDENCY_OF": (Relation.DEPENDS_ON, None),
    "PROVIDED_DEPENDENCY_OF": (Relation.DEPENDS_ON, None),
    "PREREQUISITE_FOR": (Relation.DEPENDS_ON, None),
    "OPTIONAL_DEPENDENCY_OF": (Relation.DEPENDS_ON, "optional"),
    "OPTIONAL_COMPONENT_OF": (Relation.DEPENDS_ON, "optional"),
    "DEV_DEPENDENCY_OF": (Relation.DEPENDS_ON, "dev"),
    "TEST_DEPENDENCY_OF": (Relation.DEPENDS_ON, "test"),
    "BUILD_DEPENDENCY_OF": (Relation.DEPENDS_ON, "build"),
    "CONTAINED_BY": (Relation.CONTAINS, None),
    "PACKAGE_OF": (Relation.CONTAINS, None),
    "ANCESTOR_OF": (Relation.DERIVED_FROM, None),
    "GENERATES": (Relation.DERIVED_FROM, None),
}


def read_document(document: Raw, path: str, place: Place, source: str) -> Iterator[Found]:
    """Yield the packages of a document, what it says of their licences, and the edges.

    Raises:
        ReadError: packages of a shape that cannot be read; what could be read was yielded.
    """
    infos = document.get("hasExtractedLicensingInfos")
    names = {
        key: _listed(each, path, f"/hasExtractedLicensingInfos/{number}")
        for number, each in enumerate(infos if isinstance(infos, list) else [])
        if isinstance(each, dict) and (key := string(each.get("licenseId")))
    }
    things: dict[str, Thing] = {}
    skipped: list[str] = []
    listed = document.get("packages")
    for number, raw in enumerate(listed if isinstance(listed, list) else []):
        name = string(raw.get("name")) if isinstance(raw, dict) else None
        if name is None:
            skipped.append(f"/packages/{number}")
        else:
            key = string(raw.get("SPDXID")) or f"/packages/{number}"
            put(things, key, f"/packages/{number}", _thing(raw, name, place(raw, f"/packages/{number}"), names))
    links, subjects = _relationships(document)
    for key in subjects:
        if key in things and not things[key].statements and things[key].kind is Kind.CODE:
            del things[key]  # nothing is said of its licence: it stands for the project itself
    things = grouped(things, links)
    for thing in things.values():
        yield from described(thing, source)
    yield from dict.fromkeys(edges(things, links, subjects))
    if skipped or (listed is not None and not isinstance(listed, list)):
        more = f" (and {len(skipped) - 1} more like it)" if len(skipped) > 1 else ""
        problem = f"{skipped[0] if skipped else '/packages'}: not a package{more}"
        raise ReadError(problem, place=path, hint="the others were read")


def _listed(raw: Raw, path: str, pointer: str) -> Listed:
    """Return a licence that the document lists with its text."""
    text = pointed(path, f"{pointer}/extractedText") if holds_words(raw.get("extractedText")) else None
    return Listed(string(raw.get("name")), next(iter(strings(raw.get("seeAlsos"))), None), text, pointer)


def _thing(raw: Raw, name: str, where: Location, names: dict[str, Listed]) -> Thing:
    given, links = None, strings(raw.get("downloadLocation")) + strings(raw.get("homepage"))
    for reference in objects(raw.get("externalRefs")):
        if reference.get("referenceType") == "purl" and given is None:
            given = string(reference.get("referenceLocator"))
        links += strings(reference.get("referenceLocator"))
    version = string(raw.get("versionInfo"))
    kind = hub_kind(links) or (Kind.PACKAGE if given else Kind.CODE)
    own, kind, version = identity(given, kind, name[:MAX_NAME], version, links)
    return Thing(
        purl=own, kind=kind, name=name[:MAX_NAME], version=version, where=where, statements=_licenses(raw, names)
    )


def _licenses(raw: Raw, names: dict[str, Listed]) -> tuple[Statement, ...]:
    """Return what is declared, and what the document's author concluded where that is something else."""
    declared = list(statements(string(raw.get("licenseDeclared")), names, Role.DECLARED))
    told = {(each.form, each.said) for each in declared}
    concluded = [
        each
        for each in statements(string(raw.get("licenseConcluded")), names, Role.OBSERVED)
        if (each.form, each.said) not in told
    ]
    files = strings(raw.get("licenseInfoFromFiles"))
    seen = [each for said in files for each in statements(said, names, Role.OBSERVED)]
    if declared or concluded:
        told = {(each.form, each.said) for each in (*declared, *concluded)}
        seen = [each._replace(pointer="/licenseInfoFromFiles") for each in seen if (each.form, each.said) not in told]
    return (*declared, *concluded, *seen)


def _relationships(document: Raw) -> tuple[list[Link], list[str]]:
    """Return the links, and what the document describes."""
    links: list[Link] = []
    subjects = dict.fromkeys(strings(document.get("documentDescribes")))
    for raw in objects(document.get("relationships")):
        source, target = string(raw.get("spdxElementId")), string(raw.get("relatedSpdxElement"))
        named = raw.get("relationshipType")
        if source is None or target is None or not isinstance(named, str):
            continue
        if named == "DESCRIBES" and source == DOCUMENT:
            subjects[target] = None
        elif named == "DESCRIBED_BY" and target == DOCUMENT:
            subjects[source] = None
        elif named in _FORWARD:
            relation, group = _FORWARD[named]
            links.append(Link(source, relation, target, group))
        elif named in _BACKWARD:
            relation, group = _BACKWARD[named]
            links.append(Link(target, relation, source, group))
    return links, list(subjects)


def is_document(document: Raw) -> bool:
    """Answer whether it is an SPDX document of version 2."""
    return (string(document.get("spdxVersion")) or "").startswith("SPDX-2") and not table(document.get("@graph"))

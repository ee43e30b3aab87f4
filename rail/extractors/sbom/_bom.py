"""The content of a CycloneDX bill of materials, the same for JSON and XML.

Components at any depth, models and data among them; licences by id, name, link or expression; `dependencies` as edges;
`pedigree.ancestors` and the data sets of a model card as lineage; licence texts inside the document like licence files.
https://cyclonedx.org/specification/overview/
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from rail.domain.component import Engagement, Kind, Location, Relation
from rail.domain.evidence import Form, Role
from rail.errors import ReadError
from rail.extractors.sbom._links import Link, edges
from rail.extractors.sbom._textfields import holds_words, pointed
from rail.extractors.sbom._thing import (
    MAX_NAME,
    Statement,
    Thing,
    described,
    identity,
    named,
    objects,
    put,
    string,
    table,
)
from rail.extractors.spi import Found

Raw = dict[str, Any]
Place = Callable[[Raw, str], Location]
MAX_DEPTH = 40
"""How deep components may contain components."""
_KINDS = {"machine-learning-model": Kind.MODEL, "data": Kind.DATASET, "application": Kind.CODE, "file": Kind.CODE}
_IGNORED = ("cryptographic-asset", "device-driver", "device", "firmware")
_GROUPED_BY = {"cdx:poetry:group", "cdx:pipenv:category"}


class _Listed(NamedTuple):
    """A component as the document has it, its JSON pointer and its key."""

    raw: Raw
    pointer: str
    key: str


def read_bom(document: Raw, path: str, place: Place, source: str) -> Iterator[Found]:
    """Yield the components of a bill of materials, what it says of their licences, and the edges.

    Raises:
        ReadError: components of a shape that cannot be read; what could be read was yielded.
    """
    reader = _Reader(place)
    subject = table(table(document.get("metadata")).get("component"))
    if subject:
        reader.take(subject, "/metadata/component", None, is_subject=True)
    reader.take_all(document.get("components"), "/components", None)
    reader.take_services(document.get("services"))
    reader.lineage()
    reader.dependencies(objects(document.get("dependencies")))
    for thing in reader.things.values():
        yield from described(thing, source)
    yield from dict.fromkeys(edges(reader.things, reader.links, [reader.subject] if reader.subject else []))
    if reader.skipped:
        more = f" (and {len(reader.skipped) - 1} more like it)" if len(reader.skipped) > 1 else ""
        raise ReadError(f"{reader.skipped[0]}: not a component{more}", place=path, hint="the others were read")


class _Reader:
    def __init__(self, place: Place) -> None:
        self.things: dict[str, Thing] = {}
        self.links: list[Link] = []
        self.skipped: list[str] = []
        self.subject: str | None = None
        self._place = place
        self._listed: list[_Listed] = []

    def take_all(self, value: object, pointer: str, parent: str | None, depth: int = 0) -> None:
        if value is None:
            return
        if not isinstance(value, list) or depth > MAX_DEPTH:
            self.skipped.append(pointer)
            return
        for number, raw in enumerate(value):
            self.take(raw, f"{pointer}/{number}", parent, depth=depth)

    def take_services(self, value: object) -> None:
        """Take the services of which a licence is told; one without is somebody's offer, not a thing in use here."""
        for number, raw in enumerate(value if isinstance(value, list) else []):
            if isinstance(raw, dict) and raw.get("licenses"):
                self.take(raw, f"/services/{number}", None)

    def take(self, raw: object, pointer: str, parent: str | None, *, depth: int = 0, is_subject: bool = False) -> None:
        """Take a component and those inside it; a subject of which nothing is said is the project itself."""
        name = string(raw.get("name")) if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or name is None:
            self.skipped.append(pointer)
            return
        key = string(raw.get("bom-ref")) or pointer
        if raw.get("type") not in _IGNORED:
            thing = self._thing(raw, name, pointer)
            silent = not thing.statements and thing.kind not in (Kind.MODEL, Kind.DATASET)
            if is_subject:
                self.subject = key
            if not (is_subject and silent) and not (raw.get("type") == "file" and silent):
                key = put(self.things, key, pointer, thing)
                self._listed.append(_Listed(raw, pointer, key))
                if parent is not None:
                    self.links.append(Link(parent, Relation.CONTAINS, key))
                parent = key
        self.take_all(raw.get("components"), f"{pointer}/components", parent, depth + 1)

    def _thing(self, raw: Raw, name: str, pointer: str, engagement: Engagement = Engagement.USES) -> Thing:
        kind = _KINDS.get(raw.get("type", ""), Kind.PACKAGE) if isinstance(raw.get("type"), str) else Kind.PACKAGE
        given, version = string(raw.get("purl")), string(raw.get("version"))
        if kind is Kind.DATASET and _is_code(raw):
            kind = Kind.CODE
        if kind is Kind.CODE and given and not given.startswith("pkg:generic/"):
            kind = Kind.PACKAGE
        group = string(raw.get("group"))
        full = f"{group}/{name}" if group and not name.startswith(f"{group}/") else name
        links = [url for each in objects(raw.get("externalReferences")) if (url := string(each.get("url")))]
        links += [url for each in objects(raw.get("data")) if (url := string(table(each.get("contents")).get("url")))]
        own, kind, version = identity(given, kind, full[:MAX_NAME], version, links)
        where = self._place(raw, pointer)
        observed = table(raw.get("evidence")).get("licenses")
        return Thing(
            purl=own,
            kind=kind,
            name=full[:MAX_NAME],
            version=version,
            where=where,
            groups=_groups(raw),
            statements=(
                *_licenses(raw.get("licenses"), Role.DECLARED, where.path, f"{pointer}/licenses"),
                *_licenses(observed, Role.OBSERVED, where.path, f"{pointer}/evidence/licenses"),
            ),
            engagement=engagement,
        )

    def lineage(self) -> None:
        """Take the ancestors of each component and the data sets that a model was made from."""
        for listed in tuple(self._listed):
            self._ancestors(listed.raw, listed.key, listed.pointer)
            parameters = table(table(listed.raw.get("modelCard")).get("modelParameters"))
            for number, raw in enumerate(objects(parameters.get("datasets"))):
                pointer = f"{listed.pointer}/modelCard/modelParameters/datasets/{number}"
                key, name = string(raw.get("ref")) or pointer, string(raw.get("name"))
                if key not in self.things and name is not None:
                    inline = {**raw, "type": "data", "data": [raw]}
                    thing = self._thing(inline, name, pointer, Engagement.REFERENCES)
                    self.things[key] = thing._replace(where=self.things[listed.key].where)
                self.links.append(Link(listed.key, Relation.TRAINED_ON, key))

    def _ancestors(self, raw: Raw, descendant: str, pointer: str, depth: int = 0) -> None:
        for number, each in enumerate(objects(table(raw.get("pedigree")).get("ancestors"))):
            at = f"{pointer}/pedigree/ancestors/{number}"
            name = string(each.get("name"))
            if name is None or depth > MAX_DEPTH:
                self.skipped.append(at)
                continue
            thing = self._thing(each, name, at, Engagement.REFERENCES)
            key = put(self.things, string(each.get("bom-ref")) or at, at, thing)
            self.links.append(Link(descendant, Relation.DERIVED_FROM, key))
            self._ancestors(each, key, at, depth + 1)

    def dependencies(self, entries: list[Raw]) -> None:
        """Take who depends on whom; some tools write package URLs in the place of references."""
        keys = {str(thing.purl): key for key, thing in self.things.items()}
        for raw in entries:
            ref, targets = string(raw.get("ref")), raw.get("dependsOn")
            if ref is None or not isinstance(targets, list):
                continue
            source = ref if ref in self.things or ref == self.subject else keys.get(ref, ref)
            for target in targets:
                if isinstance(target, str):
                    meant = target if target in self.things else keys.get(target, target)
                    self.links.append(Link(source, Relation.DEPENDS_ON, meant))


def _licenses(value: object, role: Role, path: str, pointer: str) -> Iterator[Statement]:
    """Yield what a list of licences says, each with its text and its link; what excludes one another counts both."""
    for number, choice in enumerate(value if isinstance(value, list) else []):
        if not isinstance(choice, dict):
            continue
        at = f"{pointer}/{number}"
        raw = table(choice.get("license"))
        beside = f"{at}/license" if holds_words(raw.get("text")) else None
        name, url = string(raw.get("name")), string(raw.get("url"))
        known = [said for said in (string(raw.get("id")), string(choice.get("expression"))) if said]
        yield from (Statement(Form.EXPRESSION, role, said) for said in known)
        if url and (known or name):
            yield Statement(Form.URL, role, url, f"{at}/license/url")
        if name:
            yield from (Statement(form, role, said, beside) for form, said in named(name, url))
        elif url and not known:
            yield Statement(Form.URL, role, url, beside)
        if beside:
            yield Statement(Form.TEXT, Role.OBSERVED, pointed(path, f"{at}/license/text"), f"{at}/license/text")
        for part, detail in enumerate(objects(choice.get("expressionDetails"))):
            if holds_words(detail.get("text")):
                text = f"{at}/expressionDetails/{part}/text"
                yield Statement(Form.TEXT, Role.OBSERVED, pointed(path, text), text)


def _groups(raw: Raw) -> tuple[str, ...]:
    groups = {"optional"} if raw.get("scope") == "optional" else set()
    if raw.get("scope") == "excluded":
        groups.add("dev")
    for each in objects(raw.get("properties")):
        name, value = string(each.get("name")), string(each.get("value"))
        if name in _GROUPED_BY and value and value not in ("main", "default"):
            groups.add({"develop": "dev"}.get(value, value))
        elif name and name.endswith(":package:development") and value == "true":
            groups.add("dev")
    return tuple(sorted(groups))


def _is_code(raw: Raw) -> bool:
    """Answer whether a component of type `data` holds something else than data."""
    types = {each.get("type") for each in objects(raw.get("data")) if isinstance(each.get("type"), str)}
    return bool(types) and types <= {"source-code", "configuration", "definition"}

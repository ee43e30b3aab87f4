"""From what extractors found to an inventory: who owns what, one component a purl, edges that meet their targets."""

import re

from msgspec.structs import replace

from rail.domain.component import (
    LINEAGE,
    Component,
    Edge,
    Engagement,
    Home,
    Kind,
    Location,
    Relation,
    Wish,
)
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.purl import purl, split
from rail.resolve.inventory import Inventory, unique
from rail.resolve.union import united
from rail.resolve.versions import Spoken, Versions

_ABOUT = {Kind.MODEL: "model weights", Kind.DATASET: "dataset"}
_ASIDE = frozenset(
    {"tests", "test", "testing", "testdata", "fixtures", "docs", "doc", "examples", "example", "samples"}
)
_METADATA = re.compile(r"\.(?:dist|egg)-info(?:/|\Z)")
"""Where installed packages keep what they say of themselves: nothing lies there, least of all weights."""
_WORDS = frozenset({Form.TEXT, Form.NOTICE})
"""Statements that need not be the project's own; a field that declares a licence says how a work is passed on."""


class Collector:
    """Gathers what the extractors say of one input, then settles who is meant by "the owner of this file"."""

    def __init__(self, root_name: str, *, given: Purl | None = None, first_party: bool = True, top: str = "") -> None:
        self._top = top.strip("/")
        self._said: dict[Purl, list[Component]] = {}
        self._components: dict[Purl, Component] = {}
        self._edges: list[tuple[Edge, str]] = []
        self._evidence: list[tuple[Evidence | Unowned, str]] = []
        self._homes: dict[str, Purl] = {}
        self._homes_of: dict[Purl, set[str]] = {}
        self._roots: list[Purl] = []
        self._given = given
        self._first_party = first_party
        self._root_name = root_name
        self._parts: dict[str, Purl] = {}
        self._weights: list[tuple[Component, str]] = []

    def add(self, found: Component | Edge | Evidence | Unowned | Home, path: str, source: str) -> None:
        """Take one finding of the extractor `source` in the file `path`.

        A component whose purl is `OWNER` marks weights that lie in a folder: it says how the model there is dealt with.
        """
        if isinstance(found, Edge):
            self._edges.append((found, path))
        elif isinstance(found, Component):
            if found.purl != OWNER:
                self._hear(replace(found, found_by=(*found.found_by, source)) if source else found)
            elif self._given is None or self._first_party:  # what was downloaded to be read is not passed on
                self._weights.append((replace(found, found_by=(source,)), path))
        elif isinstance(found, Home):
            home = found.path.strip("/")
            self._homes.setdefault(home, found.component)
            self._homes_of.setdefault(found.component, set()).add(home)
        else:
            self._evidence.append((found, path))

    def _hear(self, new: Component) -> None:
        if new.wanted is not None and not self._first_party:
            # What somebody else's package would take is not in hand: which version that is, nobody has chosen yet.
            new = replace(new, wanted=None)
        self._said.setdefault(new.purl, []).append(new)
        if new.root and new.purl not in self._roots:
            self._roots.append(new.purl)

    def _take(self, new: Component) -> None:
        old = self._components.get(new.purl)
        self._components[new.purl] = new if old is None else united(old, new)

    def finish(self) -> Inventory:
        """Return the inventory: every OWNER replaced by a component, unversioned targets matched to versions."""
        self._components = {identity: united(*said) for identity, said in self._said.items()}
        root = self._settle_root()
        evidence = [self._own(statement, path, root) for statement, path in self._evidence]
        edges = self._settle_edges(root)
        self._mark_weights()
        return Inventory(self._components, edges, unique(evidence))

    def _settle_root(self) -> Purl:
        """Choose the one component that the input is, and let it stand for every name that its own manifests give it.

        Projects in folders below are projects of their own; only where there is one and nothing else is it the input.
        """
        home = self._homes.get(self._top, OWNER)
        tops = [each for each in self._roots if self._is_top(each)]
        if not tops and self._is_alone() and self._first_party and self._given is None:
            tops = self._roots
        root = self._given or (tops[0] if tops and self._first_party else home)
        if root == OWNER or root not in self._components:
            root = root or (tops[0] if tops else purl("generic", self._root_name))
            if root not in self._components:
                _, name, version = split(root)
                kind = _kind(root)
                self._components[root] = Component(purl=root, kind=kind, name=name, version=version, root=True)
        names = dict.fromkeys((*tops, root), root)
        if not self._first_party:
            root = self._published(root, names)
        for other in names:
            if other != root:
                self._components[root] = united(self._components[root], replace(self._components.pop(other), purl=root))
        self._components[root] = replace(self._components[root], root=True)
        self._rename(dict.fromkeys(names, root))
        self._homes_of.setdefault(root, set()).update(*(self._homes_of.get(each, ()) for each in names), {self._top})
        self._homes.setdefault("", root)
        return root

    def _is_alone(self) -> bool:
        """Tell whether there is one project and no other manifest."""
        return len(self._roots) == 1 and set(self._homes.values()) <= {self._roots[0]}

    def _is_top(self, root: Purl) -> bool:
        """Tell whether a project lies in the top folder of the input."""
        homes = self._homes_of.get(root)
        if homes:
            return self._top in homes
        return any(each.path.rpartition("/")[0] == self._top for each in self._components[root].locations)

    def _published(self, root: Purl, names: dict[Purl, Purl]) -> Purl:
        """Give a package archive its name in the registry, and leave out what only its makers install."""
        component = self._components[root]
        kind, name, version = split(root)
        for identity in self._of_makers() - names.keys():
            del self._components[identity]
        if kind != "generic" or "javascript/packagejson" not in component.found_by:
            return root
        published = purl("npm", name, version)
        self._components[published] = replace(component, purl=published, kind=Kind.PACKAGE)
        names[published] = published
        return published

    def _of_makers(self) -> set[Purl]:
        """Return what only the makers of a package install: for development, and perhaps as an option of its users."""
        return {
            purl
            for purl, each in self._components.items()
            if "dev" in each.groups and set(each.groups) <= {"dev", "optional"}
        }

    def _rename(self, names: dict[Purl, Purl]) -> None:
        self._homes = {path: names.get(home, home) for path, home in self._homes.items()}
        for at, (e, path) in enumerate(self._edges):
            if e.source in names or e.target in names:
                new = replace(e, source=names.get(e.source, e.source), target=names.get(e.target, e.target))
                self._edges[at] = (new, path)
        for at, (said, path) in enumerate(self._evidence):
            if isinstance(said, Evidence) and said.component in names:
                self._evidence[at] = (replace(said, component=names[said.component]), path)

    def _owner(self, path: str) -> tuple[Purl, str]:
        """Return the component at home nearest above `path`, and the folder of `path`."""
        folder = path.rpartition("/")[0]
        at = folder
        while at and at not in self._homes:
            at = at.rpartition("/")[0]
        return self._homes[at], folder

    def _own(self, statement: Evidence | Unowned, path: str, root: Purl) -> Evidence:
        if isinstance(statement, Evidence):
            if statement.component != OWNER:
                return statement
            return replace(statement, component=self._owner(path)[0])
        owner, folder = self._owner(statement.location.path or path)
        if statement.about in _ABOUT:
            owner = self._parts[path] = self._part(owner, statement.about, folder, statement.location, root)
            if self._first_party and _publishes(statement):
                self._take(replace(self._components[owner], engagement=Engagement.REDISTRIBUTES))
        return Evidence(
            component=owner,
            form=statement.form,
            role=statement.role,
            statement=statement.statement,
            source=statement.source,
            location=statement.location,
        )

    def _part(self, owner: Purl, about: Kind, folder: str, location: Location, root: Purl) -> Purl:
        """Return the component for the weights or data that lie in `folder` of `owner`."""
        if self._components.get(owner, self._components[root]).kind is about:
            return owner
        kind, name, version = split(owner)
        folder = "" if _METADATA.search(folder) else folder
        part = purl(kind, name, version, subpath=folder or None, artifact=about.value)
        label = f"{name}/{folder}" if folder else name
        self._take(
            Component(purl=part, kind=about, name=f"{label} ({_ABOUT[about]})", version=version, locations=(location,))
        )
        self._edges.append((Edge(source=owner, relation=Relation.CONTAINS, target=part, location=location), ""))
        return part

    def _settle_edges(self, root: Purl) -> list[Edge]:
        spoken = [
            Spoken(edge, self._source(edge, path, root) if edge.source == OWNER else edge.source)
            for edge, path in self._edges
        ]
        versions = Versions(self._components, self._homes_of, spoken)
        meant = [versions.meant(edge, source) for edge, source in spoken]
        for each in versions.giving_way({target for targets in meant for target in targets}):
            del self._components[each]
        alone = self._given is None and root.startswith("pkg:pypi/")  # a wheel or sdist, whose metadata asks for others
        needs = Relation.DEPENDS_ON
        out: list[Edge] = []
        for (edge, source), known in zip(spoken, meant, strict=True):
            outdated = isinstance(edge, Wish) and not known and versions.of(edge.target)
            absent = outdated or edge.relation in LINEAGE or (alone and source == root and edge.relation is needs)
            targets = known or ([self._stranger(edge)] if absent else [])
            sources = [source] if source in self._components else versions.of(source) or [root]
            kind, place = edge.relation, edge.location
            out += [Edge(source=s, relation=kind, target=t, location=place) for s in sources for t in targets if s != t]
        return unique(out)

    def _stranger(self, edge: Edge) -> Purl:
        """Return the component for an ancestor of which nothing else is said, or for a version that no lock holds."""
        _, name, version = split(edge.target)
        component = Component(
            purl=edge.target,
            kind=_kind(edge.target),
            name=name,
            version=version,
            wanted=edge.wanted if isinstance(edge, Wish) and self._first_party else None,
            engagement=Engagement.REFERENCES if edge.relation in LINEAGE else Engagement.USES,
            locations=(edge.location,) if edge.location else (),
        )
        self._take(component)
        return edge.target

    def _source(self, edge: Edge, path: str, root: Purl) -> Purl:
        """Return who speaks in an edge without a source: for lineage the model or data of the card, else the owner."""
        place = edge.location or Location(path=path)
        owner, folder = self._owner(place.path)
        if edge.relation not in LINEAGE:
            return owner
        return self._parts.get(path) or self._part(owner, Kind.MODEL, folder, place, root)

    def _mark_weights(self) -> None:
        """Tell the model of each folder with weights, or of the nearest folder above, that it is passed on.

        Weights of which nobody says anything are covered by what the owner of the folder says of itself.
        """
        for mark, path in self._weights:
            owner, folder = self._owner(mark.locations[0].path or path)
            kind, name, version = split(owner)
            model = owner if self._components.get(owner, mark).kind is mark.kind else None
            while model is None:
                part = purl(kind, name, version, subpath=folder or None, artifact=mark.kind.value)
                model = part if part in self._components else None
                if not folder:
                    break
                folder = folder.rpartition("/")[0]
            if model in self._components:
                self._components[model] = united(self._components[model], replace(mark, purl=model))


def _publishes(statement: Unowned) -> bool:
    """Tell whether a field declares the licence of weights or data: passed on, except from tests."""
    aside = _ASIDE & {part.lower() for part in statement.location.path.split("/")[:-1]}
    return statement.role is Role.DECLARED and statement.form not in _WORDS and not aside


def _kind(root: Purl) -> Kind:
    """Tell what a component is of which nothing is known but its package URL."""
    if root.startswith("pkg:huggingface/"):
        return Kind.DATASET if "repository_type=dataset" in root else Kind.MODEL
    return Kind.CODE if root.startswith("pkg:generic/") else Kind.PACKAGE

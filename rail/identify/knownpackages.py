"""What the catalogue's table of well-known packages says of a package for whose licence nothing else speaks."""

from typing import NamedTuple

import msgspec

from rail.catalogue.packages import lookup, weights_rows
from rail.domain.component import Component, Edge, Engagement, Kind, Relation
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.known import KnownPackage
from rail.domain.record import Purl
from rail.expression.parse import parse
from rail.purl import purl, split

SOURCE = "catalogue"
_OTHER_VERSIONS = "the licence of its weights is on record for other versions only"


class Spoken(NamedTuple):
    """Readings by component, and the weights that the package fetches: components of their own, with the edges."""

    matches: tuple[Match, ...] = ()
    parts: tuple[Component, ...] = ()
    edges: tuple[Edge, ...] = ()


def spoken(component: Component) -> Spoken:
    """Return what is on record for a package.

    Where the version is not known and its versions differ, no licence can be told: the reading then has no expression
    and keeps the answer at unknown. So it does where only other versions are on record for the weights.
    """
    if component.kind is not Kind.PACKAGE:
        return Spoken()
    matches: list[Match] = []
    parts: list[Component] = []
    edges: list[Edge] = []
    found = lookup(component.purl, component.version, component.wanted)
    matches += [_read(component, component.purl, row, certain=sure) for row, sure in found if row.about != "weights"]
    fetched = [(row, sure) for row, sure in found if row.about == "weights"]
    elsewhere = [] if fetched else [(row, False) for row in weights_rows(component.purl)]
    for row, certain in fetched or elsewhere:
        part = _weights(component)
        parts.append(part)
        edges.append(
            Edge(
                source=component.purl,
                relation=Relation.FETCHES,
                target=part.purl,
                location=component.locations[0] if component.locations else None,
            )
        )
        read = _read(component, part.purl, row, certain=certain)
        matches.append(read if fetched else msgspec.structs.replace(read, note=_OTHER_VERSIONS))
    return Spoken(tuple(matches), tuple(dict.fromkeys(parts)), tuple(dict.fromkeys(edges)))


def _weights(component: Component) -> Component:
    kind, name, version = split(Purl(component.purl.partition("?")[0].partition("#")[0]))
    return Component(
        purl=purl(kind, name, version, artifact="model"),
        kind=Kind.MODEL,
        name=f"{component.name} (model weights)",
        version=component.version,
        groups=component.groups,
        engagement=Engagement.USES,
        locations=component.locations[:1],
        found_by=(f"{SOURCE}/packages",),
    )


def _read(component: Component, subject: Purl, row: KnownPackage, *, certain: bool) -> Match:
    bounds = f" {row.versions}" if row.versions else ""
    evidence = Evidence(
        component=subject,
        form=Form.EXPRESSION,
        role=Role.DECLARED,
        statement=f"{row.license} ({row.confidence.value}, of {component.name}{bounds}; {row.source})",
        source=SOURCE,
        location=component.locations[0] if component.locations else None,
    )
    return Match(
        evidence=evidence,
        expression=parse(row.license) if certain else None,
        method=SOURCE,
        note=row.note or ("" if certain else "the version is not known, and versions differ") or None,
        confidence=row.confidence.value,
        depends=not certain,
    )

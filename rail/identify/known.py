"""What the catalogue's table of well-known models and datasets says of a component."""

from rail.catalogue.load import Catalogue
from rail.catalogue.models import lookup, lookup_docker, lookup_ollama
from rail.domain.component import Component, Edge, Engagement, Kind, Relation
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.known import KnownModel
from rail.domain.record import SpdxExpression
from rail.expression.parse import ExpressionError, parse
from rail.purl import model_purl, split

SOURCE = "catalogue"
_RELATIONS = {
    "finetune": Relation.FINETUNED_FROM,
    "adapter": Relation.ADAPTER_OF,
    "quantized": Relation.QUANTIZED_FROM,
    "merge": Relation.MERGED_FROM,
    None: Relation.DERIVED_FROM,
}


def rows(component: Component) -> tuple[KnownModel, ...]:
    """Return the rows on record for a model or dataset; several when its licence changed over time."""
    kind, name, _ = split(component.purl)
    if kind == "huggingface":
        return lookup(name, dataset=component.kind is Kind.DATASET)
    if kind == "ollama":
        return lookup_ollama(name.removeprefix("library/"))
    if kind == "docker":
        return lookup_docker(name)
    return ()


def read(component: Component, row: KnownModel, catalogue: Catalogue, *, dated: bool) -> Match:
    """Return the row as a reading; `dated` says that several rows share the id, so none holds for sure."""
    expression: SpdxExpression | None
    profile = catalogue.profiles.get(row.license)
    if profile is not None:
        expression = SpdxExpression(profile.expression)
    else:
        try:
            expression = parse(row.license)
        except ExpressionError:
            expression = None
    since = f", since {row.since}" if row.since else ""
    until = f", until {row.until}" if row.until else ""
    evidence = Evidence(
        component=component.purl,
        form=Form.TAG,
        role=Role.DECLARED,
        statement=f"{row.license} ({row.confidence.value}{since}{until}; {row.source})",
        source=SOURCE,
        location=component.locations[0] if component.locations else None,
    )
    return Match(
        evidence=evidence,
        expression=expression,
        method=SOURCE,
        note=row.note or None,
        confidence=row.confidence.value,
        depends=row.depends or dated or row.license.startswith("LicenseRef-"),
    )


def bases(component: Component, row: KnownModel) -> list[tuple[Component, Edge]]:
    """Return the models that this one is built on, as components and edges."""
    out = []
    for base in row.base:
        identity = model_purl(base)
        place = component.locations[0] if component.locations else None
        node = Component(
            purl=identity,
            kind=Kind.MODEL,
            name=base,
            engagement=Engagement.REFERENCES,
            locations=component.locations[:1],
            found_by=(SOURCE,),
        )
        relation = _RELATIONS.get(row.relation, Relation.DERIVED_FROM)
        out.append((node, Edge(source=component.purl, relation=relation, target=identity, location=place)))
    return out

"""What the catalogue's table of well-known models and datasets says of a component."""

from collections.abc import Sequence

from rail.catalogue.load import Catalogue
from rail.catalogue.models import lookup, lookup_docker, lookup_ollama
from rail.catalogue.restricts import named_restricts
from rail.domain.component import Component, Edge, Engagement, Kind, Relation
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.known import KnownModel
from rail.domain.record import SpdxExpression
from rail.expression.parse import ExpressionError, parse
from rail.purl import model_purl, split

SOURCE = "catalogue"
_AT_HAND = ("models/", "files/", "registries/")
_RELATIONS = {
    "finetune": Relation.FINETUNED_FROM,
    "adapter": Relation.ADAPTER_OF,
    "quantized": Relation.QUANTIZED_FROM,
    "merge": Relation.MERGED_FROM,
    None: Relation.DERIVED_FROM,
}


def rows(component: Component) -> tuple[KnownModel, ...]:
    """Return the rows on record for a model or dataset; several when its licence changed over time."""
    kind, name, tag = split(component.purl)
    tagged = f"{name}:{tag}" if tag else name
    if kind == "huggingface":
        return lookup(name, dataset=component.kind is Kind.DATASET)
    if kind == "ollama":
        return lookup_ollama(tagged.removeprefix("library/"))
    if kind == "docker":
        return lookup_docker(tagged)
    return ()


def readings(
    component: Component, found: Sequence[KnownModel], said: Sequence[Match], catalogue: Catalogue
) -> list[Match]:
    """Return the rows as readings.

    Where a licence changed over time, the row that a card or text in hand agrees with speaks alone: that is the time
    in hand (an inventory made by others is not). Without one, rows of which some bar uses and some bar none are no
    answer: it depends on the revision.
    """
    if any(_is_of_another_tag(component, row) for row in found):
        return [_undecided(component, [row.note or row.license for row in found], "tag")]
    if len(found) < 2:  # noqa: PLR2004 -- nothing changed
        return [_read(component, row, _expression(row, catalogue), dated=False) for row in found]
    heard = {each.expression for each in said if each.evidence.source.startswith(_AT_HAND)}
    written = [(row, _expression(row, catalogue)) for row in found]
    agreed = [each for each in written if each[1] in heard]
    if len(agreed) == 1:
        return [_read(component, *agreed[0], dated=False)]
    answers = {named_restricts(each, catalogue) if each else None for _, each in written}
    if len(answers) > 1:
        times = [
            f"{row.license} until {row.until}" if row.until else f"{row.license} since {row.since}" for row in found
        ]
        return [_undecided(component, times, "revision")]
    return [_read(component, row, each, dated=True) for row, each in written]


def _expression(row: KnownModel, catalogue: Catalogue) -> SpdxExpression | None:
    profile = catalogue.profiles.get(row.license)
    if profile is not None:
        return SpdxExpression(profile.expression)
    try:
        return parse(row.license)
    except ExpressionError:
        return None


def _read(component: Component, row: KnownModel, expression: SpdxExpression | None, *, dated: bool) -> Match:
    """Return a row as a reading; `dated` says that several rows share the id, so none holds for sure."""
    since = f", since {row.since}" if row.since else ""
    until = f", until {row.until}" if row.until else ""
    return Match(
        evidence=_evidence(component, f"{row.license} ({row.confidence.value}{since}{until}; {row.source})"),
        expression=expression,
        method=SOURCE,
        note=row.note or None,
        confidence=row.confidence.value,
        depends=row.depends or dated or row.license.startswith("LicenseRef-"),
    )


def _is_of_another_tag(component: Component, row: KnownModel) -> bool:
    """Tell whether a row of a registry is that of another tag, and the licence differs by the tag."""
    return row.depends and split(component.purl)[0] in {"ollama", "docker"}


def _time(row: KnownModel) -> str:
    return f"until {row.until}" if row.until else f"since {row.since}"


def _undecided(component: Component, cases: Sequence[str], what: str) -> Match:
    """Return a reading that says what the licence depends on, and stands for none."""
    return Match(
        evidence=_evidence(component, f"it depends on the {what}: {', '.join(cases)}"),
        expression=None,
        method=SOURCE,
        depends=True,
    )


def _evidence(component: Component, statement: str) -> Evidence:
    return Evidence(
        component=component.purl,
        form=Form.TAG,
        role=Role.DECLARED,
        statement=statement,
        source=SOURCE,
        location=component.locations[0] if component.locations else None,
    )


def bases(component: Component, row: KnownModel) -> list[tuple[Component, Edge]]:
    """Return the models that this one is built on, as components and edges."""
    out = []
    for base in () if _is_of_another_tag(component, row) else row.base:
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

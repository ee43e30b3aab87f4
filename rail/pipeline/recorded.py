"""What the catalogue's tables of well-known models, datasets and packages add to what the inputs say."""

from rail.catalogue.load import Catalogue
from rail.domain.component import Component, Edge, Kind
from rail.domain.evidence import Form, Match
from rail.domain.record import Purl

Matches = dict[Purl, list[Match]]


def add_recorded(components: dict[Purl, Component], matches: Matches, catalogue: Catalogue) -> list[Edge]:
    """Add what is on record to components and readings; return the edges that come with it.

    A table that nothing here can be in is not opened.
    """
    return list(dict.fromkeys([*_add_packages(components, matches), *_add_models(components, matches, catalogue)]))


def _add_packages(components: dict[Purl, Component], matches: Matches) -> list[Edge]:
    """Let the table of packages speak: for the code only where no text does, for weights that it fetches always."""
    packages = [each for each in components.values() if each.kind is Kind.PACKAGE]
    if not packages:
        return []
    from rail.catalogue.packages import is_recorded  # noqa: PLC0415 -- a project of models has no packages

    recorded = [each for each in packages if is_recorded(each.purl)]
    if not recorded:
        return []
    from rail.identify.knownpackages import spoken  # noqa: PLC0415 -- of most packages nothing is on record

    edges: list[Edge] = []
    for package in recorded:
        said = spoken(package)
        has_text = any(each.evidence.form is Form.TEXT for each in matches.get(package.purl, ()))
        for match in said.matches:
            if match.evidence.component != package.purl or not has_text:
                matches.setdefault(match.evidence.component, []).append(match)
        for part in said.parts:
            components.setdefault(part.purl, part)
        edges += said.edges
    return edges


def _add_models(components: dict[Purl, Component], matches: Matches, catalogue: Catalogue) -> list[Edge]:
    """Let the table of models speak for each model and dataset, and for what it is built on."""
    edges: list[Edge] = []
    queue = [each for each in components.values() if each.kind in (Kind.MODEL, Kind.DATASET)]
    if not queue:
        return edges
    from rail.identify import known  # noqa: PLC0415 -- an environment of packages opens no table of models

    while queue:
        component = queue.pop()
        rows = known.rows(component)
        said = matches.setdefault(component.purl, [])
        said += known.readings(component, rows, tuple(said), catalogue)
        for row in rows:
            for base, edge in known.bases(component, row):
                edges.append(edge)
                if base.purl not in components:
                    components[base.purl] = base
                    queue.append(base)
    return edges

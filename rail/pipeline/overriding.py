"""The team's own conclusions about licences and engagement, laid over what the evidence says."""

from collections.abc import Sequence

from msgspec.structs import replace

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.config.schema import Config, Override
from rail.domain.component import Component
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.record import Purl
from rail.errors import UsageError
from rail.identify import statement


def current(overrides: Sequence[Override], today: str) -> list[Override]:
    """Return the overrides that have not ended; without a date (`today`, ISO) none has."""
    if not overrides:
        return []
    from rail.policy.suppress import expired  # noqa: PLC0415 -- few configurations override

    return [each for each in overrides if not expired(each.until, today)]


def conclude(
    components: dict[Purl, Component],
    matches: dict[Purl, list[Match]],
    overrides: list[Override],
    catalogue: Catalogue,
    index: Index,
) -> None:
    """Add the team's own conclusions as evidence; they then decide alone."""
    for override in overrides:
        if override.license is None:
            continue
        for identity in components:
            if not _covers(override, identity):
                continue
            evidence = Evidence(
                component=identity,
                form=Form.EXPRESSION,
                role=Role.CONCLUDED,
                statement=override.license,
                source=f"override: {override.reason}",
            )
            match = statement.read(evidence, catalogue, index)
            if match.expression is None:
                raise UsageError(
                    f"the override for {override.component} names no licence: {override.license}",
                    place=f"line {override.line}" if override.line else "",
                    hint="write an SPDX expression, a LicenseRef- or a catalogue id",
                )
            matches.setdefault(identity, []).append(match)


def engaged(component: Component, overrides: list[Override], config: Config) -> Component:
    """Return the component with the engagement that the team says it has."""
    for override in overrides:
        if override.engagement is not None and _covers(override, component.purl):
            return replace(component, engagement=override.engagement)
    if config.engagement is not None and not component.root:
        return replace(component, engagement=config.engagement)
    return component


def _covers(override: Override, component: Purl) -> bool:
    from rail.policy.globs import covers_purl  # noqa: PLC0415 -- few configurations override

    return covers_purl(override.component, component)

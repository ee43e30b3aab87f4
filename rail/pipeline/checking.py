"""A scan, held against the declared uses."""

from collections import defaultdict
from pathlib import Path

from rail.catalogue.load import Catalogue
from rail.config.schema import Loaded
from rail.domain.component import Component, Engagement, Kind
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.identify.known import SOURCE
from rail.pipeline.placing import locator
from rail.pipeline.reporting import report
from rail.pipeline.scanning import Scan
from rail.policy.baseline import Acceptance
from rail.policy.judge import judge
from rail.resolve.reach import COPIES


def check(
    scan: Scan,
    *,
    loaded: Loaded,
    catalogue: Catalogue,
    today: str,
    cwd: Path = Path(),
    acceptance: Acceptance | None = None,
) -> Report:
    """Return the report of a scan judged against the use cases of the configuration; `today` is an ISO date.

    Paths in the configuration are relative to its folder, and its own path to `cwd`.

    What is only named as the base of something else is not judged by itself: what it bars has come down to that.
    """
    judged = judge(
        components=_judged(scan),
        edges=scan.edges,
        evidence=scan.evidence,
        resolutions=scan.resolutions.values(),
        catalogue=catalogue,
        loaded=loaded,
        today=today,
        acceptance=acceptance,
        inline=scan.ignores,
        unfinished=scan.unfinished,
        located=locator(scan.roots, loaded.path, cwd),
    )
    return report(scan, catalogue, judged.determinations, judged.findings, use_cases=len(loaded.config.use_case))


def _judged(scan: Scan) -> list[Component]:
    """Return what the project deals with: not what only the table of known models, or a lineage, brought in."""
    own = [each for each in scan.components.values() if each.found_by != (SOURCE,)]
    named = {each.purl for each in own if _only_named(each)}
    above: dict[Purl, list[Purl]] = defaultdict(list)
    for edge in scan.edges:
        if edge.relation in COPIES:
            above[edge.source].append(edge.target)
    queue = [each.purl for each in own if each.purl not in named and each.kind is not Kind.CODE]
    told = set(queue)
    for at in queue:
        fresh = [each for each in above[at] if each not in told]
        told.update(fresh)
        queue += fresh
    return [each for each in own if each.purl not in named or each.purl not in told]


def _only_named(component: Component) -> bool:
    """Tell whether nothing but a statement about something else names a component."""
    found_by = component.found_by
    referred = any(name.startswith(_NAMING) for name in found_by)
    return component.engagement is Engagement.REFERENCES and bool(found_by) and not referred


_NAMING = "references/"
"""The extractors of models that code or documents name."""

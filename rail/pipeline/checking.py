"""A scan, held against the declared uses."""

from rail.catalogue.load import Catalogue
from rail.config.schema import Loaded
from rail.domain.report import Report
from rail.identify.known import SOURCE
from rail.pipeline.reporting import report
from rail.pipeline.scanning import Scan
from rail.policy.judge import judge


def check(scan: Scan, *, loaded: Loaded, catalogue: Catalogue, today: str) -> Report:
    """Return the report of a scan judged against the use cases of the configuration; `today` is an ISO date.

    What only the table of known models brought in (the base of a base) is not judged by itself: what it bars has come
    down to the model that the project names.
    """
    judged = judge(
        components=[each for each in scan.components.values() if each.found_by != (SOURCE,)],
        edges=scan.edges,
        evidence=scan.evidence,
        resolutions=scan.resolutions.values(),
        catalogue=catalogue,
        loaded=loaded,
        today=today,
    )
    return report(scan, catalogue, judged.determinations, judged.findings, use_cases=len(loaded.config.use_case))

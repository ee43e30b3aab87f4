"""The wire format `rail.obligations/1`: what the licences of a project ask of it."""

from collections import Counter

from rail.domain.duty import Duty, General, Owing, Standing, Unheard
from rail.domain.record import Record
from rail.domain.report import CatalogueStamp, Problem, Report, Tool

SCHEMA = "rail.obligations/1"


class ObligationsReport(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All duties, sorted by licence, standing and kind; `summary` counts the duties by standing.

    `unknown` are the components of which nobody knows what their licences ask. `general` are general licences (MIT,
    GPL …) whose ordinary duties are not itemised.
    """

    schema: str = SCHEMA
    tool: Tool
    catalogue: CatalogueStamp
    inputs: tuple[str, ...]
    obligations: tuple[Duty, ...]
    unknown: tuple[Unheard, ...]
    general: tuple[General, ...]
    problems: tuple[Problem, ...]
    summary: dict[str, int]


def obligations_report(report: Report, owing: Owing) -> ObligationsReport:
    """Return what is owed as a report; stamps, inputs and problems are those of the scan."""
    counted = Counter(each.standing for each in owing.duties)
    return ObligationsReport(
        tool=report.tool,
        catalogue=report.catalogue,
        inputs=report.inputs,
        obligations=owing.duties,
        unknown=owing.unknown,
        general=owing.general,
        problems=report.problems,
        summary={each.value: counted[each] for each in Standing},
    )

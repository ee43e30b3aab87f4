"""The projects of a monorepo in words, the ones that lead to something that restricts use first."""

from typing import NamedTuple

from rail.domain.evidence import Restricted
from rail.domain.report import Report
from rail.report._index import Index

HEAD = ("project", "named in", "components", "restrict use", "unknown")


class Project(NamedTuple):
    """One row: name, manifest, and how many components it leads to, of which so many restrict use or are unknown."""

    name: str
    path: str
    components: int
    restricting: int
    unknown: int


def projects(report: Report) -> list[Project]:
    """Return a row for each project; nothing where there is only one."""
    index = Index(report) if report.summary.roots else None
    rows = []
    for each in report.summary.roots if index else ():
        counts = each.restricted
        bound = counts.get(Restricted.YES.value, 0) + counts.get(Restricted.BY_REFERENCE.value, 0)
        name = index.name(each.component) if index else ""
        rows.append(Project(name, each.path or "", each.components, bound, counts.get(Restricted.UNKNOWN.value, 0)))
    return sorted(rows, key=lambda row: (-row.restricting, -row.unknown, row.name, row.path))

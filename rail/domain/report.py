"""The one report: everything a writer needs, versioned, sorted, without clock or absolute path."""

from rail.domain.component import Component, Edge, Location
from rail.domain.evidence import Evidence, Resolution
from rail.domain.finding import Finding
from rail.domain.record import Purl, Record
from rail.domain.verdict import Determination

SCHEMA = "rail.report/1"


class Problem(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An input that could not be read: where, what was found, what to do. Also a value, never only a log line."""

    location: Location
    message: str
    hint: str = ""


class Tool(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who wrote the report."""

    name: str
    version: str


class CatalogueStamp(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which data a verdict rests on."""

    version: str
    digest: str


class RootSummary(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One project of several in a report: how many components it leads to, and what their licences come to.

    `path` is the manifest or lockfile that names it; `restricted` counts resolutions by answer, itself left out.
    """

    component: Purl
    path: str | None = None
    components: int
    restricted: dict[str, int]


class Summary(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=False):
    """The counts that the last line of the text report prints.

    `restricted` counts resolutions by answer, `verdicts` the strictest determination of each component, `files` the
    files read; `ignored` counts suppressed findings, `unread` the problems. `roots` tells several projects apart.
    """

    components: int
    files: int
    restricted: dict[str, int]
    verdicts: dict[str, int]
    findings: dict[str, int]
    ignored: int
    unread: int
    use_cases: int
    roots: tuple[RootSummary, ...] = ()


class Report(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=False):
    """The wire format `rail.report/1`."""

    schema: str = SCHEMA
    tool: Tool
    catalogue: CatalogueStamp
    inputs: tuple[str, ...]
    components: tuple[Component, ...]
    edges: tuple[Edge, ...]
    evidence: tuple[Evidence, ...]
    resolutions: tuple[Resolution, ...]
    determinations: tuple[Determination, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary

"""The published JSON Schemas of everything that rail writes, generated from the types themselves.

https://json-schema.org/draft/2020-12/schema
"""

from typing import Any

import msgspec

from rail.domain.report import Report
from rail.domain.schema import schema_of
from rail.report.compared import DiffReport
from rail.report.explained import Explanation
from rail.report.identified import IdentifyReport
from rail.report.linted import LintReport
from rail.report.listed import Listing
from rail.report.owed import ObligationsReport

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMATS = {
    "rail.report-1.json": (Report, "What `rail scan` and `rail check` write."),
    "rail.identify-1.json": (IdentifyReport, "What `rail identify` writes."),
    "rail.explain-1.json": (Explanation, "What `rail explain` and `rail catalogue show` write."),
    "rail.lint-1.json": (LintReport, "What `rail lint` writes."),
    "rail.diff-1.json": (DiffReport, "What `rail diff` writes."),
    "rail.obligations-1.json": (ObligationsReport, "What `rail obligations` writes."),
    "rail.catalogue-1.json": (Listing, "What `rail catalogue list` writes."),
}


def schemas() -> dict[str, bytes]:
    """Return the content of each file in `docs/schema`, by its name."""
    return {name: _as_bytes(_schema(kind, description)) for name, (kind, description) in _FORMATS.items()}


def _schema(kind: type, description: str) -> dict[str, Any]:
    """Return the schema of a type as `rail.report.json` writes it: every field is there unless it has no value."""
    body = schema_of(kind)
    for each in body["$defs"].values():
        if "description" in each:
            each["description"] = " ".join(each["description"].split())
        properties = each.get("properties")
        if properties:
            each["required"] = [name for name, of in properties.items() if of.get("default", "") is not None]
    version = body["$defs"][kind.__name__]["properties"]["schema"]
    version["const"] = version.pop("default")
    return {"$schema": _DIALECT, "title": version["const"], "description": description, **body}


def _as_bytes(schema: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"

"""The published JSON Schemas: reports, readings and the configuration file, generated from the types themselves.

https://json-schema.org/draft/2020-12/schema
"""

from typing import Any

import msgspec

from rail.domain.report import Report
from rail.report.identified import IdentifyReport

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by file name."""
    return {
        "rail.report-1.json": _written(Report, "rail.report/1", "What `rail scan` and `rail check` write."),
        "rail.identify-1.json": _written(IdentifyReport, "rail.identify/1", "What `rail identify` writes."),
    }


def as_bytes(schema: dict[str, Any]) -> bytes:
    """Return a schema as it lies in `docs/schema`: indented JSON with a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def describe(kind: type, title: str, description: str) -> dict[str, Any]:
    """Return the schema of a type that is read: fields with a default may be left out."""
    body = msgspec.json.schema(kind)
    for each in body.get("$defs", {}).values():
        if "description" in each:
            each["description"] = " ".join(each["description"].split())
    return {"$schema": _DIALECT, "title": title, "description": description, **body}


def _written(kind: type, title: str, description: str) -> dict[str, Any]:
    """Return the schema of a type that rail writes: every field is there unless it has no value."""
    schema = describe(kind, title, description)
    for each in schema["$defs"].values():
        properties = each.get("properties")
        if properties:
            each["required"] = [name for name, of in properties.items() if of.get("default", "") is not None]
    version = schema["$defs"][kind.__name__]["properties"]["schema"]
    version["const"] = version.pop("default")
    return schema

"""The JSON Schema of the configuration file, for editors and for `docs/schema/rail-config.json`."""

from typing import Any

from rail.config.schema import Config
from rail.domain.schema import schema_of

_COMPUTED = ("Ignore", "Override", "Policy")


def schema_json() -> bytes:
    """Return the JSON Schema (draft 2020-12) of `rail.toml`, sorted and indented; the same bytes every time."""
    import msgspec  # noqa: PLC0415 -- the schema is written when the documentation is built, not when rail runs

    schema: dict[str, Any] = schema_of(Config)
    for name in _COMPUTED:
        for field in ("line", "path"):
            schema["$defs"][name]["properties"].pop(field, None)
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "rail.toml", **schema}
    return msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=2) + b"\n"

"""JSON Schemas of the answers and of the policy.

https://json-schema.org/draft/2020-12/schema
"""

from typing import Any

import msgspec

from rail.domain.schema import schema_of
from rail.generate.answers import Answers
from rail.generate.outputs.policy import Policy

SHAPES: dict[str, type] = {"rail.license-1.json": Answers, "rail.policy-1.json": Policy}
"""The shape of the documents that each schema describes."""


def schemas() -> dict[str, bytes]:
    """Return the content of every file of `docs/schema/` about what is generated."""
    return {name: _schema(shape) for name, shape in SHAPES.items()}


def _schema(shape: type) -> bytes:
    document: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema_of(shape)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"

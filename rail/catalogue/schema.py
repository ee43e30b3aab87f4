"""JSON Schemas of the data files, generated from their types, for editors and for check-jsonschema.

https://json-schema.org/draft/2020-12/schema
"""

from typing import Any

import msgspec

from rail.catalogue.folder import Edition, GeneralFile, ModelFile, Modes, PackageFile, SharedAliases
from rail.catalogue.load import Vocabulary
from rail.domain.profile import LicenseProfile
from rail.domain.schema import schema_of
from rail.domain.use import Use

SHAPES: dict[str, type] = {
    "catalogue.json": Edition,
    "general.json": GeneralFile,
    "models.json": ModelFile,
    "modes.json": Modes,
    "obligations.json": Vocabulary,
    "packages.json": PackageFile,
    "profile.json": LicenseProfile,
    "shared-aliases.json": SharedAliases,
    "use.json": Use,
}
"""The shape of the files that each schema describes."""


def schemas() -> dict[str, bytes]:
    """Return the content of every file of `licenses/schema/`."""
    return {name: _schema(shape) for name, shape in SHAPES.items()}


def _schema(shape: type) -> bytes:
    document: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema_of(shape)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"

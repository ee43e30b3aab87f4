"""deps.dev: licences of Go modules, Maven and NuGet packages and Ruby gems, whose own registries are not asked.

What it gives are SPDX expressions that it worked out itself; its `non-standard` stays unknown here. Go modules whose
path has capital letters are not found, since package URLs are written small.

Specification: https://docs.deps.dev/api/v3/#getversion
"""

from typing import Any
from urllib.parse import quote

import msgspec

from rail.domain.evidence import Evidence, Form
from rail.domain.record import Purl
from rail.purl import split
from rail.registries.spi import Door, Fact, decoded, registry, unexpected, words
from rail.registries.statements import declared

PUBLIC = "https://api.deps.dev"
_SOURCE = "registries/depsdev"
_SYSTEMS = {"golang": "GO", "maven": "MAVEN", "nuget": "NUGET", "gem": "RUBYGEMS"}


class _Version(msgspec.Struct, rename={"key": "versionKey"}):
    key: dict[str, Any]
    licenses: list[Any] = []


@registry(*_SYSTEMS)
def ask(component: Purl, door: Door) -> Fact:
    """Return the licences that deps.dev has for this version."""
    kind, name, version = split(component)
    spelled = name.replace("/", ":", 1) if kind == "maven" else name
    base = door.bases("depsdev", PUBLIC)[0]
    package = f"{base}/v3/systems/{_SYSTEMS[kind]}/packages/{quote(spelled, safe='')}"
    document = door.client.get(f"{package}/versions/{quote(version or '', safe='')}")
    found = decoded(document, _Version)
    if words(found.key.get("version")) != version:
        raise unexpected(document.url)
    said = [words(each) for each in found.licenses]
    if not all(said):
        raise unexpected(document.url)
    return Fact(evidence=tuple(dict.fromkeys(_evidence(component, each) for each in said)))


def _evidence(component: Purl, said: str) -> Evidence:
    form = Form.NAME if said == "non-standard" else Form.EXPRESSION
    return declared(component, form, said, _SOURCE)

"""Croissant: the JSON-LD description of a dataset.

Reads `license` (also as `sc:license`), `usageInfo`, which may restrict what the data is used for, and the datasets that
it is based on. `sdLicense` is about the description itself and says nothing of the data.

Specification: https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
"""

from collections.abc import Iterator
from typing import Any

from rail.domain.component import Kind, Location, Relation
from rail.extractors.jsondocument import decode, pointer_lines
from rail.extractors.models._lineage import ancestor, declared
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/croissant"
_SIGNS = (b"mlcommons.org/croissant", b'"cr:')
_VOCABULARY = ("", "sc:", "schema:", "https://schema.org/", "http://schema.org/")
_SAYS = ("@id", "url", "name", "@value")
_MAX_VALUES = 100
_ORIGINS = ("isBasedOn", "prov:wasDerivedFrom", "http://www.w3.org/ns/prov#wasDerivedFrom")


@extractor("*croissant*.json", "*croissant*.jsonld", "metadata.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence of the data, the terms of its use, and what it is based on."""
    data = file.read()
    if not any(sign in data for sign in _SIGNS):
        return
    path = file.path.as_posix()
    dataset = decode(data, path, "write the description again with mlcroissant")
    lines = pointer_lines(data)
    for field in ("license", "usageInfo"):
        for key in (prefix + field for prefix in _VOCABULARY):
            for said in _words(dataset.get(key)):
                pointer = "/" + key.replace("~", "~0").replace("/", "~1")
                where = Location(path=path, line=lines.get(pointer), pointer=pointer)
                yield from declared(said, _SOURCE, where, about=Kind.DATASET)
    for key in (prefix + name for name in _ORIGINS for prefix in ("", "sc:")):
        for name in _words(dataset.get(key)):
            where = Location(path=path, line=lines.get(f"/{key}"), pointer=f"/{key}")
            yield from ancestor(name, Relation.DERIVED_FROM, where, kind=Kind.DATASET)


def license_field(file: SourceFile, key: str) -> str:
    """Return the licence text that stands under the pointer `key`; empty when there is none."""
    dataset = decode(file.read(), file.path.as_posix(), "")
    name = key.removeprefix("/").replace("~1", "/").replace("~0", "~")
    return next(iter(_words(dataset.get(name))), "")


def _words(value: Any) -> list[str]:
    """Return what a JSON-LD value says in words: a text, an object with an address or a name, or a list of them."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, dict):
        said = next((value[key] for key in _SAYS if isinstance(value.get(key), str) and value[key].strip()), None)
        return [said] if said else []
    if isinstance(value, list):
        return [word for each in value[:_MAX_VALUES] if not isinstance(each, list) for word in _words(each)]
    return []

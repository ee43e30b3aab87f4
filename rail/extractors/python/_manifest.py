"""Who the project itself is, so that its manifest and its lockfiles mean the same component."""

import re

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.python._toml import read_toml, string, table
from rail.purl import purl
from rail.sources.spi import SourceFile

_RUN = re.compile(r"[-_.]+")


def own_purl(name: str, version: str | None) -> Purl:
    """Return the identity of code of the house: a generic package URL with the name as the index would spell it."""
    return purl("generic", _RUN.sub("-", name).lower(), version)


def own_version(file: SourceFile, folder: str) -> str | None:
    """Return the version that `pyproject.toml` in `folder` (relative to the file's own) states, as spelt there."""
    manifest = file.beside(f"{folder}/pyproject.toml")
    if manifest is None:
        return None
    try:
        return string(table(read_toml(manifest, manifest.text()).get("project")).get("version"))
    except ReadError:
        return None  # the manifest's own extractor says what is wrong with it

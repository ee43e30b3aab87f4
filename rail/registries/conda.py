"""conda-forge, through anaconda.org: the licence of one version of a package (`/release/conda-forge/NAME/VERSION`).

One small document instead of an index of the whole channel, which has tens of megabytes for each platform. Its builds
are listed one by one; where their licences differ, each is told. Other channels are not asked.

Specification: https://api.anaconda.org/docs (release) and
https://docs.conda.io/projects/conda-build/en/stable/resources/define-metadata.html#license
"""

from typing import Any
from urllib.parse import quote

import msgspec

from rail.domain.record import Purl
from rail.http.spi import NotFoundError
from rail.purl import split
from rail.registries.spi import Door, Download, Fact, decoded, registry, unexpected, words
from rail.registries.statements import free_words

PUBLIC = "https://api.anaconda.org"
CHANNEL = "conda-forge"
_SOURCE = "registries/conda"
_MAX_ANSWER = 16 * 1024 * 1024
_ARCHIVE = ".tar.bz2"
_SILENT = {"", "none", "other", "unknown"}


class _Build(msgspec.Struct):
    version: Any = None
    attrs: Any = None
    basename: Any = None
    download_url: Any = None
    sha256: Any = None
    size: Any = None


class _Release(msgspec.Struct):
    distributions: list[_Build]


@registry("conda")
def ask(component: Purl, door: Door) -> Fact:
    """Return the licences that the builds of this version declare."""
    _, name, version = split(component)
    base = door.bases("conda", PUBLIC)[0]
    url = f"{base}/release/{CHANNEL}/{quote(name, safe='')}/{quote(version or '', safe='')}"
    document = door.client.get(url, limit=_MAX_ANSWER)
    builds = decoded(document, _Release).distributions
    if not builds:
        raise NotFoundError("the registry does not know this version", hint="is it published there?")
    if any(words(each.version) != version for each in builds):
        raise unexpected(document.url)
    evidence = []
    texts: dict[str, str] = {}
    for said in dict.fromkeys(_license(each) for each in builds):
        if said.lower() not in _SILENT:
            statement, whole = free_words(component, said, _SOURCE)
            evidence.append(statement)
            texts.update(whole)
    return Fact(evidence=tuple(evidence), texts=texts, download=_download(builds))


def _license(build: _Build) -> str:
    return words(build.attrs.get("license")) if isinstance(build.attrs, dict) else ""


def _download(builds: list[_Build]) -> Download | None:
    """Return the smallest archive of the kind that can be read: `.conda` is packed with zstd, which is not."""
    usable = [each for each in builds if words(each.basename).endswith(_ARCHIVE) and words(each.sha256)]
    if not usable:
        return None
    best = min(usable, key=lambda each: (each.size if isinstance(each.size, int) else 0, words(each.basename)))
    url = words(best.download_url)
    url = f"https:{url}" if url.startswith("//") else url
    if not url.startswith(("https://", "http://")):
        return None
    name = words(best.basename).rpartition("/")[2]
    return Download(url=url, name=name, digests={"sha256": words(best.sha256).lower()})

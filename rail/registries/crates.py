"""The registry of Rust crates: the licence of one version (`/api/v1/crates/NAME/VERSION`).

Old crates join two licences by a slash, which means a choice: it is written here as OR.

Specification: https://doc.rust-lang.org/cargo/reference/registry-web-api.html and https://crates.io/data-access (one
request a second is asked for where many are made)
"""

from typing import Any
from urllib.parse import quote, urljoin

import msgspec

from rail.domain.record import Purl
from rail.purl import split
from rail.registries.spi import Door, Download, Fact, decoded, registry, unexpected, words
from rail.registries.statements import free_words

PUBLIC = "https://crates.io"
_SOURCE = "registries/crates"


class _Version(msgspec.Struct):
    num: str
    license: Any = None
    dl_path: Any = None
    checksum: Any = None


class _Answer(msgspec.Struct):
    version: _Version


@registry("cargo")
def ask(component: Purl, door: Door) -> Fact:
    """Return the licence that the manifest of this version declared."""
    _, name, version = split(component)
    base = door.bases("cargo", PUBLIC)[0]
    document = door.client.get(f"{base}/api/v1/crates/{quote(name, safe='')}/{quote(version or '', safe='')}")
    found = decoded(document, _Answer).version
    if found.num != version:
        raise unexpected(document.url)
    download = None
    if path := words(found.dl_path):
        checksum = words(found.checksum).lower()
        download = Download(
            url=urljoin(document.url, path),
            name=f"{name}-{version}.tar.gz",
            digests={"sha256": checksum} if checksum else {},
        )
    said = words(found.license).replace("/", " OR ") if "://" not in words(found.license) else words(found.license)
    if not said:
        return Fact(download=download)
    statement, texts = free_words(component, " ".join(said.split()), _SOURCE)
    return Fact(evidence=(statement,), texts=texts, download=download)

"""The npm registry: the manifest of one version (`/NAME/VERSION`), of which the public registry has every one.

Reads `license` and the old `licenses`, and the address and digests of the archive. A scope's own registry is asked
where .npmrc names one. Some registries of other makers know no manifests of versions: there the document of
the whole package (`/NAME`) is asked for, and the version looked up in it.

Specification: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
"""

import base64
import binascii
from typing import Any
from urllib.parse import quote

import msgspec

from rail.domain.record import Purl
from rail.http.spi import NotFoundError, UnexpectedError
from rail.purl import split
from rail.registries.spi import Door, Download, Fact, decoded, registry, unexpected, words
from rail.registries.statements import free_words

PUBLIC = "https://registry.npmjs.org"
_SOURCE = "registries/npm"


class _Manifest(msgspec.Struct):
    version: Any = None
    license: Any = None
    licenses: Any = None
    dist: Any = None


class _Packument(msgspec.Struct):
    versions: dict[str, _Manifest]


@registry("npm")
def ask(component: Purl, door: Door) -> Fact:
    """Return what the manifest of this version says."""
    _, name, version = split(component)
    scope, slash, _ = name.partition("/")
    ecosystem = f"npm:{scope.lower()}" if slash and f"npm:{scope.lower()}" in door.settings.bases else "npm"
    base = (door.bases("npm", PUBLIC) if ecosystem == "npm" else door.bases(ecosystem, PUBLIC))[0]
    package = f"{base}/{quote(name, safe='@')}"
    try:
        manifest = _of_version(door, package, version or "")
    except (NotFoundError, UnexpectedError) as fault:
        if base == PUBLIC:
            raise
        manifest = _of_package(door, package, version or "", fault)
    evidence = []
    texts: dict[str, str] = {}
    for said in _said(manifest):
        statement, whole = free_words(component, said, _SOURCE)
        evidence.append(statement)
        texts.update(whole)
    return Fact(evidence=tuple(dict.fromkeys(evidence)), texts=texts, download=_download(manifest.dist))


def _of_version(door: Door, package: str, version: str) -> _Manifest:
    document = door.client.get(f"{package}/{quote(version, safe='')}")
    manifest = decoded(document, _Manifest)
    if manifest.version is None and manifest.dist is None:
        raise _unknown()
    if manifest.version != version:
        raise unexpected(document.url)
    return manifest


def _of_package(door: Door, package: str, version: str, refusal: Exception) -> _Manifest:
    """Return the manifest in the document of the package; raise the `refusal` where there is no such document."""
    try:
        document = door.client.get(package)
        manifest = decoded(document, _Packument).versions.get(version)
    except (NotFoundError, UnexpectedError):
        raise refusal from None
    if manifest is None:
        raise _unknown()
    if manifest.version != version:
        raise unexpected(document.url)
    return manifest


def _unknown() -> NotFoundError:
    return NotFoundError("the registry does not know this version", hint="is it published there?")


def _said(manifest: _Manifest) -> list[str]:
    """Return what the fields say: a string, `{type, url}`, or a list of either."""
    found = []
    for field in (manifest.license, manifest.licenses):
        for each in field if isinstance(field, list) else [field]:
            said = (each.get("type") or each.get("name") or each.get("url")) if isinstance(each, dict) else each
            found.append(words(said))
    return [said for said in found if said]


def _download(dist: Any) -> Download | None:
    """Return the archive, with the strongest digest that the registry gives.

    https://www.w3.org/TR/SRI/ (`integrity`)
    """
    if not isinstance(dist, dict) or not words(dist.get("tarball")).startswith(("https://", "http://")):
        return None
    url = words(dist["tarball"])
    digests = {}
    for each in words(dist.get("integrity")).split():
        kind, _, packed = each.partition("-")
        try:
            digests[kind] = base64.b64decode(packed.partition("?")[0], validate=True).hex()
        except binascii.Error:
            continue
    if not digests and words(dist.get("shasum")):
        digests["sha1"] = words(dist["shasum"]).lower()
    return Download(url=url, name=url.partition("?")[0].rpartition("/")[2] or "package.tgz", digests=digests)

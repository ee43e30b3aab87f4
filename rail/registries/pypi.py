"""Python indexes: the metadata of the exact version without downloading the archive, where the index offers it.

Asked in this order: the JSON document of the version; the `.metadata` file that the Simple API (in JSON or HTML) offers
beside a file; the JSON document of the project, if it speaks of this very version. Many indexes have no JSON documents.
Indexes and their credentials come from the settings of pip and uv; further indexes are asked for what the first does
not know.

Specifications: https://docs.pypi.org/api/json/ · https://packaging.python.org/specifications/simple-repository-api/
https://packaging.python.org/specifications/core-metadata/
"""

import hashlib
from contextlib import suppress
from email.parser import HeaderParser
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec

from rail.domain.evidence import Evidence, Form
from rail.domain.record import Purl
from rail.http.spi import DeniedError, NotFoundError, UnexpectedError, UnreachableError, shown
from rail.purl import split
from rail.registries.simplepage import files_in, joined
from rail.registries.spi import Door, Download, Fact, decoded, registry, unexpected, words
from rail.registries.statements import declared, free_words

PUBLIC = "https://pypi.org/simple"
_SOURCE = "registries/pypi"
_SIMPLE = "application/vnd.pypi.simple.v1+json"
_ACCEPT = f"{_SIMPLE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
_MAX_METADATA = 4 * 1024 * 1024
_NO_METADATA = "the index gives no metadata for this version"


class _Json(msgspec.Struct):
    info: dict[str, Any]
    urls: list[dict[str, Any]] = []


class _Simple(msgspec.Struct):
    files: list[dict[str, Any]]


class _Said(NamedTuple):
    """The fields of the metadata that matter here."""

    expression: str
    license: str
    classifiers: tuple[str, ...]


@registry("pypi")
def ask(component: Purl, door: Door) -> Fact:
    """Return what the first index that knows this version says."""
    bases = (
        *door.bases("pypi", PUBLIC),
        *(door.bases("pypi:extra", "") if "pypi:extra" in door.settings.bases else ()),
    )
    for base in bases[:-1]:
        with suppress(NotFoundError):
            return _ask_index(component, base, door)
    return _ask_index(component, bases[-1], door)


def _ask_index(component: Purl, base: str, door: Door) -> Fact:
    _, name, version = split(component)
    if not base.startswith(("https://", "http://")):
        raise NotFoundError("the index is not on the network", place=shown(base), hint="it was not asked")
    root = base.removesuffix("/simple")
    wanted = version or ""
    exact = _json(door, f"{root}/pypi/{quote(name, safe='')}/{quote(wanted, safe='')}/json")
    if exact is not None and _same(exact.info.get("version"), wanted):
        return _fact(component, _of_json(exact), _chosen(exact.urls))
    files = _files(door, f"{base}/{quote(name, safe='')}/", wanted)
    download = _chosen(files)
    for file in files:
        if (said := _beside(door, file)) is not None:
            return _fact(component, said, download)
    latest = _json(door, f"{root}/pypi/{quote(name, safe='')}/json")
    if latest is not None and _same(latest.info.get("version"), wanted):
        return _fact(component, _of_json(latest), download)
    return Fact(download=download, lacking=_NO_METADATA)


def _json(door: Door, url: str) -> _Json | None:
    """Return a document of the JSON API, `None` where the index has none: it may refuse, or answer with a page."""
    try:
        return decoded(door.client.get(url), _Json)
    except (NotFoundError, DeniedError, UnexpectedError):
        return None


def _of_json(document: _Json) -> _Said:
    info = document.info
    classifiers = info.get("classifiers")
    listed = classifiers if isinstance(classifiers, list) else []
    return _Said(words(info.get("license_expression")), words(info.get("license")), tuple(map(words, listed)))


def _files(door: Door, project: str, version: str) -> list[dict[str, Any]]:
    """Return the files of one version, wheels first, their addresses absolute."""
    document = door.client.get(project, accept=_ACCEPT)
    page = document.media_type in {"text/html", "application/vnd.pypi.simple.v1+html"}
    if page:
        listed = list(files_in(document))
    elif document.media_type in {_SIMPLE, "application/json"}:
        listed = decoded(document, _Simple).files
    else:
        raise unexpected(document.url)
    files = []
    for each in listed:
        name, address = words(each.get("filename")), words(each.get("url"))
        url = joined(document.url, address) if address and _same(_version_of(name), version) else ""
        if url:
            files.append({**each, "url": url})
    if not files:
        if page and not any(_version_of(each["filename"]) for each in listed):
            raise unexpected(document.url)  # a page of something else, such as a login
        raise NotFoundError(
            "the index has no file of this version", place=shown(project), hint="is it published there?"
        )
    return sorted(files, key=lambda file: not file["filename"].endswith(".whl"))


def _beside(door: Door, file: dict[str, Any]) -> _Said | None:
    """Return the metadata that the index keeps beside a file (PEP 658); `None` when it keeps none."""
    offered = file.get("core-metadata") or file.get("dist-info-metadata")
    if not offered:
        return None
    url = file["url"].partition("#")[0] + ".metadata"
    try:
        body = door.client.get(url, accept="*/*", limit=_MAX_METADATA).body
    except NotFoundError:
        return None
    wanted = offered.get("sha256") if isinstance(offered, dict) else None
    if wanted and hashlib.sha256(body).hexdigest() != wanted:
        raise UnreachableError("the metadata is not what the index announced", place=shown(url), hint="try again later")
    fields = HeaderParser().parsestr(body.decode("utf-8", "replace"))
    if not fields["Metadata-Version"]:
        raise unexpected(url)
    every = tuple(words(str(each)) for each in fields.get_all("Classifier", ()))
    said = str(fields["License"] or "")
    if said and fields.keys()[-1] == "License":  # a text with a blank line in it ends the fields too early
        said += "\n\n" + str(fields.get_payload())
    return _Said(words(str(fields["License-Expression"] or "")), words(said), every)


def _fact(component: Purl, said: _Said, download: Download | None) -> Fact:
    evidence: list[Evidence] = []
    texts: dict[str, str] = {}
    if said.expression:
        evidence.append(declared(component, Form.EXPRESSION, said.expression, _SOURCE))
    if said.license and said.license.upper() not in {"UNKNOWN", "NONE"}:
        statement, texts = free_words(component, said.license, _SOURCE)
        evidence.append(statement)
    evidence += [
        declared(component, Form.CLASSIFIER, each, _SOURCE)
        for each in said.classifiers
        if each.startswith("License ::")
    ]
    return Fact(evidence=tuple(dict.fromkeys(evidence)), texts=texts, download=download)


def _chosen(files: list[dict[str, Any]]) -> Download | None:
    """Return the file to download: a wheel if there is one, and the smallest of them; otherwise the source archive."""
    usable = [each for each in files if words(each.get("url")).startswith(("https://", "http://"))]
    usable = [each for each in usable if words(each.get("filename")).endswith((".whl", ".tar.gz", ".zip", ".tar.bz2"))]
    if not usable:
        return None
    best = min(usable, key=lambda each: (not each["filename"].endswith(".whl"), _size(each), each["filename"]))
    given = best.get("hashes") or best.get("digests")
    digests = given if isinstance(given, dict) else {}
    known = {kind: words(value).lower() for kind, value in digests.items() if words(value)}
    return Download(url=words(best["url"]).partition("#")[0], name=words(best["filename"]), digests=known)


def _size(file: dict[str, Any]) -> int:
    size = file.get("size")
    return size if isinstance(size, int) else 0


def _version_of(filename: str) -> str:
    """Return the version in a file name, "" when there is none."""
    from packaging.utils import (  # noqa: PLC0415 -- only where an index is asked for its files
        InvalidSdistFilename,
        InvalidWheelFilename,
        parse_sdist_filename,
        parse_wheel_filename,
    )
    from packaging.version import InvalidVersion  # noqa: PLC0415 -- likewise

    try:
        if filename.endswith(".whl"):
            return str(parse_wheel_filename(filename)[1])
        return str(parse_sdist_filename(filename)[1])
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return ""


def _same(one: Any, other: str) -> bool:
    """Tell whether two spellings are the same version (PEP 440)."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 -- only where an index is asked

    if not isinstance(one, str) or not one:
        return False
    try:
        return one == other or Version(one) == Version(other)
    except InvalidVersion:
        return False

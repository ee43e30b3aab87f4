"""What npm's documents share: the licence field, dependency specifiers, and decoding without trust."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from rail.domain.evidence import Form
from rail.domain.record import Purl
from rail.extractors import jsondocument
from rail.purl import purl
from rail.sources.spi import SourceFile

_ID = r"[A-Za-z0-9][A-Za-z0-9.+:-]*"
_EXPRESSION = re.compile(rf"\(*{_ID}\)*(?: (?:AND|OR|WITH) \(*{_ID}\)*)*\Z")
_NOT_IDS = {"UNLICENSED", "NONE", "NOASSERTION", "UNKNOWN", "PROPRIETARY", "CUSTOM"}
_NAME = re.compile(r"(?:@[^\s/@]+/)?[^\s/@]+\Z")
_PLATFORM = re.compile(r"!?[\w.]{1,40}\Z", re.ASCII)
# Compiled when first used: a lock of form 3 needs none of them.
_PINNED = r"[v=]*(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)\Z"
_SHORTHAND = r"(?:github:)?([\w.-]+/[\w.-]+)(#.*)?\Z"
_TARBALL = r"/-/[^/]*?-(\d+\.\d+\.\d+[^/?#]*)\.tgz\Z"
_LICENSE_FIELDS = ("license", "licenses", "licence")
_MAX_NAME = 214
_MAX_PLATFORMS = 64


def decode(data: bytes, path: str) -> dict[str, Any]:
    """Return the JSON object in `data`.

    Raises:
        ReadError: it is not JSON, nested too deeply, or not an object.
    """
    return jsondocument.decode(data, path, "npm writes this file anew with `npm install`")


def is_name(value: object) -> bool:
    """Is it a package name that npm can have given out (or an old one)?"""
    return isinstance(value, str) and len(value) <= _MAX_NAME and _is_name(value)


@lru_cache(maxsize=8192)
def _is_name(value: str) -> bool:
    return _NAME.match(value) is not None


class LicenseSaid(NamedTuple):
    """What a licence field says; `pointer` marks the link beside a name."""

    form: Form
    said: str
    pointer: str | None = None


def license_statements(document: dict[str, Any]) -> tuple[LicenseSaid, ...]:
    """Return what the `license` (or the old `licenses`) field says: a string, `{type, url}`, or a list of either."""
    value = document.get("license")
    if isinstance(value, str) and "licenses" not in document and "licence" not in document:  # as nearly all have it
        return _one(value)
    return tuple(each for field in _LICENSE_FIELDS if field in document for each in _stated(field, document[field]))


@lru_cache(maxsize=1024)
def _one(value: str) -> tuple[LicenseSaid, ...]:
    said = value.strip()
    return (LicenseSaid(_form(said), said),) if said else ()


def _stated(field: str, value: object) -> Iterator[LicenseSaid]:
    for each in value if isinstance(value, list) else [value]:
        named = (each.get("type") or each.get("name")) if isinstance(each, dict) else each
        url = each.get("url") if isinstance(each, dict) else None
        said = [one.strip() for one in (named, url) if isinstance(one, str) and one.strip()]
        yield from (LicenseSaid(_form(one), one) for one in said[:1])
        yield from (LicenseSaid(Form.URL, one, "/license/url") for one in said[1:])
        if not said and isinstance(value, list):
            yield LicenseSaid(Form.NAME, f"an entry of `{field}` that is no licence")


def has_odd_license(document: dict[str, Any]) -> bool:
    """Is a licence given in a shape that `license_statements` cannot read?"""
    value = document.get("license")
    if value is None or (isinstance(value, str) and value.strip()):
        return False
    parts = value if isinstance(value, list) else [value]
    return value not in (None, "", [], {}) and not all(any(license_statements({"license": each})) for each in parts)


def npm_purl(name: str, version: str | None = None, origin: str | None = None) -> Purl:
    """Return the purl of a package; `origin` is where it comes from when that is not a registry."""
    if not origin:
        return purl("npm", name, version)
    if origin.startswith(("git", "ssh:")):
        return purl("npm", name, version, vcs_url=without_user(origin))
    return purl("npm", name, version, download_url=without_user(origin))


def specified(name: str, specifier: object) -> Purl | None:
    """Return the purl that a dependency of package.json asks for: pinned, aliased or from elsewhere.

    `None` means a folder of the project itself.
    """
    said = specifier.strip() if isinstance(specifier, str) else ""
    if said.startswith("npm:"):
        alias, _, said = said.removeprefix("npm:").rpartition("@")
        name = alias if is_name(alias) else said if is_name(said) else name
    if said.startswith(("workspace:", "file:", "link:", "portal:", ".", "/", "~/")):
        return None
    pinned = re.match(_PINNED, said)
    if pinned:
        return purl("npm", name, pinned[1])
    if "://" in said or said.startswith("git@"):
        return npm_purl(name, origin=said)
    shorthand = re.match(_SHORTHAND, said)
    if shorthand:
        return npm_purl(name, origin=f"git+https://github.com/{shorthand[1]}{shorthand[2] or ''}")
    return purl("npm", name)


def without_user(url: str) -> str:
    """Return the URL without a user name, password or token, which have no place in a report."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.partition("?")[0].rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=""))


def elsewhere(resolved: object) -> str | None:
    """Return the origin of a package that does not come from a registry."""
    if not isinstance(resolved, str) or ":" not in resolved:
        return None
    if resolved.startswith(("http:", "https:")):
        from_registry = "/-/" in resolved or ("/download/" in resolved and "/releases/" not in resolved)
        return None if from_registry else resolved
    return resolved


def platforms(os: object, cpu: object = None, libc: object = None) -> tuple[str, ...]:
    """Return the platforms that a package is made for: `darwin`, `linux-x64`, `linux-arm64-musl`, `!win32`.

    Each field is a name or a list of them, as in package.json; a lockfile in YAML may hold the list as text.
    """
    if not (os or cpu or libc):
        return ()
    systems, processors, libraries = _names(os), _names(cpu), _names(libc)
    combined = [
        "-".join(part for part in parts if part)
        for parts in product(systems or [""], processors or [""], libraries or [""])
    ]
    return tuple(sorted(filter(None, combined))) if len(combined) <= _MAX_PLATFORMS else ()


def tarball_version(url: str) -> str | None:
    """Return the version in the address of a registry's tarball (`…/-/name-1.0.0.tgz`)."""
    found = re.search(_TARBALL, url)
    return found[1] if found else None


def folder_of(file: SourceFile) -> str:
    """Return the POSIX path of the folder that the file lies in, "" for the root."""
    return file.where.rpartition("/")[0]


def _names(field: object) -> list[str]:
    if isinstance(field, str):
        field = field.strip("[] ").split(",")
    said = (
        [each.strip(" '\"") for each in field[:_MAX_PLATFORMS] if isinstance(each, str)]
        if isinstance(field, list)
        else []
    )
    return [each for each in dict.fromkeys(said) if _PLATFORM.match(each) and each not in ("any", "none")]


@lru_cache(maxsize=1024)
def _form(statement: str) -> Form:
    if statement.startswith(("http://", "https://")):
        return Form.URL
    looks_like_ids = statement.upper() not in _NOT_IDS and _EXPRESSION.match(statement)
    return Form.EXPRESSION if looks_like_ids else Form.NAME

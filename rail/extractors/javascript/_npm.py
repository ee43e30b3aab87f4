"""What npm's documents share: the licence field, dependency specifiers, and decoding without trust."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import msgspec

from rail.domain.evidence import Form
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.purl import purl
from rail.sources.spi import SourceFile

_ID = r"[A-Za-z0-9][A-Za-z0-9.+:-]*"
_EXPRESSION = re.compile(rf"\(*{_ID}\)*(?: (?:AND|OR|WITH) \(*{_ID}\)*)*\Z")
_NOT_IDS = {"UNLICENSED", "NONE", "NOASSERTION", "UNKNOWN", "PROPRIETARY", "CUSTOM"}
_PINNED = re.compile(r"[v=]*(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)\Z")
_NAME = re.compile(r"(?:@[^\s/@]+/)?[^\s/@]+\Z")
_SHORTHAND = re.compile(r"(?:github:)?([\w.-]+/[\w.-]+)(#.*)?\Z")
_KEY = re.compile(rb'[ \t]*("(?:[^"\\]|\\.)*")[ \t]*:[ \t]*(\{?)')
_MAX_DEPTH = 64
_MAX_NAME = 214


def decode(data: bytes, path: str) -> dict[str, Any]:
    """Return the JSON object in `data`.

    Raises:
        ReadError: it is not JSON, nested too deeply, or not an object.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    hint = "npm writes this file anew with `npm install`"
    try:
        document = msgspec.json.decode(data)
    except RecursionError as fault:
        raise ReadError("JSON is nested too deeply", place=path, hint=hint) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise ReadError(f"not readable as JSON: {fault}", place=path, hint=hint, line=_line_of(fault, data)) from fault
    if not isinstance(document, dict):
        raise ReadError(f"expected a JSON object, found {type(document).__name__}", place=path, hint=hint)
    return document


def is_name(value: object) -> bool:
    """Is it a package name that npm can have given out (or an old one)?"""
    return isinstance(value, str) and len(value) <= _MAX_NAME and bool(_NAME.match(value))


def license_statements(document: dict[str, Any]) -> Iterator[tuple[Form, str]]:
    """Yield what the `license` (or the old `licenses`) field says: a string, `{type, url}`, or a list of either."""
    for field in ("license", "licenses", "licence"):
        value = document.get(field)
        for each in value if isinstance(value, list) else [value]:
            said = (each.get("type") or each.get("name") or each.get("url")) if isinstance(each, dict) else each
            if isinstance(said, str) and said.strip():
                yield _form(said.strip()), said.strip()


def has_odd_license(document: dict[str, Any]) -> bool:
    """Is a licence given in a shape that `license_statements` cannot read?"""
    value = document.get("license")
    return value not in (None, "", [], {}) and not any(license_statements({"license": value}))


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
    pinned = _PINNED.match(said)
    if pinned:
        return purl("npm", name, pinned[1])
    if "://" in said or said.startswith("git@"):
        return npm_purl(name, origin=said)
    shorthand = _SHORTHAND.match(said)
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


def pointer_lines(data: bytes, *, objects: bool = False) -> dict[str, int]:
    """Return the line (from 1) of each key that opens a line, by JSON pointer; `objects` keeps those of objects only.

    The depth is told by the indentation; a document on one line has no lines to tell.
    """
    lines: dict[str, int] = {}
    above: list[tuple[int, str]] = []
    for number, line in enumerate(data.splitlines(), 1):
        if objects and not line.endswith(b"{"):
            continue
        found = _KEY.match(line)
        if found is None:
            continue
        indent = found.start(1)
        while above and above[-1][0] >= indent:
            above.pop()
        pointer = f"{above[-1][1] if above else ''}/{escaped(_unquoted(found[1]))}"
        lines.setdefault(pointer, number)
        if found[2] and len(above) < _MAX_DEPTH:
            above.append((indent, pointer))
    return lines


def escaped(step: str) -> str:
    """Return one step of a JSON pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


def folder_of(file: SourceFile) -> str:
    """Return the POSIX path of the folder that the file lies in, "" for the root."""
    return file.path.as_posix().rpartition("/")[0]


def _form(statement: str) -> Form:
    if statement.startswith(("http://", "https://")):
        return Form.URL
    looks_like_ids = statement.upper() not in _NOT_IDS and _EXPRESSION.match(statement)
    return Form.EXPRESSION if looks_like_ids else Form.NAME


def _line_of(fault: Exception, data: bytes) -> int | None:
    place = re.search(r"\(byte (\d+)\)", str(fault))
    return data.count(b"\n", 0, int(place[1])) + 1 if place else None


def _unquoted(quoted: bytes) -> str:
    if b"\\" in quoted:
        try:
            return str(msgspec.json.decode(quoted, type=str))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return ""
    return quoted[1:-1].decode("utf-8", "replace")

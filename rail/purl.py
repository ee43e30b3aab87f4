"""The only door to package URLs: how rail spells the identity of a component.

https://github.com/package-url/purl-spec. Types whose rules are plain are written here without loading the library.
Hub ids without an owner (`gpt2`) keep a bare name; a dataset is a Hugging Face purl with `?repository_type=dataset`.
"""

import re
from functools import lru_cache

from rail.domain.record import Purl
from rail.errors import UsageError

_SAFE = re.compile(r"[A-Za-z0-9._~-]+\Z")
_PYPI = re.compile(r"[-_.]+")


def purl(kind: str, name: str, version: str | None = None, *, subpath: str | None = None, **qualifiers: str) -> Purl:
    """Return the canonical package URL of `name` (namespace included, as the ecosystem writes it) of type `kind`."""
    if kind == "pypi":
        name = _PYPI.sub("-", name).lower()
    elif kind == "npm":
        name = name.lower()
    path = name if _SAFE.match(name) else "/".join(_quote(part) for part in name.strip("/").split("/"))
    parts = [f"pkg:{kind}/{path}"]
    if version:
        parts.append("@" + _quote(version, keep=":"))
    if qualifiers:
        parts.append("?" + "&".join(f"{key}={_quote(qualifiers[key], keep=':/')}" for key in sorted(qualifiers)))
    if subpath:
        parts.append("#" + "/".join(_quote(part) for part in subpath.strip("/").split("/")))
    return Purl("".join(parts))


def model_purl(model_id: str, revision: str | None = None, *, dataset: bool = False) -> Purl:
    """Return the package URL of a Hugging Face model or dataset."""
    if dataset:
        return purl("huggingface", model_id, revision, repository_type="dataset")
    return purl("huggingface", model_id, revision)


def canonical(text: str) -> Purl:
    """Return the canonical spelling of a package URL that a user wrote.

    Raises:
        UsageError: it is not a package URL.
    """
    from packageurl import PackageURL  # noqa: PLC0415 -- only a purl from outside needs the whole grammar

    try:
        return Purl(PackageURL.from_string(text).to_string())
    except ValueError as fault:
        raise UsageError(f"not a package URL: {text}", hint="expected pkg:TYPE/NAME@VERSION") from fault


@lru_cache(maxsize=8192)
def split(value: Purl) -> tuple[str, str, str | None]:
    """Return type, name (with namespace, unquoted) and version of a canonical package URL."""
    from urllib.parse import unquote  # noqa: PLC0415 -- off the start-up path

    body = value.removeprefix("pkg:").partition("#")[0].partition("?")[0]
    kind, _, rest = body.partition("/")
    name, at, version = rest.rpartition("@")
    if not at:
        name, version = rest, ""
    return kind, unquote(name), unquote(version) or None


@lru_cache(maxsize=8192)
def without_version(value: Purl) -> Purl:
    """Return the package URL without its version: what ignores and fingerprints hold on to."""
    head, mark, tail = value.partition("?")
    name, at, _ = head.rpartition("@")
    return Purl((name if at and name.count("/") else head) + mark + tail)


def _quote(text: str, keep: str = "") -> str:
    if _SAFE.match(text):
        return text
    from urllib.parse import quote  # noqa: PLC0415 -- most names need no quoting

    return quote(text, safe="~" + keep)

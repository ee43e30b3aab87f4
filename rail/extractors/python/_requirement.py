"""One dependency as Python writes it: `name[extra] >=1,<2 ; marker` or `name @ url`.

A reader for what a scan needs (name, pin, place, extra), in microseconds; it does not evaluate markers.
https://packaging.python.org/specifications/dependency-specifiers/
"""

import re
from typing import NamedTuple

from rail.domain.component import Edge, Location, Relation, Wish
from rail.domain.record import Purl
from rail.extractors.ranges import python_bounds
from rail.purl import purl, without_version

MAX_LENGTH = 8_000
NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_EXTRAS = re.compile(r"\s*\[([^\[\]]*)\]")
_PIN = re.compile(r"\(?\s*={2,3}\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*\)?\Z")
_SPEC = re.compile(r"\(?\s*(?:[<>=!~]|$)")
_EXTRA_MARKER = re.compile(r"\bextra\s*==\s*['\"]([^'\"]*)['\"]|['\"]([^'\"]*)['\"]\s*==\s*extra\b")
_WHEEL = re.compile(r"([A-Za-z0-9][\w.]*)-([\w.!+]+)(?:-\d\w*)?-[\w.]+-[\w.]+-[\w.]+\.whl\Z")
_SDIST = re.compile(r"([A-Za-z0-9][\w.-]*)-(\d[\w.!+]*)\.(?:tar\.gz|zip|tgz|tar\.bz2)\Z")
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][\w.-]*)")
_USER = re.compile(r"(?<=://)[^/?#]*@")
_VCS = ("git+", "hg+", "svn+", "bzr+")


class Requirement(NamedTuple):
    """What a line asks for; `version` only when exactly one will do, `extra` when it is needed for that extra alone.

    `specifier` is what it says of versions, as written; `marked` that it is needed in some environments alone.
    """

    name: str
    version: str | None
    url: str | None
    extra: str | None
    specifier: str = ""
    marked: bool = False

    @property
    def wanted(self) -> str | None:
        """The bounds of the versions that will do, where no single one is named."""
        return None if self.version or self.url else python_bounds(self.specifier)

    @property
    def purl(self) -> Purl:
        """The package URL, with the place it comes from when that is not an index."""
        return located_purl(self.name, self.version, self.url)


def asking(source: Purl, requirement: Requirement, target: Purl, where: Location, *, locked: bool = False) -> Edge:
    """Return the edge to what a requirement asks for, with its bounds where a lock tells the version.

    Bounds that hold only in some environments leave no locked version out.
    """
    bounds = requirement.wanted
    if locked and requirement.version and not requirement.url:
        target, bounds = without_version(target), f"=={requirement.version}"
    if bounds is None or requirement.marked or "@" in target or "?" in target:
        return Edge(source=source, relation=Relation.DEPENDS_ON, target=target, location=where)
    return Wish(source=source, relation=Relation.DEPENDS_ON, target=target, location=where, wanted=bounds)


def read_requirement(text: str) -> Requirement | None:
    """Return what a dependency specifier asks for; `None` when it is none."""
    text = text.strip()
    if len(text) > MAX_LENGTH:
        return None
    if "://" in text.partition(" ")[0] or text.startswith(("./", "../", "/")):
        return _from_url(text)
    head = NAME.match(text)
    if not head:
        return None
    rest = text[head.end() :]
    if extras := _EXTRAS.match(rest):
        rest = rest[extras.end() :]
    rest = rest.strip()
    if rest.startswith("@"):
        url, _, marker = rest[1:].strip().partition(" ;")
        named = _from_url(url.strip())
        return Requirement(head[0], named.version if named else None, clean_url(url.strip()), _extra(marker))
    spec, _, marker = rest.partition(";")
    if not _SPEC.match(spec.strip()):
        return None
    pin = _PIN.match(spec.strip())
    return Requirement(head[0], pin[1] if pin else None, None, _extra(marker), spec, bool(marker.strip()))


def located_purl(name: str, version: str | None, url: str | None) -> Purl:
    """Return the package URL of a distribution; a URL that it comes from becomes a qualifier, without credentials."""
    if url is None or not url.partition("://")[1] or url.startswith("file:"):
        return purl("pypi", name, version)
    if url.startswith(_VCS):
        return purl("pypi", name, version, vcs_url=clean_url(url))
    return purl("pypi", name, version, download_url=clean_url(url))


def clean_url(url: str) -> str:
    """Return a URL without user, password and fragment: a report is passed on."""
    return _USER.sub("", url.partition("#")[0].strip())


def _from_url(text: str) -> Requirement | None:
    url, _, marker = text.partition(" ;")
    path = clean_url(url).partition("?")[0]
    file_name = path.rstrip("/").rpartition("/")[2].replace("%2B", "+")
    if egg := _EGG.search(url):
        return Requirement(egg[1], None, clean_url(url), _extra(marker))
    if archive := _WHEEL.match(file_name) or _SDIST.match(file_name):
        return Requirement(archive[1], archive[2], clean_url(url), _extra(marker))
    if url.startswith(_VCS):
        repository = NAME.match(file_name.partition("@")[0].removesuffix(".git"))
        name = repository[0] if repository else ""
        return Requirement(name, None, clean_url(url), _extra(marker)) if name else None
    return None


def _extra(marker: str) -> str | None:
    found = _EXTRA_MARKER.search(marker)
    return (found[1] or found[2] or "") if found else None

"""R lockfiles: `renv.lock`.

Reads every locked package from CRAN, Bioconductor or a repository, the edges, and the licence where the lock holds the
packages' whole descriptions (renv 1.1 and later). What the project itself asks for the lock does not tell: the packages
that no other asks for.

https://rstudio.github.io/renv/articles/lockfile.html
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Location
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_SOURCE = "r/renvlock"
_HINT = "`renv::snapshot()` writes this file anew"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.]{0,200}\Z")
_WISH = re.compile(r"[A-Za-z][A-Za-z0-9.]*")
_FIELDS = ("Requirements", "Depends", "Imports", "LinkingTo")
_HOSTS = {"github": "github.com", "gitlab": "gitlab.com", "bitbucket": "bitbucket.org"}
_TEMPLATE = re.compile(r"(MIT|BSD_[23]_clause)\s*\+\s*file LICEN[SC]E\Z")
"""For these the file only fills in year and holder: "Writing R Extensions", 1.1.2."""


@extractor("renv.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, its licence where it is told, and the edges."""
    path = file.path.as_posix()
    data = file.read()
    lock = decode(data, path, _HINT)
    lines = pointer_lines(data, objects=True)
    graph = LockGraph(path)
    packages = lock.get("Packages")
    spoken: list[Evidence] = []
    fault = None
    for key, entry in packages.items() if isinstance(packages, dict) else ():
        about: dict[str, Any] = entry if isinstance(entry, dict) else {}
        line = lines.get(f"/Packages/{escaped(key)}")
        version = about.get("Version")
        if not _NAME.match(key) or not isinstance(version, str) or not version:
            fault = fault or ReadError(f"not a package: {key[:100]}", place=path, line=line, hint=_HINT)
            continue
        identity = _identity(key, version, about)
        graph.add(key, identity, key, version, line=line)
        for wanted in _wanted(about):
            graph.ask(key, wanted)
        said = about.get("License")
        if isinstance(said, str) and said.strip():
            spoken.append(
                Evidence(
                    component=identity,
                    form=Form.NAME,
                    role=Role.DECLARED,
                    statement=_TEMPLATE.sub(r"\1", said.strip()),
                    source=_SOURCE,
                    location=Location(path=path, line=line),
                )
            )
    for key in graph.unwanted():
        graph.ask("", key)
    yield from graph.found()
    yield from spoken
    if fault is None and not isinstance(packages, dict):
        fault = ReadError("no `Packages` object", place=path, hint=_HINT)
    if fault is not None:
        raise fault


def _identity(name: str, version: str, about: dict[str, Any]) -> Purl:
    source = about.get("Source")
    if source == "Bioconductor" or "git_url" in about:
        return purl("bioconductor", name, version)
    user, repository = about.get("RemoteUsername"), about.get("RemoteRepo")
    kind = about.get("RemoteType")
    host = _HOSTS.get(kind) if isinstance(kind, str) else None
    if host and isinstance(user, str) and isinstance(repository, str):
        commit = about.get("RemoteSha")
        mark = f"@{commit}" if isinstance(commit, str) and commit else ""
        return purl("cran", name, version, vcs_url=f"git+https://{host}/{user}/{repository}{mark}")
    return purl("cran", name, version)


def _wanted(about: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the packages that one asks for (`cli (>= 3.4.0)`); R itself is none of the locked ones."""
    for field in _FIELDS:
        value = about.get(field)
        listed = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
        for each in listed:
            found = _WISH.match(each.strip()) if isinstance(each, str) else None
            if found is not None:
                yield found[0]

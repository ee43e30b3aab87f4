"""conda environments: `environment.yml`, `environment-*.yml` and the like.

Reads the specifications with exact pins, and pip's requirements nested among them. What a `conda-lock.yml` beside it
holds comes from there, with its version; here only the edges to it are yielded. The format holds no licences.
https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.conda._spec import conda_purl, read_spec
from rail.extractors.conda._yaml import Block, Word, read_yaml, words
from rail.extractors.python._requirement import read_requirement
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_LOCKS = ("conda-lock.yml", "conda-lock.yaml")
_LOCKED = re.compile(r"^[ -]*name: ['\"]?([\w.-]+)", re.MULTILINE)
_PLATFORM = re.compile(r"\s+#.*$|^sel\([^)]*\):\s*")
_FOLDER = re.compile(r"-[erc]\s|--|[.]{0,2}/|[.]")


@extractor("environment*.yml", "environment*.yaml", "conda-env*.yml", "conda-env*.yaml", "conda.yml", "conda.yaml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per specification that no lockfile holds, and the project's edge to each."""
    if "dependencies" not in file.text():
        return
    document = read_yaml(file)
    path, locked = str(file.path), _locked(file)
    unread: list[int | None] = []
    for entry in document.get("dependencies") or () if isinstance(document.get("dependencies"), list) else ():
        if isinstance(entry, Block) and isinstance(entry.get("pip"), list):
            for requirement in words(entry["pip"]):
                yield from _pip(requirement, path, locked, unread)
        elif isinstance(entry, Word):
            spec = read_spec(_PLATFORM.sub("", entry))
            if spec is None:
                unread.append(entry.line)
                continue
            target = conda_purl(spec.name, spec.version)
            yield from _wanted(target, spec.name, spec.version, Location(path=path, line=entry.line), locked)
        else:
            unread.append(getattr(entry, "line", None))
    if unread:
        more = f" (and {len(unread) - 1} more like it)" if len(unread) > 1 else ""
        problem = f"not a specification{more}"
        raise ReadError(problem, place=path, line=unread[0], hint="the others were read")


def _pip(entry: Word, path: str, locked: frozenset[str], unread: list[int | None]) -> Iterator[Found]:
    requirement = read_requirement(entry.partition(" #")[0])
    if requirement is not None:
        where = Location(path=path, line=entry.line)
        yield from _wanted(requirement.purl, requirement.name, requirement.version, where, locked)
    elif not _FOLDER.match(entry.strip()):
        unread.append(entry.line)


def _wanted(target: Purl, name: str, version: str | None, where: Location, locked: frozenset[str]) -> Iterator[Found]:
    if name.lower() not in locked:
        yield Component(purl=target, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
    yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=where)


def _locked(file: SourceFile) -> frozenset[str]:
    """Return the names of all that the lockfile beside an environment holds."""
    for name in _LOCKS:
        lock = file.beside(name)
        if lock is not None:
            try:
                return frozenset(found.lower() for found in _LOCKED.findall(lock.text()))
            except ReadError:
                continue  # the lockfile's own extractor says what is wrong with it
    return frozenset()

"""Composer lockfiles: `composer.lock`, and the list of installed packages `vendor/composer/installed.json`.

Reads every locked package with its licences (a list is a choice), the edges, and which packages are for development
only. What the project asks for, `composer.json` beside it tells; without one, what no other package asks for.

https://getcomposer.org/doc/04-schema.md
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rail.domain.component import Home, Location
from rail.domain.evidence import Evidence, Role
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.jsondocument import decode, value_lines
from rail.extractors.lockgraph import LockGraph
from rail.extractors.php._composer import is_name, license_statement, package_purl, string, table
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "php/composerlock"
_FIELDS = ("packages", "packages-dev")
_HINT = "`composer update --lock` writes this file anew"


class _Package(NamedTuple):
    """A locked package and its entry."""

    key: str
    purl: Purl
    about: dict[str, Any]
    line: int | None
    dev: bool


@extractor("composer.lock", "vendor/composer/installed.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per package, its licence, its home where it is installed, and the edges."""
    path = file.path.as_posix()
    data = file.read()
    installed = file.path.name.lower() == "installed.json"
    lock = decode(data, path, _HINT)
    packages, faults = _packages(lock, value_lines(data, "name"))
    yield from _linked(file, packages, {} if installed else _asked_for(file)).found()
    yield from _spoken(file, packages, installed=installed)
    if faults or "packages" not in lock or not all(isinstance(lock.get(field, []), list) for field in _FIELDS):
        raise ReadError(faults[0] if faults else "no `packages` list", place=path, hint=_HINT)


def _packages(lock: dict[str, Any], lines: dict[str, int]) -> tuple[list[_Package], list[str]]:
    """Return the listed packages, and what is wrong with the others."""
    packages: list[_Package] = []
    faults = []
    dev_names = lock.get("dev-package-names")
    for field in _FIELDS:
        entries = lock.get(field)
        for entry in entries if isinstance(entries, list) else []:
            about = table(entry)
            name, version = string(about.get("name")), string(about.get("version"))
            if name is None or not is_name(name):
                faults.append(f"/{field}: a package without a valid name")
                continue
            dev = field == "packages-dev" or (isinstance(dev_names, list) and name in dev_names)
            packages.append(_Package(name.lower(), package_purl(name, version), about, lines.get(name), dev))
    return packages, faults


def _linked(file: SourceFile, packages: list[_Package], wanted: dict[str, str | None]) -> LockGraph:
    """Return the packages with their edges; virtual ones are whatever provides them."""
    graph = LockGraph(file.path.as_posix())
    provided: dict[str, list[str]] = {}
    for package in packages:
        graph.add(
            package.key,
            package.purl,
            str(package.about["name"]),
            string(package.about.get("version")),
            line=package.line,
        )
        for field in ("provide", "replace"):
            for name in table(package.about.get(field)):
                provided.setdefault(name.lower(), []).append(package.key)
    for package in packages:
        for name in table(package.about.get("require")):
            for target in [name.lower()] if name.lower() in graph else provided.get(name.lower(), [])[:16]:
                graph.ask(package.key, target)
    for name, group in wanted.items():
        graph.ask("", name, group)
    developing = {package.key for package in packages if package.dev}
    for key in [] if wanted else graph.unwanted():
        graph.ask("", key, "dev" if key in developing else None)
    return graph


def _spoken(file: SourceFile, packages: list[_Package], *, installed: bool) -> Iterator[Found]:
    """Yield what the entries say of licences, and where installed packages live."""
    folder = file.path.as_posix().rpartition("/")[0]
    for package in packages:
        said = license_statement(package.about.get("license"))
        if said is not None:
            yield Evidence(
                component=package.purl,
                form=said[0],
                role=Role.DECLARED,
                statement=said[1],
                source=_SOURCE,
                location=Location(path=file.path.as_posix(), line=package.line),
            )
        if installed:
            yield Home(path=f"{folder.rpartition('/')[0]}/{package.key}", component=package.purl)


def _asked_for(file: SourceFile) -> dict[str, str | None]:
    """Return what the project's own manifest asks for, with the group."""
    beside = file.beside("composer.json")
    if beside is None:
        return {}
    try:
        manifest = decode(beside.read(), beside.path.as_posix(), _HINT)
    except ReadError:
        return {}  # its own extractor reports it
    wanted: dict[str, str | None] = {
        name.lower(): "dev" for name in table(manifest.get("require-dev")) if is_name(name)
    }
    wanted.update({name.lower(): None for name in table(manifest.get("require")) if is_name(name)})
    return wanted

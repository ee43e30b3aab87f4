"""Why a component is in a project: the ways that lead to it from the roots, and the places that name it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rail import pipeline
from rail.catalogue.load import Catalogue
from rail.config.discover import discover
from rail.domain.record import Purl
from rail.domain.report import SCHEMA, Report
from rail.errors import NothingToScanError
from rail.purl import without_version
from rail.report._index import Index
from rail.report._paths import Paths
from rail.report.explained import Group, group
from rail.report.tree import along

HERE = "."
_MOST = 20
_PLACES = 10
_SNIFFED = 200
_NO_PROJECT = frozenset({"files", "references"})


def project_report(inputs: Sequence[str], catalogue: Catalogue) -> Report | None:
    """Return the report of the project that `inputs` name, or one saved as JSON; `None` where there is nothing.

    Without inputs the current folder is meant, if it is a project.
    """
    if len(inputs) == 1 and _is_saved(inputs[0]):
        from rail.cli.convert import read  # noqa: PLC0415 -- only for a saved report

        return read(inputs[0])
    wanted = tuple(inputs) or ((HERE,) if _is_project(Path.cwd()) else ())
    if not wanted:
        return None
    try:
        scan = pipeline.scan(wanted, loaded=discover(None, Path.cwd()), catalogue=catalogue, cwd=Path.cwd())
    except NothingToScanError:
        return None
    return pipeline.report_scan(scan, catalogue=catalogue)


def meant(purl: Purl, report: Report) -> list[Purl]:
    """Return the components of a project that a package URL means: itself, or without a version each version of it."""
    known = [each.purl for each in report.components]
    return [purl] if purl in known else [each for each in known if without_version(each) == purl]


def why_here(purls: Sequence[Purl], report: Report) -> tuple[Group, ...]:
    """Return how one comes to the components from the roots, shortest way first, and where they are named."""
    if not purls:
        return (group("is here through", f"nothing: it is not in {', '.join(report.inputs)}"),)
    index, paths = Index(report), Paths(report)
    return (
        group("is here through", *(each for purl in purls for each in _ways(purl, index, paths))),
        group("named in", *(each for purl in purls for each in _places(purl, index))),
    )


def _ways(purl: Purl, index: Index, paths: Paths) -> Iterator[str]:
    ways = paths.all(purl, _MOST)
    for way in ways.shown:
        yield along(way, index) if len(way) > 1 else f"{along(way, index)}, to which nothing leads"
    if ways.more or not ways.exact:
        yield f"and {ways.more} more" if ways.exact else f"and more than {ways.more} more"


def _places(purl: Purl, index: Index) -> Iterator[str]:
    places = index.components[purl].locations
    for each in places[:_PLACES]:
        yield f"{each.path}:{each.line}" if each.line else each.path
    if len(places) > _PLACES:
        yield f"and {len(places) - _PLACES} more"


def _is_saved(given: str) -> bool:
    path = Path(given)
    if path.suffix != ".json" or not path.is_file():
        return False
    with path.open("rb") as file:
        return f'"{SCHEMA}"'.encode() in file.read(_SNIFFED)


def _is_project(folder: Path) -> bool:
    """Tell whether a folder holds a manifest, a lockfile, a card or a repository, so that it is worth a scan."""
    from rail.extractors.spi import Dispatch, load  # noqa: PLC0415 -- only where no input is named

    names = {each.name for each in folder.iterdir()}
    if names & {".git", "rail.toml"}:
        return True
    dispatch = Dispatch(each for each in load() if each.name.partition("/")[0] not in _NO_PROJECT)
    return any(dispatch.wanting(name) for name in names)

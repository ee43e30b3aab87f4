"""Inputs to components, evidence and one resolution each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec.structs import replace

from rail import __version__
from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.config.schema import Loaded, Override
from rail.domain.component import LINEAGE, Component, Edge, Kind
from rail.domain.evidence import Evidence, Form, Match, Resolution, Restricted, TextReading
from rail.domain.inline import InlineIgnore
from rail.domain.lint import Remark
from rail.domain.record import Purl
from rail.domain.report import Problem
from rail.errors import NothingToScanError
from rail.extractors.spi import load
from rail.identify import statement
from rail.identify.text import TextReader
from rail.pipeline.collect import Collected, Progress, collect
from rail.pipeline.overriding import conclude, current, engaged
from rail.pipeline.placing import Root, roots
from rail.pipeline.recorded import add_recorded
from rail.resolve import inventory
from rail.resolve.asides import is_aside
from rail.resolve.merge import resolve
from rail.sources.open import open_input
from rail.sources.spi import Tree

if TYPE_CHECKING:
    from rail.identify.cache import ReadingCache
    from rail.pipeline.online import Online


_MODELS = frozenset({Kind.MODEL, Kind.DATASET})


class Open(Protocol):
    """Finds the tree that an input names, as `rail.sources.open.open_input` does."""

    def __call__(self, text: str, *, exclude: tuple[str, ...], cwd: Path) -> Tree:
        """Return the tree; `exclude` are globs relative to its root."""


class Scan(NamedTuple):
    """Everything found in the inputs, before any declared use is held against it.

    `unfinished` tells by path what is left open in the project's own licence texts and cards; `ignores` are those that
    stand in its own files; `roots` tell where the inputs lie.
    """

    inputs: tuple[str, ...]
    components: dict[Purl, Component]
    edges: tuple[Edge, ...]
    evidence: tuple[Evidence, ...]
    resolutions: dict[Purl, Resolution]
    problems: tuple[Problem, ...]
    files: int
    unfinished: Mapping[str, tuple[Remark, ...]] = {}
    ignores: tuple[InlineIgnore, ...] = ()
    roots: tuple[Root, ...] = ()


def scan(
    inputs: Sequence[str],
    *,
    loaded: Loaded,
    catalogue: Catalogue,
    cwd: Path,
    exclude: Sequence[str] = (),
    online: "Online | None" = None,
    strict: bool = False,
    today: str = "",
    cache: Callable[[], Path] | None = None,
    texts: bool = True,
    progress: Progress | None = None,
    opened: Open | None = None,
) -> Scan:
    """Return what the inputs hold, and what registries say where the files are silent (`online`; `None` asks nobody).

    `today` (ISO) ends overrides whose date has passed. `cache` finds the folder in which readings of texts are kept,
    when there is a text; without `texts` licence files are listed and not read, so that what they say stays unknown.

    Raises:
        UsageError: an input does not exist or cannot be an input.
        NothingToScanError: no input held a file that rail reads.
    """
    trees = [(opened or open_input)(each, exclude=(*loaded.config.exclude, *exclude), cwd=cwd) for each in inputs]
    labels = _labels([tree.label for tree in trees])
    reader = _reader(catalogue, cache) if texts else None
    prefixes = [f"{label}/" if len(trees) > 1 else "" for label in labels]
    gathered = [
        collect(tree, load(tree.groups), reader, prefix=prefix, progress=progress)
        for tree, prefix in zip(trees, prefixes, strict=True)
    ]
    if not any(each.files or each.problems for each in gathered) and not any(tree.given for tree in trees):
        raise NothingToScanError(
            f"nothing to scan in {', '.join(labels)}",
            hint="name a folder with manifests or lockfiles, a licence text, `env`, an archive or a package URL",
        )
    if online is not None:
        from rail.pipeline.online import consult  # noqa: PLC0415 -- only a run that asks registries

        known = inventory.merge(each.inventory for each in gathered)
        gathered.append(consult(known, online, reader, progress, stamp=_stamp(catalogue)))
    if reader is not None:
        reader.save()
    overrides = current(loaded.config.override, today)
    found = _resolve(tuple(labels), gathered, overrides, loaded, catalogue, strict=strict)
    return found._replace(roots=roots(inputs, trees, prefixes, cwd))


def _reader(catalogue: Catalogue, cache: Callable[[], Path] | None) -> TextReader:
    def kept() -> "ReadingCache":
        from rail.identify.cache import ReadingCache  # noqa: PLC0415 -- only where texts are read

        return ReadingCache(cache() if cache else None, _stamp(catalogue))

    return TextReader(catalogue, kept)


def _stamp(catalogue: Catalogue) -> str:
    """Name what reads texts: what another version, another catalogue or other rules read is not taken for its own."""
    from rail.identify.stamp import stamp  # noqa: PLC0415 -- only where texts are read

    return f"{__version__}-{catalogue.digest}-{stamp()}"


def _labels(labels: list[str]) -> list[str]:
    """Tell inputs of the same name apart by their position, and from one that is called like that itself."""
    told: list[str] = []
    for label in labels:
        number, name = 1, label
        while name in told or (labels.count(label) > 1 and (number == 1 or name in labels)):
            name = f"{label}~{number}"
            number += 1
        told.append(name)
    return told


def _resolve(
    labels: tuple[str, ...],
    gathered: list[Collected],
    overrides: list[Override],
    loaded: Loaded,
    catalogue: Catalogue,
    *,
    strict: bool,
) -> Scan:
    found = inventory.merge(each.inventory for each in gathered)
    readings = {key: reading for each in gathered for key, reading in each.readings.items()}
    index = Index(catalogue)
    matches: dict[Purl, list[Match]] = {identity: [] for identity in found.components}
    statements: dict[tuple[Form, str], Match] = {}
    for evidence in found.evidence:
        if evidence.form is Form.TEXT:
            match = _read_text(evidence, readings)
        else:
            said = (evidence.form, evidence.statement)
            known = statements.get(said) or statements.setdefault(said, statement.read(evidence, catalogue, index))
            match = replace(known, evidence=evidence)
        matches.setdefault(evidence.component, []).append(match)
    edges = [*found.edges, *add_recorded(found.components, matches, catalogue)]
    edges += _borrow(found.components, matches, edges)
    conclude(found.components, matches, overrides, catalogue, index)
    components = {
        identity: engaged(component, overrides, loaded.config) for identity, component in found.components.items()
    }
    resolutions = _resolutions(components, matches, catalogue, strict=strict)
    return Scan(
        inputs=labels,
        components=components,
        edges=tuple(edges),
        evidence=tuple(match.evidence for each in matches.values() for match in each),
        resolutions=_inherit(resolutions, edges, catalogue, components),
        problems=tuple(problem for each in gathered for problem in each.problems),
        files=sum(each.files for each in gathered),
        ignores=tuple(ignore for each in gathered for ignore in each.ignores),
        unfinished={path: said for each in gathered for path, said in each.unfinished.items() if said},
    )


def _borrow(
    components: Mapping[Purl, Component], matches: dict[Purl, list[Match]], edges: list[Edge]
) -> tuple[Edge, ...]:
    """Add the readings that a model without a revision has from those with one; return the edges that come along."""
    if all(each.kind not in _MODELS for each in components.values()):
        return ()
    from rail.resolve.revisions import borrow  # noqa: PLC0415 -- only where there are models

    borrowed = borrow(components, matches, edges)
    matches.update(borrowed.matches)
    return borrowed.edges


def _inherit(
    resolutions: dict[Purl, Resolution], edges: list[Edge], catalogue: Catalogue, components: dict[Purl, Component]
) -> dict[Purl, Resolution]:
    """Return the resolutions with what comes down from ancestors."""
    if all(each.relation not in LINEAGE for each in edges):
        return resolutions
    from rail.resolve.lineage import inherit  # noqa: PLC0415 -- packages descend from nothing

    return inherit(resolutions, edges, catalogue, components)


def _resolutions(
    components: dict[Purl, Component], matches: dict[Purl, list[Match]], catalogue: Catalogue, *, strict: bool
) -> dict[Purl, Resolution]:
    """Resolve each component; those of which the same was said come to the same, unless the places count."""
    resolved: dict[Purl, Resolution] = {}
    known: dict[tuple[object, ...], Resolution] = {}
    for identity, component in components.items():
        about = matches.get(identity, [])
        said = tuple(map(_decisive, about))
        found = known.get(said)
        if found is None:
            found = resolve(component, about, catalogue, strict=strict)
            if not _names_places(about, found):
                known[said] = found
        resolved[identity] = replace(found, component=identity)
    return resolved


def _decisive(match: Match) -> tuple[object, ...]:
    """Return what of a statement decides; of where a text lies, the name of its file."""
    evidence, reading = match.evidence, match.reading
    said = evidence.statement if reading is None else evidence.statement.rpartition("/")[2]
    decided = (match.expression, match.method, match.confidence, match.depends, is_aside(match), reading)
    return *decided, evidence.form, evidence.role, said


def _names_places(about: Sequence[Match], found: Resolution) -> bool:
    """Tell whether a resolution speaks of where a text lies, or depends on it."""
    if all(match.reading is None for match in about):
        return False
    unread = any(match.reading is None and match.expression is None for match in about)
    return unread or bool(found.restrictions or found.unread or found.reason)


def _read_text(evidence: Evidence, readings: dict[str, TextReading]) -> Match:
    reading = readings.get(evidence.statement)
    if reading is None:
        reading = TextReading(restricted=Restricted.UNKNOWN, problems=("the text was not read",))
    return Match(evidence=evidence, expression=reading.expression, method="text", reading=reading)

"""A report to the to-do list of what its licences ask, with their clauses from the scanned texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rail import __version__
from rail.catalogue.load import Catalogue
from rail.domain.duty import Owing
from rail.domain.evidence import Form
from rail.domain.report import Report
from rail.errors import RailError
from rail.identify.cache import ReadingCache
from rail.identify.stamp import stamp
from rail.identify.text import TextReader
from rail.policy.obligations import owing
from rail.policy.obligations.wording import LicenseText
from rail.sources.open import open_input
from rail.sources.spi import SourceFile

_EXACT = 0.97
"""How alike a text and a licence are where they are the same; the merging of evidence goes by it, too."""

Texts = Mapping[str, Sequence[LicenseText]]


class Inputs(NamedTuple):
    """What a report was made of, in its order, so that its texts can be read again; `cache` is that of the scan."""

    given: Sequence[str]
    cwd: Path
    exclude: Sequence[str] = ()
    cache: Path | None = None


def obligations(report: Report, inputs: Inputs | None, *, catalogue: Catalogue) -> Owing:
    """Return what the licences in a report ask; without `inputs` (a saved report) no clause is quoted."""
    return owing(report, catalogue, _texts(report, inputs, catalogue) if inputs is not None else {})


def _texts(report: Report, inputs: Inputs, catalogue: Catalogue) -> Texts:
    """Return the scanned texts of each licence, by its id."""
    wanted = {each.location.path for each in report.evidence if each.form is Form.TEXT and each.location is not None}
    if not wanted:
        return {}
    cache = ReadingCache(inputs.cache, f"{__version__}-{catalogue.digest}-{stamp()}")
    reader = TextReader(catalogue, lambda: cache)
    texts: dict[str, list[LicenseText]] = defaultdict(list)
    for path, file in _files(inputs, report.inputs, wanted):
        try:
            reading = reader.read(file, file.where)
            words = file.text()
        except RailError:
            continue  # the scan has told that it cannot be read
        for each in reading.licenses:
            exact = min(each.coverage, each.similarity) >= _EXACT
            texts[each.id].append(LicenseText(path, words, *each.lines, exact=exact))
    return texts


def _files(inputs: Inputs, labels: Sequence[str], wanted: set[str]) -> Iterator[tuple[str, SourceFile]]:
    """Yield the wanted files of all inputs with their paths in the report; standard input cannot be read twice."""
    for given, label in zip(inputs.given, labels, strict=True):
        prefix = f"{label}/" if len(labels) > 1 else ""
        left = {path[len(prefix) :] for path in wanted if path.startswith(prefix)}
        if given == "-" or not left:
            continue
        for file in open_input(given, exclude=tuple(inputs.exclude), cwd=inputs.cwd).files():
            if file.where in left:
                left.discard(file.where)
                yield prefix + file.where, file
            if not left:
                break

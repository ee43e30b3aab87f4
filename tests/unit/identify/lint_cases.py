"""The cases of `tests/cases/lint/<code>/{positive,negative}/`: dropping a file or a folder there is writing a test.

A file `name@LINE.txt` is a licence text in which the check must (positive) or must not (negative) speak, at LINE;
without `@LINE`, of the text as a whole. A folder is for what depends on names and neighbours: its file `case` says
`FILE:LINE`.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted, TextReading
from rail.domain.lint import Remark
from rail.identify.clauses import read_clauses
from rail.identify.document import read_document
from rail.identify.linting import Subject, lint
from rail.sources.singlefile import SingleFile
from rail.sources.spi import SourceFile

CASES = Path(__file__).parents[2] / "cases" / "lint"


class Case(NamedTuple):
    """One case: the code, whether it must be met, the file to lint, the name it goes by and the line expected."""

    code: str
    positive: bool
    file: Path
    name: str | None
    line: int | None

    @property
    def id(self) -> str:
        """A readable name."""
        return "/".join((self.code, "positive" if self.positive else "negative", self.file.parent.name, self.file.name))


def cases() -> Iterator[Case]:
    """Yield all cases."""
    for code in sorted(CASES.iterdir()):
        for kind in ("positive", "negative"):
            for entry in sorted((code / kind).iterdir()):
                if entry.is_dir():
                    name, _, line = (entry / "case").read_text(encoding="utf-8").strip().partition(":")
                    yield Case(code.name, kind == "positive", entry / name, name, int(line) if line else None)
                else:
                    line = entry.stem.partition("@")[2]
                    yield Case(code.name, kind == "positive", entry, None, int(line) if line else None)


def reading_of(text: str) -> TextReading:
    """Return what the clauses of a text say, no licence being recognised."""
    found = read_clauses(read_document(text))
    conduct = [each for each in found.restrictions if not each.use.startswith("non-behavioural")]
    urls = tuple(each.url for each in found.policies if each.url)
    restricted = Restricted.YES if conduct else Restricted.BY_REFERENCE if urls else Restricted.UNKNOWN
    return TextReading(restricted=restricted, restrictions=found.restrictions, policies=urls)


def remarks(case: Case, catalogue: Catalogue, index: Index) -> tuple[Remark, ...]:
    """Lint the file of a case."""
    folder = SingleFile(str(case.file), label=case.file.name, cwd=case.file.parent)
    file: SourceFile = next(folder.files())
    text = file.text()
    subject = Subject(
        PurePosixPath(case.name or "LICENSE"),
        text,
        reading_of(text),
        catalogue,
        file=file if case.name else None,
        read=lambda beside: reading_of(beside.text()),
        index=index,
    )
    return lint(subject)

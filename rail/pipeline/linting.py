"""Files to remarks: `rail lint`."""

from collections.abc import Sequence
from pathlib import Path

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.domain.evidence import TextReading
from rail.domain.lint import Remark
from rail.errors import RailError, ReadError
from rail.identify.linting import Subject
from rail.identify.linting import lint as run_checks
from rail.identify.text import TextReader
from rail.pipeline.onefile import open_file
from rail.sources.spi import SourceFile

MAX_SIZE = 1024 * 1024
"""The largest text that is checked, in bytes; no licence is near it."""


def lint(paths: Sequence[str], *, catalogue: Catalogue, cwd: Path) -> list[tuple[str, tuple[Remark, ...], str | None]]:
    """Return for each path, in the order asked, the remarks and, where it could not be read, the reason."""
    reader, index = TextReader(catalogue), Index(catalogue)
    out: list[tuple[str, tuple[Remark, ...], str | None]] = []
    for path in paths:
        try:
            out.append((path, _lint(open_file(path, cwd), reader, index, catalogue), None))
        except RailError as fault:  # noqa: PERF203 -- one file's fault must not end the run
            out.append((path, (), fault.problem))
    return out


def _lint(file: SourceFile, reader: TextReader, index: Index, catalogue: Catalogue) -> tuple[Remark, ...]:
    if file.size > MAX_SIZE:
        raise ReadError(f"larger than {MAX_SIZE:,} bytes", place=str(file.path))

    def read(text: SourceFile) -> TextReading:
        return reader.read(text, str(text.path))

    return run_checks(Subject(file.path, file.text(), read(file), catalogue, file=file, read=read, index=index))

"""Licence texts and cards of the project that are not finished: what the checks behind RAIL401 and RAIL402 say."""

from rail.domain.evidence import Restricted, TextReading
from rail.domain.lint import Remark
from rail.identify.text import TextReader
from rail.sources.spi import SourceFile

_MAX_SIZE = 256 * 1024
_RULES = frozenset({"RAIL401", "RAIL402"})
CARDS = "models/modelcard"
"""The extractor whose files are cards."""


def unfinished(file: SourceFile, reading: TextReading, reader: TextReader) -> tuple[Remark, ...]:
    """Return what is left open in a text or card; a licence that restricts nothing is left alone."""
    if file.size > _MAX_SIZE or (reading.restricted is Restricted.NO and reading.expression is not None):
        return ()
    from rail.identify.linting import Subject, lint  # noqa: PLC0415 -- only for texts of the project that may restrict

    def read(text: SourceFile) -> TextReading:
        return reader.read(text, str(text.path))

    subject = Subject(file.path, file.text(), reading, reader.catalogue, file=file, read=read)
    return lint(subject, _RULES)

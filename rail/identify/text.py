"""Licence texts in files and metadata fields, each read once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rail.catalogue.load import Catalogue
from rail.domain.evidence import TextReading
from rail.errors import ReadError
from rail.sources.spi import SourceFile

if TYPE_CHECKING:
    from rail.identify.cache import ReadingCache

_UTF16 = (b"\xff\xfe", b"\xfe\xff")

HEADER_SOURCE = "files/spdxheader"
"""The extractor whose texts are the comment at the head of a source file, not the whole file."""

PROJECT_FIELD = "#/project/license/text"
"""Ends the statement of a text that stands in pyproject.toml."""

METADATA_FIELD = "#License"
"""Ends the statement of a text that stands in the `License` field of a package's metadata."""

_MODEL_FIELD = re.compile(r"(?:modelspec\.|general\.|model_)?license(?:[._](?:name|link))?\Z|LICENSE\d+\Z|/\S+\Z")
"""What ends the statement of a text that stands in a model file: the field that holds it."""


class TextReader:
    """Reads licence texts; the same words met twice, in this run or an earlier one, are read once."""

    def __init__(self, catalogue: Catalogue, kept: Callable[[], ReadingCache] | None = None) -> None:
        """Read with the catalogue; `kept` opens the readings of earlier runs, when the first text is met."""
        self.catalogue = catalogue
        self._kept = kept
        self._cache: ReadingCache | None = None
        self._seen: dict[bytes, TextReading] = {}

    def save(self) -> None:
        """Keep what was read for later runs."""
        if self._cache is not None:
            self._cache.save()

    def read(self, file: SourceFile, statement: str, *, header: bool = False) -> TextReading:
        """Return the reading of the text that a statement of form `text`, made by `file`, points at.

        With `header` only the comment at the head of the file is the text.

        Raises:
            ReadError: the file is missing, too large or not a text.
        """
        inline = _inline(file, statement)
        if inline is not None:
            return self._known(inline.encode("utf-8", "surrogatepass"), lambda: inline)
        source = _named(file, statement)
        if header:
            from rail.extractors.files.spdxheader import header as head_of  # noqa: PLC0415 -- only for texts in headers

            lines = dict(head_of(source.text()))
            comment = "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))
            return self._known(comment.encode("utf-8", "surrogatepass"), lambda: comment)
        content = source.read()
        if b"\0" in content[:1024] and content[:2] not in _UTF16:
            raise ReadError("not a text that can be read", place=statement, hint="add the licence as plain text")
        return self._known(content, source.text)

    def _known(self, content: bytes, words: Callable[[], str]) -> TextReading:
        from hashlib import blake2b  # noqa: PLC0415 -- loads OpenSSL, and many inputs hold no text

        if self._kept is not None and self._cache is None:
            self._cache = self._kept()
        name = blake2b(content, digest_size=16).digest()
        reading = self._seen.get(name) or (self._cache.get(name) if self._cache else None)
        if reading is None:
            from rail.identify.reading import read_text  # noqa: PLC0415 -- most texts were read in an earlier run

            reading = read_text(words(), self.catalogue)
            if self._cache is not None:
                self._cache.put(name, reading)
        self._seen[name] = reading
        return reading


def _inline(file: SourceFile, statement: str) -> str | None:
    """Return the text that stands in a field of a metadata file; `None` when the statement is a plain path."""
    if "#" not in statement or statement == file.where:
        return None
    if statement.endswith(METADATA_FIELD):
        from rail.extractors.python import distinfo  # noqa: PLC0415 -- only for texts inside metadata

        return distinfo.license_field(file.text()) or ""
    if statement.endswith(PROJECT_FIELD):
        from rail.extractors.python import pyproject  # noqa: PLC0415 -- same

        return pyproject.license_field(file.text()) or ""
    return _in_model_file(file, statement)


def _in_model_file(file: SourceFile, statement: str) -> str | None:
    """Return the licence text that stands in a field of a model file (`path#field`); `None` for a plain path."""
    path, _, field = statement.rpartition("#")
    ending = path.rpartition(".")[2].lower()
    from rail.extractors.sbom._textfields import FIELD  # noqa: PLC0415 -- same

    if path == file.where and FIELD.match(field):
        from rail.extractors.sbom._texts import license_text  # noqa: PLC0415 -- same

        return license_text(file, field)
    if path != file.where or not _MODEL_FIELD.match(field):
        return None
    from rail.extractors.models import (  # noqa: PLC0415 -- same
        croissant,
        gguf,
        modelcard,
        modelfile,
        ocilayout,
        onnx,
        safetensors,
    )

    readers = {"gguf": gguf, "safetensors": safetensors, "onnx": onnx, "json": croissant, "jsonld": croissant}
    readers |= {"md": modelcard, "markdown": modelcard}
    reader = ocilayout if file.path.name == "oci-layout" else readers.get(ending)
    text = reader.license_field(file, field) if reader is not None else modelfile.license_field(file, field)
    if not text:
        raise ReadError("the licence text that is named here is not there", place=statement)
    return text


def _named(file: SourceFile, statement: str) -> SourceFile:
    """Return the file that the statement names, wherever in the input it lies."""
    if statement == file.where:
        return file
    source = file.beside(posixpath.relpath(statement, str(file.path.parent)))
    if source is None:
        raise ReadError("the licence file that is named here is not there", place=statement)
    return source

"""What a licence text says: which licences are in it, which uses it bars, and whether anything is left unexplained.

The answer is `no` only when every word is explained by licences that restrict nothing.
"""

from hashlib import blake2b

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted, TextReading
from rail.errors import ReadError
from rail.sources.spi import SourceFile

METADATA_FIELD = "#License"
"""Ends the statement of a text that stands in the `License` field of a package's metadata."""


class TextReader:
    """Reads licence texts; the same words met twice are read once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seen: dict[bytes, TextReading] = {}

    def read(self, file: SourceFile, statement: str) -> TextReading:
        """Return the reading of the text that a statement of form `text`, made by `file`, points at.

        Raises:
            ReadError: the file is missing, too large or not a text.
        """
        text = _words(file, statement)
        key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        reading = self._seen.get(key)
        if reading is None:
            reading = self._seen[key] = read_text(text, self._catalogue)
        return reading


def _words(file: SourceFile, statement: str) -> str:
    if statement.endswith(METADATA_FIELD):
        from rail.extractors.python.distinfo import license_field  # noqa: PLC0415 -- only for texts inside metadata

        return license_field(file.text()) or ""
    folder = str(file.path.parent)
    inside = statement if folder == "." else statement.removeprefix(f"{folder}/")
    source = file if statement == str(file.path) else file.beside(inside)
    if source is None:
        raise ReadError("the licence file that is named here is not there", place=statement)
    if b"\0" in source.head(1024) and not source.head(2) in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError("not a text that can be read", place=statement, hint="add the licence as plain text")
    return source.text()


def read_text(text: str, catalogue: Catalogue) -> TextReading:
    """Return the reading of one text."""
    del text, catalogue
    return TextReading(restricted=Restricted.UNKNOWN, problems=("texts are not read yet",))

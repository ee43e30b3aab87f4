"""ONNX models: the metadata of the model (`model_license`), where the head of the file holds it.

The format puts the graph before the metadata: of a model larger than 16 MiB only the first mebibyte is walked, and what
comes after it is not known. A model in the tree is passed on with it.

Specification: https://github.com/onnx/onnx/blob/main/docs/MetadataProps.md and onnx/onnx.proto
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.errors import ReadError
from rail.extractors.models._lineage import declared, is_text, redistributed
from rail.extractors.models._protobuf import BrokenMessageError, EndOfBytesError, Field, fields
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/onnx"
_HEAD = 1024 * 1024
_WHOLE = 16 * 1024 * 1024
_METADATA = 14
_KNOWN = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26})
_LICENSES = ("model_license", "license")
_POINTER = b"version https://git-lfs"


@extractor("*.onnx")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence that the model's metadata names."""
    path = file.path.as_posix()
    yield redistributed(file)
    if file.head(len(_POINTER)) == _POINTER:
        return
    metadata = _metadata(file)
    for key in _LICENSES:
        if key in metadata:
            yield from declared(metadata[key], _SOURCE, Location(path=path, pointer=key))


def license_field(file: SourceFile, key: str) -> str:
    """Return the licence text that the field `key` holds; empty when there is none."""
    text = _metadata(file).get(key, "")
    return text if is_text(text) else ""


def _metadata(file: SourceFile) -> dict[str, str]:
    """Return the metadata that the bytes at hand hold, which need not be all of it.

    Raises:
        ReadError: the bytes are no ONNX model.
    """
    found: dict[str, str] = {}
    try:
        for field in fields(file.read(_WHOLE) if file.size <= _WHOLE else file.head(_HEAD)):
            for key, value in _entries(field):
                found.setdefault(key, value)
    except EndOfBytesError:
        return found
    except BrokenMessageError as fault:
        problem, hint = f"not an ONNX model: {fault}", "its metadata was not read"
        raise ReadError(problem, place=file.path.as_posix(), hint=hint) from fault
    return found


def _entries(field: Field) -> Iterator[tuple[str, str]]:
    """Yield key and value where the field of a model is a StringStringEntryProto of its metadata."""
    if field.number not in _KNOWN:
        raise BrokenMessageError(f"a field {field.number} that no model has")
    if field.number == _METADATA:
        said = {each.number: each.data.decode("utf-8", "replace") for each in fields(field.data)}
        yield said.get(1, ""), said.get(2, "")

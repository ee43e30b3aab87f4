"""Licence files in a layer of a model artefact that is a tar, plain or gzipped: small, read in memory, and hostile.

Specification: https://github.com/modelpack/model-spec/blob/main/docs/spec.md (`application/vnd.cncf.model.doc.v1.tar`)
"""

import re
from collections.abc import Iterator

from rail.errors import ReadError
from rail.sources.decode import decode
from rail.sources.spi import SourceFile

MAX_LAYER = 16 * 1024 * 1024
"""The largest layer that is looked into, packed or unpacked, in bytes: documents take less."""
_MAX_TEXT = 1024 * 1024
_MAX_MEMBERS = 1000
_LICENSE_FILE = re.compile(
    r"(?:[^\s#]*/)?(?:[\w-]*licen[sc]e[\w.-]*|copying[\w.-]*|use[-_]policy[\w.-]*)", re.IGNORECASE
)


def license_files(layer: SourceFile) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each licence file in a layer.

    Raises:
        ReadError: the layer is damaged, or more than `MAX_LAYER`.
    """
    import io  # noqa: PLC0415 -- only for artefacts with such a layer
    import tarfile  # noqa: PLC0415 -- same
    import zlib  # noqa: PLC0415 -- same

    try:
        with tarfile.open(fileobj=io.BytesIO(_unpacked(layer)), mode="r:") as archive:
            for count, member in enumerate(archive):
                if count >= _MAX_MEMBERS:
                    return
                named = member.isreg() and _LICENSE_FILE.fullmatch(member.name) is not None
                held = archive.extractfile(member) if named and member.size <= _MAX_TEXT else None
                if held is not None:
                    yield member.name, decode(held.read(_MAX_TEXT))
    except (tarfile.TarError, zlib.error, ValueError, OverflowError, EOFError, OSError) as fault:
        raise ReadError("a layer that is no tar", place=layer.where, hint="write the layout again") from fault


def _unpacked(layer: SourceFile) -> bytes:
    import zlib  # noqa: PLC0415 -- only for artefacts with such a layer

    data = layer.head(MAX_LAYER + 1)
    if data.startswith(b"\x1f\x8b"):
        data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MAX_LAYER + 1)
    if len(data) > MAX_LAYER:
        raise ReadError(
            f"a layer of documents of more than {MAX_LAYER:,} bytes", place=layer.where, hint="its licence was not read"
        )
    return data

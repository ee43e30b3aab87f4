"""REUSE declarations for many files at once: `REUSE.toml` and the older `.reuse/dep5`.

Reads the licence expression of each annotation; the texts themselves lie in `LICENSES/` and are read there. An
expression speaks of the folder's owner, or of weights or data when the paths of its annotation name nothing else.

Specification: https://reuse.software/spec-3.3/#reusetoml
"""

import re
from collections.abc import Iterator
from typing import Any

from rail.domain.component import Kind, Location
from rail.domain.evidence import Form, Role, Unowned
from rail.errors import ReadError
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "files/reusetoml"
_WEIGHTS = re.compile(
    r"\.(?:safetensors|gguf|onnx|ckpt|pth?|bin|h5)\Z|(?:\A|/)(?:models?|weights|checkpoints)/", re.IGNORECASE
)
_DATA = re.compile(r"\.(?:parquet|csv|jsonl|arrow)\Z|(?:\A|/)(?:data|datasets?)/", re.IGNORECASE)
_DEP5 = re.compile(r"^License:[ \t]*(\S[^\n]*)", re.MULTILINE)


@extractor("REUSE.toml", ".reuse/dep5")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the expression of each annotation."""
    text = file.text()
    if file.path.name.lower() == "dep5":
        for found in _DEP5.finditer(text):
            yield _declared(file, found[1].strip(), text.count("\n", 0, found.start()) + 1, None)
        return
    line = 0
    for annotation in _annotations(text, file):
        line = _line_after(text, line)
        about = _about(_strings(annotation.get("path")))
        for expression in _strings(annotation.get("SPDX-License-Identifier")):
            yield _declared(file, expression, line or None, about)


def _annotations(text: str, file: SourceFile) -> list[dict[str, Any]]:
    import tomli  # noqa: PLC0415 -- few projects have the file

    place = file.path.as_posix()
    try:
        document = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as fault:
        line = re.search(r"at line (\d+)", str(fault))
        raise ReadError(f"not readable as TOML: {fault}", place=place, line=int(line[1]) if line else None) from fault
    annotations = document.get("annotations", [])
    if not isinstance(annotations, list) or not all(isinstance(each, dict) for each in annotations):
        raise ReadError("`annotations` is not a list of tables", place=place, hint="write [[annotations]]")
    return annotations


def _line_after(text: str, line: int) -> int:
    """Return the line of the next annotation below `line`."""
    for number, words in enumerate(text.split("\n")[line:], line + 1):
        if words.strip().startswith("[[annotations]]"):
            return number
    return line


def _about(paths: list[str]) -> Kind | None:
    if paths and all(_WEIGHTS.search(path) for path in paths):
        return Kind.MODEL
    return Kind.DATASET if paths and all(_DATA.search(path) for path in paths) else None


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each.strip()]


def _declared(file: SourceFile, expression: str, line: int | None, about: Kind | None) -> Unowned:
    where = Location(path=file.path.as_posix(), line=line)
    return Unowned(
        form=Form.EXPRESSION, role=Role.DECLARED, statement=expression, source=_SOURCE, location=where, about=about
    )

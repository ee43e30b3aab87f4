"""Short notices in README files and model cards about the licence of weights, a model or data.

The body of installed metadata (`METADATA`, `PKG-INFO`) is such a README too. What makes a notice is in
`rail.extractors.notices`; here is only the quick look that passes over files without one.
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.evidence import Form, Role, Unowned
from rail.errors import ReadError
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "files/readmenotice"
_MAX_BYTES = 1024 * 1024
_WORDS = (
    b"llama",
    b"gemma",
    b"hippocratic",
    b"community licen",
    b"use policy",
    b"use_policy",
    b"responsible ai",
    b"model weights",
    b"openrail",
    b"open rail",
    b"open-rail",
)
_THINGS = (b"model", b"models", b"weight", b"weights", b"checkpoint", b"checkpoints")
_FIELDS = {
    "license", "license_name", "license_link", "base_model", "base_model_relation", "datasets", "source_datasets",
    "tags", "language", "library_name", "pipeline_tag", "model_name", "model_type", "name", "title", "pretty_name",
    "metrics", "widget", "model-index", "inference", "emoji", "thumbnail", "author", "sdk",
}  # fmt: skip
"""Fields of a card that hold names: the extractor of cards reads those that speak of a licence."""
_BEFORE = tuple(thing + gap for thing in _THINGS for gap in (b" ", b"_", b"%20", b" is ", b" are "))


@extractor("readme*", "*readme*.md", "*model*card*.md", "*dataset*card*.md", "*.dist-info/METADATA", "PKG-INFO")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the sentences that put weights, a model or data under a licence."""
    data = file.head(_MAX_BYTES)
    lowered = data.lower()
    if not _worth_reading(lowered):
        return
    from rail.extractors.notices import notices, subject  # noqa: PLC0415 -- a grammar that most files do not need

    text = file.text() if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.decode("utf-8-sig", "replace")
    path = file.path.as_posix()
    for line, sentence in notices(_without_fields(text)):
        yield Unowned(
            form=Form.NOTICE,
            role=Role.DECLARED,
            statement=sentence,
            source=_SOURCE,
            location=Location(path=path, line=line),
            about=subject(sentence),
        )
    if file.size > _MAX_BYTES:
        raise ReadError(f"only the first {_MAX_BYTES:,} bytes were read for notices", place=path)


def _without_fields(text: str) -> str:
    """Return the text without the fields of a card's front matter that hold names, its lines in their places."""
    if not text.startswith("---"):
        return text
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() in ("---", "...")), 0)
    field = True
    for at, line in enumerate(lines[: end + 1] if end else ()):
        if line and not line[0].isspace() and line[0] not in "-#":
            field = line.partition(":")[0].strip("\"' ").lower() in _FIELDS
        if field:
            lines[at] = ""
    return "\n".join(lines)


def _worth_reading(lowered: bytes) -> bool:
    """Tell whether a text holds a word without which it has no notice."""
    if any(word in lowered for word in _WORDS):
        return True
    return any(_alone(lowered, at) for at in _places(lowered, b"rail")) or any(
        lowered.endswith(_BEFORE, 0, at) for at in _places(lowered, b"licen")
    )


def _places(text: bytes, word: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _alone(text: bytes, at: int) -> bool:
    """Tell whether the four letters at `at` are a word of their own: "rail", not "trail" or "railway"."""
    return not text[max(at - 1, 0) : at].isalnum() and not text[at + 4 : at + 5].isalnum()

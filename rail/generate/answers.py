"""What a maintainer decided about a licence: `rail-license.toml`, the only input of the generator.

Format: TOML 1.0, https://toml.io/en/v1.0.0. The schema is published as `docs/schema/rail.license-1.json`.
"""

import enum
import re
from typing import Literal

import msgspec

from rail.domain.record import Record, UseId
from rail.errors import ReadError

SCHEMA = "rail.license/1"
FILE = "rail-license.toml"
MAX_BYTES = 500_000
"""The largest answers file that is read."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CLAUSE_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_REQUIRED = frozenset({"work", "licensor", "version"})
_TEXT = 4000
_NAME = 200
_MOST = 400
_YEAR = 365


class Artifact(enum.Enum):
    """What a licence covers, in the order of the naming convention: D-A-M-S."""

    DATA = "data"
    APPLICATION = "application"
    MODEL = "model"
    SOURCE_CODE = "source-code"

    @property
    def letter(self) -> str:
        """The letter in the suffix of a licence's name."""
        return self.value[0].upper()


class Custom(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A clause of the maintainer's own: `text` continues "not to use the Artifact …", `use` says what it bars."""

    id: str
    title: str = ""
    text: str
    domain: str = "General"
    use: UseId
    mode: str = "prohibited"


class Inherited(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """Clauses that had to be taken over: from which work, under which licence.

    `restrictions` are what the licence has to bar at least, as `USE=MODE`; `clauses` are those that do.
    """

    source: str
    license: str
    restrictions: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


class Combined(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """Something that the work is used together with: where it was found, its licence, and the uses that bars.

    `complete` is false when more may be barred than is known.
    """

    source: str
    license: str
    restrictions: tuple[str, ...] = ()
    complete: bool = True


class Lock(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """What the last run wrote: the clause list it took, and the SHA-256 of each file."""

    clause_list: str
    files: dict[str, str] = msgspec.field(default_factory=dict)


class Answers(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """All decisions. `clauses` are ids of the clause list, `ID:MODE` for another wording than the usual one.

    `template` is empty for rail's own, `official`, or the path of a file beside the answers. `combined` is what the
    work is used together with, where the licences do not go together without more ado.
    `carve_outs` name exceptions by clause. `law` empty means the law of the licensor's seat. `file` is the name of the
    licence file where the computed one does not fit.
    """

    schema: Literal["rail.license/1"] = "rail.license/1"
    variant: str = "openrail"
    template: str = ""
    artifacts: tuple[Artifact, ...]
    work: str
    licensor: str
    year: int | None = None
    version: str = "1.0"
    contact: str = ""
    url: str = ""
    law: str = ""
    venue: str = ""
    outputs_bound: bool = True
    trained_models_bound: bool = True
    research_exemption: bool = True
    personal_data: Literal["yes", "no", "unknown"] = "unknown"
    cure_days: int = 30
    file: str = ""
    formats: tuple[str, ...] = ("text",)
    kit: bool = True
    clauses: tuple[str, ...]
    carve_outs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    custom: tuple[Custom, ...] = ()
    inherited: tuple[Inherited, ...] = ()
    combined: tuple[Combined, ...] = ()
    lock: Lock | None = None


def parse_answers(content: bytes, place: str) -> Answers:
    """Return the answers in a TOML document.

    Raises:
        ReadError: no TOML, too large, of another shape, or with words that cannot stand in a licence.
    """
    if len(content) > MAX_BYTES:
        raise ReadError(f"larger than {MAX_BYTES:,} bytes", place=place)
    import tomli  # noqa: PLC0415 -- only where an answers file is read

    try:
        document = tomli.loads(content.decode("utf-8"))
        answers = msgspec.convert(document, Answers, strict=True)
    except UnicodeDecodeError as fault:
        raise ReadError("not UTF-8", place=place) from fault
    except (tomli.TOMLDecodeError, RecursionError) as fault:
        raise ReadError(f"not TOML: {fault}", place=place) from fault
    except msgspec.ValidationError as fault:
        raise ReadError(str(fault), place=place, hint="docs/schema/rail.license-1.json lists what there is") from fault
    return checked(answers, place)


def checked(answers: Answers, place: str = "") -> Answers:
    """Return the answers, with the artefacts in the order of the convention, if they can stand in a licence.

    Raises:
        ReadError: an empty name, control characters, or something out of bounds.
    """
    if not answers.artifacts:
        raise ReadError(
            "no artifact is named", place=place, hint=f"one of {', '.join(each.value for each in Artifact)}"
        )
    if answers.file and not _FILE_NAME.fullmatch(answers.file):
        raise ReadError(f"not a file name: {answers.file!r}", place=place, hint="for example LICENSE or LICENSE-MODEL")
    if answers.url and not _URL.fullmatch(answers.url):
        raise ReadError(f"not a URL: {answers.url!r}", place=place, hint="for example https://example.org/kestrel")
    if not 0 <= answers.cure_days <= _YEAR:
        raise ReadError(f"cure-days must lie between 0 and {_YEAR}", place=place)
    if len(answers.clauses) > _MOST or len(answers.custom) > _MOST:
        raise ReadError(f"more than {_MOST} clauses", place=place)
    for key in ("work", "licensor", "version", "contact", "url", "law", "venue", "template"):
        _check_words(key, getattr(answers, key), _NAME, place, required=key in _REQUIRED)
    for each in answers.custom:
        if not _CLAUSE_ID.fullmatch(each.id):
            raise ReadError(f"not an id for a clause: {each.id!r}", place=place, hint="letters, digits and hyphens")
        _check_words(f"the title of clause {each.id}", each.title, _NAME, place, required=False)
        _check_words(f"the text of clause {each.id}", each.text, _TEXT, place, required=True)
    named = [f"{each.source} {each.license}" for each in answers.inherited]
    for words in (*named, *(f"{each.source} {each.license}" for each in answers.combined)):
        _check_words("an inherited or combined source", words, _TEXT, place, required=True)
    chosen = tuple(sorted(set(answers.artifacts), key=list(Artifact).index))
    return msgspec.structs.replace(answers, artifacts=chosen)


def _check_words(key: str, words: str, longest: int, place: str, *, required: bool) -> None:
    if required and not words.strip():
        raise ReadError(f"{key} is empty", place=place)
    if _CONTROL.search(words):
        raise ReadError(f"{key} holds control characters or a line break", place=place)
    if len(words) > longest:
        raise ReadError(f"{key} is longer than {longest} characters", place=place)

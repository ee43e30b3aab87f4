"""Rows of the tables of well-known models, datasets and packages."""

import enum

from rail.domain.record import Record


class Confidence(enum.Enum):
    """How a licence of a known model was learnt: maker's page read, a third party's word, or nobody's."""

    STATED = "stated"
    SECONDARY = "secondary"
    COMMON_KNOWLEDGE = "common-knowledge"


class KnownModel(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A model or dataset whose licence is on record (`licenses/models/`).

    `id` is the hub id, a name in a registry (`llama2` on Ollama, `ai/llama3.1` on Docker) or, with `pattern` true, a
    glob. `license` is a catalogue id, an SPDX id or a `LicenseRef-`. `depends` means that it varies by file, version
    or size. `since` and `until` bound the time in which it held (ISO dates, `until` exclusive).
    """

    id: str
    kind: str
    license: str
    base: tuple[str, ...] = ()
    relation: str | None = None
    since: str | None = None
    until: str | None = None
    depends: bool = False
    pattern: bool = False
    confidence: Confidence
    source: str = ""
    note: str = ""


class KnownPackage(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Versions of a package whose licence is on record (`licenses/packages/`).

    `id` is the package URL without version (`pkg:npm/jshint`). `versions` bounds the versions that the row speaks of
    (`>=3,<4`), all of them when empty. `license` is an SPDX expression.
    `about` is `weights` where the package fetches a model with terms of its own and the code is under another licence.
    """

    id: str
    versions: str = ""
    license: str
    about: str = "code"
    confidence: Confidence
    source: str
    note: str = ""

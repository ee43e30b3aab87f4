"""A row of the table of well-known models and datasets."""

import enum

from rail.domain.record import Record


class Confidence(enum.Enum):
    """How a licence of a known model was learnt: maker's page read, a third party's word, or nobody's."""

    STATED = "stated"
    SECONDARY = "secondary"
    COMMON_KNOWLEDGE = "common-knowledge"


class KnownModel(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A model or dataset whose licence is on record (`licenses/models/`).

    `id` is the hub id, `name` of a registry entry (`llama2` on Ollama, `ai/llama3.1` on Docker) or, with `pattern` true,
    a glob. `license` is a catalogue id, an SPDX id or a `LicenseRef-`. `depends` means that it varies by file, version
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

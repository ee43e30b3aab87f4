"""The wire format `rail.catalogue/1`: a list of licences, uses or modes."""

from rail.domain.record import Record

SCHEMA = "rail.catalogue/1"


class Entry(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a list; `restricted` is set for licences."""

    id: str
    name: str
    restricted: str | None = None


class Listing(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A list of the catalogue (`rail.catalogue/1`)."""

    schema: str = SCHEMA
    version: str
    digest: str
    kind: str
    entries: tuple[Entry, ...]

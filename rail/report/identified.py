"""The wire format `rail.identify/1`: what each text says, in the order asked for."""

from collections.abc import Iterable

from rail.domain.evidence import Clause, Recognised, Restricted, TextReading
from rail.domain.record import Record

SCHEMA = "rail.identify/1"


class FileReading(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The reading of one file; `path` as the user gave it, `policies` the URLs of policies that the text binds."""

    path: str
    restricted: Restricted
    expression: str | None = None
    licenses: tuple[Recognised, ...] = ()
    restrictions: tuple[Clause, ...] = ()
    policies: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class IdentifyReport(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All readings of one run of `rail identify`."""

    schema: str = SCHEMA
    files: tuple[FileReading, ...]


def identify_report(readings: Iterable[tuple[str, TextReading]]) -> IdentifyReport:
    """Return the readings as a report, one entry per path asked for."""
    return IdentifyReport(
        files=tuple(
            FileReading(
                path=path,
                restricted=reading.restricted,
                expression=reading.expression,
                licenses=reading.licenses,
                restrictions=reading.restrictions,
                policies=reading.policies,
                problems=reading.problems,
            )
            for path, reading in readings
        )
    )

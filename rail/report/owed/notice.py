"""The NOTICE file: the statements that the licences ask to be carried, word for word as the scanned texts give them.

rail holds no licence text. A statement whose text was not scanned is not made up: the file says which one must be put
there, and from which section. The last line is a check sum, by which a file that somebody has edited is known.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from rail.domain.duty import Duty, Standing
from rail.report.owed import ObligationsReport
from rail.report.owed._said import place
from rail.report.terminal import readable, visible

KINDS = frozenset({"notice-file", "attribution", "fixed-statement", "display-name"})
_WIDTH = 78
_STAMP = "# rail:notice sha256="


class Notice(NamedTuple):
    """The content of the file, how many statements it carries, and how many must still be filled in."""

    content: bytes
    carried: int
    lacking: int


def notice(report: ObligationsReport) -> Notice:
    """Return the NOTICE for everything that is used or passed on; what is only referenced asks for none."""
    wanted = [each for each in report.obligations if each.kind in KINDS and each.standing is not Standing.NOT_NOW]
    lines = ["NOTICE", "", "Statements that the licences of the following things ask for.", ""]
    carried = lacking = 0
    for (identity, name), duties in groupby(wanted, key=lambda each: (each.license, each.license_name)):
        of_license = list(duties)
        lines += ["-" * _WIDTH, visible(f"{name} ({identity})"), ""]
        names = dict.fromkeys(visible(readable(each.component)) for duty in of_license for each in duty.bearers)
        lines += [f"for {name}" for name in names]
        for words, found in _statements(of_license):
            lines += ["", *words]
            carried += found
            lacking += not found
        lines.append("")
    if not wanted:
        lines += ["No licence that was found asks for a statement.", ""]
    body = "\n".join([*lines, ""])
    return Notice(f"{body}{_STAMP}{_digest(body)}\n".encode(), carried, lacking)


def is_unedited(content: bytes) -> bool:
    """Tell whether a file is a NOTICE exactly as `notice` once wrote it."""
    body, mark, digest = content.decode("utf-8", "replace").rpartition(_STAMP)
    return bool(mark) and digest == f"{_digest(body)}\n"


def _statements(duties: list[Duty]) -> Iterator[tuple[list[str], bool]]:
    """Yield each statement, and whether it is there word for word."""
    told: set[str] = set()
    for duty in duties:
        if duty.kind == "display-name":
            if duty.phrase and duty.phrase not in told:
                told.add(duty.phrase)
                yield [visible(duty.phrase)], True
        elif duty.sentence:
            if duty.sentence not in told:
                told.add(duty.sentence)
                where = f"(from {place(duty.clause.location)})" if duty.clause.location else ""
                yield [visible(duty.sentence), *([visible(where)] if where else [])], True
        elif duty.license not in told:
            told.add(duty.license)
            yield _to_fill_in(duty), False


def _to_fill_in(duty: Duty) -> list[str]:
    section = f"section {duty.section} of " if duty.section else ""
    said = (
        f"[TO FILL IN: the {'notice' if duty.kind == 'notice-file' else 'statement'} that {section}the "
        f"{duty.license_name} fixes. Its text was not among the scanned files: copy the sentence from there, word "
        "for word.]"
    )
    return [visible(line) for line in wrap(said, _WIDTH, break_on_hyphens=False)]


def _digest(body: str) -> str:
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()

"""Licence fields of SPDX documents: expressions, "no assertion", and references to names and texts in the document."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.evidence import Form, Role
from rail.extractors.sbom._thing import Statement, named

_SILENT = frozenset({"", "NOASSERTION", "NONE"})
_REFERENCE = re.compile(r"(?:DocumentRef-[\w.-]+:)?(LicenseRef-[\w.-]+)", re.ASCII)
_NUMBER = re.compile(r"LicenseRef-\d+\Z", re.ASCII)
_JOINED = re.compile(r"\s+AND\s+")
_CHOICE = re.compile(r"\s+OR\s+")


class Listed(NamedTuple):
    """A licence that the document lists itself: its name, a link, and the statement that points at its text."""

    name: str | None = None
    url: str | None = None
    text: str | None = None
    pointer: str | None = None


def statements(expression: str | None, listed: dict[str, Listed], role: Role) -> Iterator[Statement]:
    """Yield the expression, and the names and texts under which the document lists what it refers to.

    A reference whose text is in the document stands for that text, and leaves the expression unless that is a choice.
    A bare number (`LicenseRef-3`) means nothing outside the document: its name stands for it.
    """
    said = (expression or "").strip()
    if said.upper() in _SILENT:
        return
    if _CHOICE.search(said):
        known = [found for found in (_listed(part, listed) for part in _CHOICE.split(said)) if found]
        yield Statement(Form.EXPRESSION, role, said)
        if len(known) == len(_CHOICE.split(said)) and all(each.text for each in known):
            yield from (each for found in known for each in of_listed(found, role))
        return
    parts = _JOINED.split(said.strip("()")) if "(" not in said.strip("()") else [said]
    plain = [part for part in parts if not (_listed(part, listed) or Listed()).text]
    for part in parts:
        found = _listed(part, listed)
        if found is not None and found.text:
            if not _NUMBER.match(part):
                yield Statement(Form.NAME, role, part, found.pointer)
            yield from of_listed(found, role)
    if plain:
        whole = said if len(plain) == len(parts) else " AND ".join(plain)
        yield from _plain(whole, listed, role)


def of_listed(found: Listed, role: Role) -> Iterator[Statement]:
    """Yield what a licence that the document lists is called, and its text."""
    if found.name and found.name.upper() not in _SILENT:
        pointer = found.pointer if found.text else None
        yield from (Statement(form, role, said, pointer) for form, said in named(found.name, found.url))
    elif found.url and not found.text:
        yield Statement(Form.URL, role, found.url)
    if found.text:
        yield Statement(Form.TEXT, Role.OBSERVED, found.text, found.text.partition("#")[2])


def _plain(said: str, listed: dict[str, Listed], role: Role) -> Iterator[Statement]:
    references = [found[1] for found in _REFERENCE.finditer(said)]
    known = [each for each in references if each in listed and listed[each].name not in (None, each)]
    if not (known and _NUMBER.match(said)):
        yield Statement(Form.EXPRESSION, role, said)
    for each in known:
        yield from of_listed(listed[each]._replace(text=None), role)


def _listed(part: str, listed: dict[str, Listed]) -> Listed | None:
    found = _REFERENCE.fullmatch(part.strip().strip("()"))
    return listed.get(found[1]) if found else None

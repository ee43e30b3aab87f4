"""Licence fields of SPDX documents: expressions, "no assertion", and references to texts in the document."""

import re
from collections.abc import Iterator

from rail.domain.evidence import Form
from rail.extractors.sbom._thing import named

_SILENT = frozenset({"", "NOASSERTION", "NONE"})
_REFERENCE = re.compile(r"(?:DocumentRef-[\w.-]+:)?(LicenseRef-[\w.-]+)", re.ASCII)
_NUMBER = re.compile(r"LicenseRef-\d+\Z", re.ASCII)


def statements(expression: str | None, names: dict[str, str]) -> Iterator[tuple[Form, str]]:
    """Yield the expression, and the names under which the document lists what it refers to.

    A bare number (`LicenseRef-3`) means nothing outside the document: its name stands for it.
    """
    said = (expression or "").strip()
    if said.upper() in _SILENT:
        return
    references = [found[1] for found in _REFERENCE.finditer(said)]
    known = [names[each] for each in references if names.get(each) and names[each] != each]
    if not (known and _NUMBER.match(said)):
        yield Form.EXPRESSION, said
    for name in known:
        if name.upper() not in _SILENT:
            yield from named(name, None)

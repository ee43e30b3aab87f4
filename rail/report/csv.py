"""A table for spreadsheets: a row for each component and declared use, or for each component where nothing was judged.

https://www.rfc-editor.org/rfc/rfc4180. A cell that a spreadsheet could take for a formula starts with an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection). An empty verdict says that nothing was judged, never "allowed".
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component
from rail.domain.report import Report
from rail.domain.verdict import Determination
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer

_HEAD = (
    *("purl", "kind", "name", "version", "engagement", "groups", "licence", "catalogue ids", "status", "restricted"),
    *(
        "restricted uses",
        "inherited from",
        "use case",
        "use",
        "verdict",
        "relied on",
        "reason",
        "path",
        "line",
        "platforms",
    ),
)
_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


@writer("csv", suffix=".csv")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as CSV in UTF-8, every cell in quotes."""
    report = inert(report)
    index = Index(report)
    yield _row(_HEAD)
    for component in report.components:
        for determination in index.determinations.get(component.purl) or [None]:  # type: ignore[list-item]
            yield _row(_cells(component, determination, index))


def _cells(component: Component, judged: Determination | None, index: Index) -> Iterator[str]:
    found, place = index.resolutions.get(component.purl), index.place_of(component.purl)
    yield from (component.purl, component.kind.value, component.name, component.version or "")
    yield from (component.engagement.value, " ".join(component.groups))
    if found is None:
        yield from ("", "", "missing", "unknown", "", "")
    else:
        bound = found.restrictions
        yield from (found.expression or "", " ".join(found.licenses), found.status.value, found.restricted.value)
        yield " ".join(sorted({each.use for each in bound}))
        yield " ".join(sorted({each.from_ for each in bound if each.from_}))
    yield from (judged.use_case, judged.use, judged.verdict.value) if judged else ("", "", "")
    relied_on = (judged and judged.relied_on) or (found and found.relied_on)
    yield from (relied_on or "", (found and found.reason) or "")
    yield from (place.path, str(place.line or "")) if place else ("", "")
    yield " ".join(component.platforms)


def _row(cells: "Iterator[str] | tuple[str, ...]") -> bytes:
    quoted = (_FORMULA.sub(r"\1'\2", each).replace('"', '""') for each in cells)
    return (",".join(f'"{each}"' for each in quoted) + "\r\n").encode()

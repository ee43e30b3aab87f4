"""Every output format, from the docstrings of the writers."""

import sys

from rail.report import names
from rail.report.spi import find
from tests.reference._markdown import code, head, prose, table

PAGE = "output-formats.md"


def markdown() -> str:
    """Return the page."""
    page = head(
        "Output formats",
        "`rail/report/`",
        "`rail check`, `rail scan` and `rail convert` write all of these: `--format NAME` to the terminal, "
        "`--output FILE` by the suffix of the file, `--output NAME=FILE` under any name, several at once. Only "
        "`json` holds everything: `rail convert` makes the others from it. Strings from outside are made "
        "harmless in all of them.",
    )
    writers = [find(name) for name in names()]
    docs = {each.name: (sys.modules[each.write.__module__].__doc__ or "").strip() for each in writers}
    rows = [
        (f"[{code(each.name)}](#{each.name})", code(each.suffix), prose(docs[each.name].partition("\n\n")[0]))
        for each in writers
    ]
    page += table(["format", "suffix", "what it is"], rows)
    for each in writers:
        page += f"\n## {each.name}\n\n{prose(docs[each.name])}"
    return page + _SCHEMAS


_SCHEMAS = """
## Schemas

`json` of `check` and `scan` is [rail.report/1](../schema/rail.report-1.json). The JSON of the other verbs:
[rail.explain/1](../schema/rail.explain-1.json), [rail.identify/1](../schema/rail.identify-1.json),
[rail.lint/1](../schema/rail.lint-1.json), [rail.diff/1](../schema/rail.diff-1.json),
[rail.obligations/1](../schema/rail.obligations-1.json), [rail.catalogue/1](../schema/rail.catalogue-1.json); of
licences that `rail generate` writes: [rail.license/1](../schema/rail.license-1.json),
[rail.policy/1](../schema/rail.policy-1.json).
"""

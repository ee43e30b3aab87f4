"""What each exit status means, from the last lines of `--help`."""

import re
from typing import Any

import typer.main

from rail.cli.main import VERBS
from rail.cli.program import app
from tests.reference._markdown import code, head, table

PAGE = "exit-codes.md"
_STATUS = re.compile(r"(\d+) (.+?)(?=, \d+ |[.]|$)")


def markdown() -> str:
    """Return the page."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("rail", [], resilient_parsing=True)
    page = head(
        "Exit codes",
        "the last lines of `--help`",
        "The same numbers mean the same for every verb; the second table says what each verb makes of them.",
    )
    page += table(["status", "means"], [*_STATUS.findall(_said(group)), ("130", "interrupted with Ctrl-C")])
    rows = []
    for verb in VERBS:
        command = group.get_command(context, verb)
        said = _said(command)
        if said:
            rows.append((code(f"rail {verb}"), said))
    page += "\n## What each verb says\n" + table(["verb", "exit status"], rows)
    return page + _LEVELS


def _said(command: Any) -> str:
    words = " ".join((command.epilog or "").split())
    return words.partition("Exit codes: ")[2]


_LEVELS = """
## What counts as a finding

`rail check` exits with 1 when a verdict is at or above the level of `--fail-on` (or `fail-on` in the
[configuration](configuration.md)). The levels, from free to forbidden, are `allowed`, `conditional`, `unknown` and
`prohibited`; the default is `prohibited`. A finding without a verdict weighs as much as a prohibited use when it is an
error, and nothing when it is a warning; a note weighs nothing in any case. `never` fails on none of them. Rules that
are named after a comma (`--fail-on unknown,RAIL201`) fail whatever their verdict. What is ignored or in the baseline
does not count.
"""

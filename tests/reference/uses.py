"""The tree of uses, from the catalogue."""

from itertools import groupby

from rail.catalogue.load import load
from rail.domain.use import Use
from tests.reference._markdown import code, head, sentence

PAGE = "uses.md"


def markdown() -> str:
    """Return the page: a section for each top of the tree, a list for what is below it."""
    uses = sorted(load().uses.values(), key=lambda each: each.id.split("."))
    page = head(
        "Uses",
        "`licenses/uses/`",
        f"{len(uses)} uses, from general to special. A restriction on a use reaches all its kinds; declare the "
        "narrowest use that is true. `rail explain USE` shows which licences restrict one, and the words by "
        "which it is found.",
    )
    for top, group in groupby(uses, key=lambda each: each.id.partition(".")[0]):
        first, *below = group
        page += f"\n## {top}\n\n{_said(first)}\n"
        page += "".join(["\n", *(_item(each) for each in below)]) if below else ""
    return page


def _item(use: Use) -> str:
    return f"{'    ' * (use.id.count('.') - 1)}- {code(use.id)}: {_said(use)}\n"


def _said(use: Use) -> str:
    return f"**{use.label}.** {sentence(' '.join(use.definition.split()))}"

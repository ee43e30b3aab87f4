"""PDF 1.4, A4, in the fonts that every reader has; with the extra `pdf`.

https://py-pdf.github.io/fpdf2/

The bytes hang on the licence alone: no date, no identity of a run, no compression (which differs between builds of
zlib).
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rail.errors import UsageError
from rail.generate.document import Block

SUFFIX = ".pdf"
INSTALL = "pip install 'rail-compliance[pdf]'"
_FONT = "Times"
_LETTERS = "windows-1252"
_NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.timezone.utc)
_MARGIN, _INDENT, _HANG = 22.0, 6.0, 8.0
_LINE, _GAP = 4.8, 1.8


def write(blocks: Sequence[Block], _markdown: str) -> bytes:
    """Return the document.

    Raises:
        UsageError: the library is not installed, or the licence has letters that these fonts lack.
    """
    for block in blocks:
        _check_letters(block)
    page = _page(next((block.text for block in blocks if block.kind == "title"), "License"))
    for block in blocks:
        _put(page, block)
    return bytes(page.output())


def _check_letters(block: Block) -> None:
    try:
        f"{block.label} {block.text}".encode(_LETTERS)
    except UnicodeEncodeError as fault:
        raise UsageError(
            f"the fonts of every PDF reader have no sign for {fault.object[fault.start]!r}",
            place=block.text[:60],
            hint="leave out --format pdf and print LICENSE.html from a browser (--format html)",
        ) from fault


def _page(title: str) -> Any:
    try:
        from fpdf import FPDF  # noqa: PLC0415 -- an extra
    except ImportError as fault:
        raise UsageError("PDF needs the package fpdf2", place="--format pdf", hint=INSTALL) from fault

    class Page(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(_FONT, size=9)
            self.cell(0, 5, str(self.page_no()), align="C")

        def file_id(self) -> None:
            """Have no identity: the library would make it of the clock."""

    page = Page()
    page.core_fonts_encoding = _LETTERS
    page.set_compression(False)
    page.set_creation_date(_NEVER)
    page.set_producer("rail")
    page.set_title(title)
    page.set_lang("en")
    page.set_margins(_MARGIN, _MARGIN, _MARGIN)
    page.set_auto_page_break(auto=True, margin=_MARGIN)
    page.add_page()
    return page


def _put(page: Any, block: Block) -> None:
    bold = block.kind in {"title", "heading"}
    size = 15 if block.kind == "title" else 12 if bold else 10.5
    indent = _INDENT if block.kind in {"item", "bullet"} else 0.0
    label = "\u2022" if block.kind == "bullet" else block.label
    page.set_font(_FONT, style="B" if bold else "", size=size)
    if block.kind == "heading":
        page.ln(_GAP)
        if page.will_page_break(4 * _LINE):
            page.add_page()
    page.set_x(_MARGIN + indent)
    if label:
        hang = max(_HANG, page.get_string_width(label) + 2)
        if page.will_page_break(_LINE):
            page.add_page()
            page.set_x(_MARGIN + indent)
        page.cell(hang, _LINE, label)
    page.multi_cell(
        0, _LINE * (1.3 if bold else 1), block.text, align="C" if block.kind == "title" else "L",
        new_x="LMARGIN", new_y="NEXT",
    )  # fmt: skip
    page.ln(_GAP if block.kind != "bullet" else _GAP / 2)

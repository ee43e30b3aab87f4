"""Plain text, wrapped at 80 columns."""

import textwrap
from collections.abc import Sequence

from rail.generate.document import Block

SUFFIX = ""
_WIDTH = 80


def write(blocks: Sequence[Block], _markdown: str) -> str:
    """Return the text."""
    lines: list[str] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        lines.append(_written(block))
        if block.kind == "bullet" and (after is None or after.kind != "bullet"):
            lines.append("")
    return "\n".join(lines)


def _written(block: Block) -> str:
    if block.kind == "title":
        return "\n".join(line.center(_WIDTH).rstrip() for line in textwrap.wrap(block.text, _WIDTH)) + "\n"
    if block.kind == "heading":
        if block.level == 1:
            return _wrapped(block.text.upper()) + "\n" + "=" * min(len(block.text), _WIDTH) + "\n"
        return _wrapped(block.text) + "\n" + "-" * min(len(block.text), _WIDTH) + "\n"
    if block.kind == "bullet":
        return _wrapped(block.text, "    - ", "      ")
    if block.kind == "item":
        return _wrapped(block.text, f"  {block.label} ", " " * (len(block.label) + 3)) + "\n"
    if block.kind == "numbered":
        return _wrapped(block.text, f"{block.label} ") + "\n"
    return _wrapped(block.text) + "\n"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )

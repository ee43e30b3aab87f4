"""Markdown: the source itself.

https://spec.commonmark.org/0.31.2/
"""

from collections.abc import Sequence

from rail.generate.document import Block

SUFFIX = ".md"


def write(_blocks: Sequence[Block], markdown: str) -> str:
    """Return the source."""
    return markdown
